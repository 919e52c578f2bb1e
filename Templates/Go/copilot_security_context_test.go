package flytek8s

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	v1 "k8s.io/api/core/v1"

	"$config"
	"$storage"
)

func TestCoPilotContainersTakeTheirSecurityContext(t *testing.T) {
	stow := storage.GetConfig().Stow
	storage.GetConfig().Stow.Kind = "s3"
	storage.GetConfig().Stow.Config = map[string]string{"region": "none"}
	defer func() { storage.GetConfig().Stow = stow }()

	cfg := config.FlyteCoPilotConfig{CPU: "100m", Memory: "100Mi"}
	container, err := FlyteCoPilotContainer("x", cfg, nil)
	require.NoError(t, err)
	assert.Nil(t, container.SecurityContext)

	user := int64(1000)
	cfg.SecurityContext = &v1.SecurityContext{RunAsUser: &user}
	container, err = FlyteCoPilotContainer("x", cfg, nil)
	require.NoError(t, err)
	assert.Equal(t, cfg.SecurityContext, container.SecurityContext)
	assert.NotSame(t, cfg.SecurityContext, container.SecurityContext)
}
