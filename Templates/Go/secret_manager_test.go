package $package

import (
	"testing"

	"github.com/stretchr/testify/assert"
	corev1 "k8s.io/api/core/v1"

	"$core"

	"$config"
)

func TestSecretManagerContainersTakeTheirSecurityContext(t *testing.T) {
	user := int64(1000)
	wanted := &corev1.SecurityContext{RunAsUser: &user}
	secret := &core.Secret{Group: "group", Key: "key"}

	aws := createAWSSidecarContainer(config.AWSSecretManagerConfig{SecurityContext: wanted}, &corev1.Pod{}, secret)
	assert.Equal(t, wanted, aws.SecurityContext)
	assert.False(t, wanted == aws.SecurityContext)
	assert.Nil(t, createAWSSidecarContainer(config.AWSSecretManagerConfig{}, &corev1.Pod{}, secret).SecurityContext)

	gcp := createGCPSidecarContainer(config.GCPSecretManagerConfig{SecurityContext: wanted}, &corev1.Pod{}, secret)
	assert.Equal(t, wanted, gcp.SecurityContext)
	assert.False(t, wanted == gcp.SecurityContext)
	assert.Nil(t, createGCPSidecarContainer(config.GCPSecretManagerConfig{}, &corev1.Pod{}, secret).SecurityContext)
}
