package flytek8s

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	v1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"

	"$config"
)

func TestPrimaryInitReachesTheDownloader(t *testing.T) {
	before := *config.GetK8sPluginConfig()
	defer func() { require.NoError(t, config.SetK8sPluginConfig(&before)) }()
	settings := before
	settings.CoPilot = coPilotSettings()
	settings.DefaultPodTemplateName = "primary-init-test"
	require.NoError(t, config.SetK8sPluginConfig(&settings))

	user := int64(1000)
	template := &v1.PodTemplate{
		ObjectMeta: metav1.ObjectMeta{Name: "primary-init-test", Namespace: "test-namespace"},
		Template: v1.PodTemplateSpec{Spec: v1.PodSpec{
			Containers: []v1.Container{{Name: defaultContainerTemplateName, Image: "placeholder:v1"}},
			InitContainers: []v1.Container{{
				Name:            primaryInitContainerTemplateName,
				Image:           "placeholder:v1",
				SecurityContext: &v1.SecurityContext{RunAsUser: &user},
			}},
		}},
	}
	DefaultPodTemplateStore.Store(template)
	defer DefaultPodTemplateStore.Delete(template)

	pod := podOfCoPilotTask(t)
	downloader := containerNamed(t, "flyte-copilot-downloader", pod.InitContainers)
	require.NotNil(t, downloader.SecurityContext)
	assert.Equal(t, &user, downloader.SecurityContext.RunAsUser)
	uploader := containerNamed(t, "flyte-copilot-uploader", pod.InitContainers)
	assert.Nil(t, uploader.SecurityContext)
}
