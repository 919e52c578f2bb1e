package $package

import (
	"testing"

	"github.com/stretchr/testify/assert"
	corev1 "k8s.io/api/core/v1"

	"$core"

	"$config"
)

func TestAzureAndEmbeddedContainersTakeTheirSecurityContext(t *testing.T) {
	user := int64(1000)
	wanted := &corev1.SecurityContext{RunAsUser: &user}
	secret := &core.Secret{Group: "group", Key: "key"}

	azure := createAzureSidecarContainer(config.AzureSecretManagerConfig{SecurityContext: wanted}, &corev1.Pod{}, secret)
	assert.Equal(t, wanted, azure.SecurityContext)
	assert.False(t, wanted == azure.SecurityContext)
	assert.Nil(t, createAzureSidecarContainer(config.AzureSecretManagerConfig{}, &corev1.Pod{}, secret).SecurityContext)

	injector := &EmbeddedSecretManagerInjector{}
	embedded, _ := injector.getOrAppendFileMountInitContainer(&corev1.Pod{})
	assert.Nil(t, embedded.SecurityContext)
	injector.cfg.FileMountInitContainer.SecurityContext = wanted
	embedded, _ = injector.getOrAppendFileMountInitContainer(&corev1.Pod{})
	assert.Equal(t, wanted, embedded.SecurityContext)
	assert.False(t, wanted == embedded.SecurityContext)
}
