package flytek8s

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	v1 "k8s.io/api/core/v1"

	"$config"
)

// mergedInitContainers merges the init containers of a task with those of a PodTemplate, which must
// stay as they are.
func mergedInitContainers(t *testing.T, template, task []v1.Container) []v1.Container {
	before := *config.GetK8sPluginConfig()
	defer func() { require.NoError(t, config.SetK8sPluginConfig(&before)) }()
	settings := before
	settings.CoPilot.NamePrefix = "flyte-copilot-"
	require.NoError(t, config.SetK8sPluginConfig(&settings))

	templateSpec := &v1.PodSpec{InitContainers: template}
	unchanged := templateSpec.DeepCopy()
	merged, err := mergePodSpecs(templateSpec, &v1.PodSpec{
		Containers:     []v1.Container{{Name: "main"}},
		InitContainers: task,
	}, "main")
	require.NoError(t, err)
	require.NotNil(t, merged)
	assert.Equal(t, unchanged, templateSpec)
	return merged.InitContainers
}

func TestInitContainersAreMergedWithThePodTemplate(t *testing.T) {
	entry := func(name string, user int64) v1.Container {
		return v1.Container{Name: name, SecurityContext: &v1.SecurityContext{RunAsUser: &user}}
	}
	template := []v1.Container{
		entry(defaultInitContainerTemplateName, 1), entry(primaryInitContainerTemplateName, 2),
		entry("prepare", 3), entry("site", 4), entry("flyte-copilot-unused", 5),
	}
	task := []v1.Container{{Name: "prepare"}, {Name: "other"}, {Name: "flyte-copilot-downloader"}}

	assert.Equal(t, []v1.Container{
		entry("site", 4), entry("prepare", 3), entry("other", 1), entry("flyte-copilot-downloader", 2),
	}, mergedInitContainers(t, template, task))
}

func TestAPodTemplateMayNameTheDownloader(t *testing.T) {
	user := int64(1000)
	template := []v1.Container{{
		Name: "flyte-copilot-downloader", SecurityContext: &v1.SecurityContext{RunAsUser: &user},
	}}
	task := []v1.Container{{Name: "flyte-copilot-downloader", Args: []string{"download"}}}

	merged := mergedInitContainers(t, template, task)
	require.Len(t, merged, 1)
	require.NotNil(t, merged[0].SecurityContext)
	assert.Equal(t, &user, merged[0].SecurityContext.RunAsUser)
	assert.Equal(t, []string{"download"}, merged[0].Args)
}

func TestAnInitContainerNamedLikeARoleTakesItsEntryOnce(t *testing.T) {
	template := []v1.Container{{Name: defaultInitContainerTemplateName, Args: []string{"of the template"}}}
	task := []v1.Container{{Name: defaultInitContainerTemplateName, Args: []string{"of the task"}}}

	merged := mergedInitContainers(t, template, task)
	require.Len(t, merged, 1)
	assert.Equal(t, []string{"of the template", "of the task"}, merged[0].Args)
}
