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

func TestCoPilotRequestsSysPtraceWhereAsked(t *testing.T) {
	pilot := &core.DataLoadingConfig{Enabled: true}
	plain := v1.Container{Name: "main"}
	require.NoError(t, AddCoPilotToContainer(context.TODO(), config.FlyteCoPilotConfig{}, &plain, nil, pilot))
	assert.Nil(t, plain.SecurityContext)

	cfg := config.FlyteCoPilotConfig{AddPtraceCapability: true}
	asked := v1.Container{Name: "main"}
	require.NoError(t, AddCoPilotToContainer(context.TODO(), cfg, &asked, nil, pilot))
	assert.Equal(t, sysPtraceAnd(nil), asked.SecurityContext)
}

func TestDefaultSecurityContextReachesTasksWithAndWithoutSysPtrace(t *testing.T) {
	before := *config.GetK8sPluginConfig()
	defer func() { require.NoError(t, config.SetK8sPluginConfig(&before)) }()
	user := int64(1000)
	settings := before
	settings.CoPilot = coPilotSettings()
	settings.DefaultPodTemplateName = ""
	settings.DefaultSecurityContext = &v1.SecurityContext{RunAsUser: &user}
	require.NoError(t, config.SetK8sPluginConfig(&settings))

	main := containerNamed(t, "main", podOfCoPilotTask(t).Containers)
	assert.Equal(t, settings.DefaultSecurityContext, main.SecurityContext)

	settings.CoPilot.AddPtraceCapability = true
	require.NoError(t, config.SetK8sPluginConfig(&settings))
	main = containerNamed(t, "main", podOfCoPilotTask(t).Containers)
	assert.Equal(t, sysPtraceAnd(&user), main.SecurityContext)
}

func sysPtraceAnd(user *int64) *v1.SecurityContext {
	return &v1.SecurityContext{
		RunAsUser:    user,
		Capabilities: &v1.Capabilities{Add: []v1.Capability{"SYS_PTRACE"}},
	}
}
