package flytek8s

import (
	"context"
	"testing"

	"github.com/stretchr/testify/assert"
	v1 "k8s.io/api/core/v1"

	"$core"

	"$config"
)

func TestCoPilotRequestsSysPtraceWhereAsked(t *testing.T) {
	pilot := &core.DataLoadingConfig{Enabled: true}

	plain := v1.Container{Name: "main"}
	assert.NoError(t, AddCoPilotToContainer(context.TODO(), config.FlyteCoPilotConfig{}, &plain, nil, pilot))
	assert.Nil(t, plain.SecurityContext)

	user := int64(1000)
	asked := v1.Container{Name: "main", SecurityContext: &v1.SecurityContext{RunAsUser: &user}}
	cfg := config.FlyteCoPilotConfig{AddPtraceCapability: true}
	assert.NoError(t, AddCoPilotToContainer(context.TODO(), cfg, &asked, nil, pilot))
	assert.Equal(t, &user, asked.SecurityContext.RunAsUser)
	assert.Equal(t, []v1.Capability{"SYS_PTRACE"}, asked.SecurityContext.Capabilities.Add)
}
