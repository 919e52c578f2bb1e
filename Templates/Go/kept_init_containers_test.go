package flytek8s

import (
	"testing"

	"github.com/stretchr/testify/assert"
	v1 "k8s.io/api/core/v1"

	"$config"
)

func TestInitContainersOfThePodTemplateAreKeptWhereAsked(t *testing.T) {
	before := *config.GetK8sPluginConfig()
	defer func() { assert.NoError(t, config.SetK8sPluginConfig(&before)) }()
	template := &v1.PodSpec{InitContainers: []v1.Container{
		{Name: "default-init"}, {Name: "site"}, {Name: "prepare"}, {Name: "flyte-copilot-unused"},
	}}
	pod := &v1.PodSpec{
		Containers:     []v1.Container{{Name: "main"}},
		InitContainers: []v1.Container{{Name: "prepare"}},
	}

	for _, keep := range []bool{false, true} {
		settings := before
		settings.CoPilot.NamePrefix = "flyte-copilot-"
		settings.KeepTemplateInitContainers = keep
		assert.NoError(t, config.SetK8sPluginConfig(&settings))
		merged, err := $merge(template, pod, "main", "")
		assert.NoError(t, err)
		var names []string
		for _, container := range merged.InitContainers {
			names = append(names, container.Name)
		}
		if keep {
			assert.Equal(t, []string{"site", "prepare"}, names)
		} else {
			assert.Equal(t, []string{"prepare"}, names)
		}
	}
}
