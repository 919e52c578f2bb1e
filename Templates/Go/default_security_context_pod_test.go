package flytek8s

import (
	"testing"

	"github.com/stretchr/testify/assert"
	v1 "k8s.io/api/core/v1"

	"$config"
)

func TestDefaultSecurityContextReachesCoPilotTasks(t *testing.T) {
	before := *config.GetK8sPluginConfig()
	defer func() { assert.NoError(t, config.SetK8sPluginConfig(&before)) }()
	user := int64(1000)
	settings := before
	settings.CoPilot = coPilotSettings()
	settings.DefaultPodTemplateName = ""
	settings.DefaultSecurityContext = &v1.SecurityContext{RunAsUser: &user}
	assert.NoError(t, config.SetK8sPluginConfig(&settings))

	pod := podOfCoPilotTask(t)
	found := false
	for _, container := range pod.Containers {
		if container.Name == "main" {
			found = true
			assert.Equal(t, settings.DefaultSecurityContext, container.SecurityContext)
		}
	}
	assert.True(t, found)
}
