package flytek8s

import (
	"context"
	"testing"

	"github.com/stretchr/testify/assert"
	v1 "k8s.io/api/core/v1"

	"github.com/flyteorg/flyte/flyteidl/gen/pb-go/flyteidl/core"
	"github.com/flyteorg/flyte/flyteplugins/go/tasks/pluginmachinery/flytek8s/config"
)

func assertContainerHasPTrace(t *testing.T, c *v1.Container) {
	assert.Contains(t, c.SecurityContext.Capabilities.Add, pTraceCapability)
}

func TestAddCoPilotToContainer(t *testing.T) {
	pilot := &core.DataLoadingConfig{Enabled: true}
	cfg := config.FlyteCoPilotConfig{
		NamePrefix: "test-",
		Image:      "test",
		CPU:        "1m",
		Memory:     "1Mi",
	}
	for _, name := range []string{"a", "b", "c"} {
		c := v1.Container{Name: name}
		assert.NoError(t, AddCoPilotToContainer(context.TODO(), cfg, &c, nil, pilot))
		assertContainerHasPTrace(t, &c)
	}
	c := v1.Container{}
	assert.NoError(t, AddCoPilotToContainer(context.TODO(), cfg, &c, nil, pilot))
	assertContainerHasPTrace(t, &c)
	assert.NoError(t, AddCoPilotToContainer(context.TODO(), cfg, &c, nil, pilot))
	assertContainerHasPTrace(t, &c)
	assert.NoError(t, AddCoPilotToContainer(context.TODO(), cfg, &c, nil, pilot))
	assertContainerHasPTrace(t, &c)
	assert.NoError(t, AddCoPilotToContainer(context.TODO(), cfg, &c, nil, pilot))
	assertContainerHasPTrace(t, &c)
}
