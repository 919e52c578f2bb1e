package flytek8s

import (
	"testing"

	"github.com/stretchr/testify/assert"
	v1 "k8s.io/api/core/v1"

	"$config"
)

func TestInitContainersAreMergedWithThePodTemplate(t *testing.T) {
	before := *config.GetK8sPluginConfig()
	defer func() { assert.NoError(t, config.SetK8sPluginConfig(&before)) }()
	settings := before
	settings.CoPilot.NamePrefix = "flyte-copilot-"
	assert.NoError(t, config.SetK8sPluginConfig(&settings))

	entry := func(name string, user int64) v1.Container {
		return v1.Container{Name: name, SecurityContext: &v1.SecurityContext{RunAsUser: &user}}
	}
	template := &v1.PodSpec{InitContainers: []v1.Container{
		entry("default-init", 1), entry("primary-init", 2), entry("prepare", 3), entry("site", 4),
		entry("flyte-copilot-unused", 5),
	}}
	pod := &v1.PodSpec{
		Containers:     []v1.Container{{Name: "main"}},
		InitContainers: []v1.Container{{Name: "prepare"}, {Name: "other"}, {Name: "flyte-copilot-downloader"}},
	}
	unchanged := template.DeepCopy()
	merged, err := mergePodSpecs(template, pod, "main")
	assert.NoError(t, err)

	users := map[string]int64{}
	var names []string
	for _, container := range merged.InitContainers {
		names = append(names, container.Name)
		if assert.NotNil(t, container.SecurityContext) {
			users[container.Name] = *container.SecurityContext.RunAsUser
		}
	}
	assert.Equal(t, []string{"site", "prepare", "other", "flyte-copilot-downloader"}, names)
	assert.Equal(t, map[string]int64{"site": 4, "prepare": 3, "other": 1, "flyte-copilot-downloader": 2}, users)
	assert.Equal(t, unchanged, template)
}

func TestAPodTemplateMayNameTheDownloader(t *testing.T) {
	user := int64(1000)
	template := []v1.Container{{
		Name: "flyte-copilot-downloader", SecurityContext: &v1.SecurityContext{RunAsUser: &user},
	}}
	containers := []v1.Container{{Name: "flyte-copilot-downloader", Args: []string{"download"}}}
	merged, err := mergeInitContainersWithTemplate(template, containers, "flyte-copilot-", "flyte-copilot-downloader")
	assert.NoError(t, err)
	if assert.Len(t, merged, 1) {
		assert.Equal(t, &user, merged[0].SecurityContext.RunAsUser)
		assert.Equal(t, []string{"download"}, merged[0].Args)
	}
}
