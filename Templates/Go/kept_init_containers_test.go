package flytek8s

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	v1 "k8s.io/api/core/v1"

	"$config"
)

func TestInitContainersOfThePodTemplateAreKeptWhereAsked(t *testing.T) {
	before := *config.GetK8sPluginConfig()
	defer func() { require.NoError(t, config.SetK8sPluginConfig(&before)) }()
	template := &v1.PodSpec{InitContainers: []v1.Container{
		{Name: defaultInitContainerTemplateName}, {Name: primaryInitContainerTemplateName},
		{Name: "site"}, {Name: "prepare"}, {Name: "flyte-copilot-unused"},
	}}
	pod := &v1.PodSpec{
		Containers:     []v1.Container{{Name: "main"}},
		InitContainers: []v1.Container{{Name: "prepare"}},
	}
	names := func(keep bool) []string {
		settings := before
		settings.CoPilot.NamePrefix = "flyte-copilot-"
		settings.KeepTemplateInitContainers = keep
		require.NoError(t, config.SetK8sPluginConfig(&settings))
		merged, err := $merge(template, pod, "main", "")
		require.NoError(t, err)
		require.NotNil(t, merged)
		var names []string
		for _, container := range merged.InitContainers {
			names = append(names, container.Name)
		}
		return names
	}

	assert.Equal(t, []string{"prepare"}, names(false))
	assert.Equal(t, []string{"site", "prepare"}, names(true))
}
