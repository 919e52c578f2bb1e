package $package

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	corev1 "k8s.io/api/core/v1"

	"$core"

	"$config"
)

func TestSecretManagerContainersTakeTheirSecurityContext(t *testing.T) {
	user := int64(1000)
	secret := &core.Secret{Group: "group", Key: "key"}
	containers := map[string]func(wanted *corev1.SecurityContext) corev1.Container{
		"aws": func(wanted *corev1.SecurityContext) corev1.Container {
			return createAWSSidecarContainer(config.AWSSecretManagerConfig{SecurityContext: wanted}, &corev1.Pod{}, secret)
		},
		"gcp": func(wanted *corev1.SecurityContext) corev1.Container {
			return createGCPSidecarContainer(config.GCPSecretManagerConfig{SecurityContext: wanted}, &corev1.Pod{}, secret)
		},
	}

	for name, container := range containers {
		t.Run(name, func(t *testing.T) {
			assert.Nil(t, container(nil).SecurityContext)

			wanted := &corev1.SecurityContext{RunAsUser: &user}
			found := container(wanted).SecurityContext
			require.NotNil(t, found)
			assert.Equal(t, wanted, found)
			assert.NotSame(t, wanted, found)
		})
	}
}
