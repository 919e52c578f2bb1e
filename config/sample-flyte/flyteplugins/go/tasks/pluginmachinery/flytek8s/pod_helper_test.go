package flytek8s

import (
	v1 "k8s.io/api/core/v1"

	"github.com/flyteorg/flyte/flyteidl/gen/pb-go/flyteidl/core"
	pluginsCore "github.com/flyteorg/flyte/flyteplugins/go/tasks/pluginmachinery/core"
	pluginsCoreMock "github.com/flyteorg/flyte/flyteplugins/go/tasks/pluginmachinery/core/mocks"
)

func dummyTaskTemplate() *core.TaskTemplate {
	return &core.TaskTemplate{Type: "sample"}
}

func dummyExecContext(taskTemplate *core.TaskTemplate, r *v1.ResourceRequirements, rm *core.ExtendedResources, containerImage string, podTemplate *core.K8SPod) pluginsCore.TaskExecutionContext {
	metadata := &pluginsCoreMock.TaskExecutionMetadata{}
	metadata.On("GetNamespace").Return("test-namespace")
	metadata.On("GetTaskExecutionID").Return(&pluginsCoreMock.TaskExecutionID{})
	tCtx := &pluginsCoreMock.TaskExecutionContext{}
	tCtx.On("TaskExecutionMetadata").Return(metadata)
	return tCtx
}
