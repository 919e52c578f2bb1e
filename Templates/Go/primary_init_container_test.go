package flytek8s

import (
	"testing"

	"github.com/stretchr/testify/assert"
	v1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"

	"$config"
)

func TestPrimaryInitReachesTheDownloader(t *testing.T) {
	before := *config.GetK8sPluginConfig()
	defer func() { assert.NoError(t, config.SetK8sPluginConfig(&before)) }()
	settings := before
	settings.CoPilot = coPilotSettings()
	settings.DefaultPodTemplateName = "primary-init-test"
	assert.NoError(t, config.SetK8sPluginConfig(&settings))

	user := int64(1000)
	template := &v1.PodTemplate{
		ObjectMeta: metav1.ObjectMeta{Name: "primary-init-test", Namespace: "test-namespace"},
		Template: v1.PodTemplateSpec{Spec: v1.PodSpec{
			Containers: []v1.Container{{Name: "default", Image: "placeholder:v1"}},
			InitContainers: []v1.Container{{
				Name: "primary-init", Image: "placeholder:v1", SecurityContext: &v1.SecurityContext{RunAsUser: &user},
			}},
		}},
	}
	DefaultPodTemplateStore.Store(template)
	defer DefaultPodTemplateStore.Delete(template)

	found := false
	for _, container := range podOfCoPilotTask(t).InitContainers {
		if container.Name == "flyte-copilot-downloader" {
			found = true
			if assert.NotNil(t, container.SecurityContext) {
				assert.Equal(t, &user, container.SecurityContext.RunAsUser)
			}
		} else {
			assert.Nil(t, container.SecurityContext)
		}
	}
	assert.True(t, found)
}
