package flytek8s

import (
	"context"
	"testing"

	"github.com/stretchr/testify/assert"
	v1 "k8s.io/api/core/v1"

	"$core"

	"$config"
)

func TestCoPilotLeavesTheSecurityContextToTheDefault(t *testing.T) {
	container := v1.Container{Name: "main"}
	pilot := &core.DataLoadingConfig{Enabled: true}
	assert.NoError(t, AddCoPilotToContainer(context.TODO(), config.FlyteCoPilotConfig{}, &container, nil, pilot))
	assert.Nil(t, container.SecurityContext)

	user := int64(1000)
	own := v1.Container{Name: "main", SecurityContext: &v1.SecurityContext{RunAsUser: &user}}
	assert.NoError(t, AddCoPilotToContainer(context.TODO(), config.FlyteCoPilotConfig{}, &own, nil, pilot))
	assert.Equal(t, &v1.SecurityContext{RunAsUser: &user}, own.SecurityContext)
}
