package flytek8s

import (
	"context"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	v1 "k8s.io/api/core/v1"

	"$core"

	"$config"
)

func TestCoPilotRequestsNoSysPtrace(t *testing.T) {
	container := v1.Container{Name: "main"}
	pilot := &core.DataLoadingConfig{Enabled: true}
	require.NoError(t, AddCoPilotToContainer(context.TODO(), config.FlyteCoPilotConfig{}, &container, nil, pilot))
	if container.SecurityContext != nil && container.SecurityContext.Capabilities != nil {
		assert.NotContains(t, container.SecurityContext.Capabilities.Add, v1.Capability("SYS_PTRACE"))
	}
}
