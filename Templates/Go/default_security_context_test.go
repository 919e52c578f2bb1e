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

func TestCoPilotLeavesTheSecurityContextToTheDefault(t *testing.T) {
	pilot := &core.DataLoadingConfig{Enabled: true}
	container := v1.Container{Name: "main"}
	require.NoError(t, AddCoPilotToContainer(context.TODO(), config.FlyteCoPilotConfig{}, &container, nil, pilot))
	assert.Nil(t, container.SecurityContext)

	user := int64(1000)
	own := v1.Container{Name: "main", SecurityContext: &v1.SecurityContext{RunAsUser: &user}}
	require.NoError(t, AddCoPilotToContainer(context.TODO(), config.FlyteCoPilotConfig{}, &own, nil, pilot))
	assert.Equal(t, &v1.SecurityContext{RunAsUser: &user}, own.SecurityContext)
}

func TestDefaultSecurityContextReachesCoPilotTasks(t *testing.T) {
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
	assert.NotSame(t, settings.DefaultSecurityContext, main.SecurityContext)
}
