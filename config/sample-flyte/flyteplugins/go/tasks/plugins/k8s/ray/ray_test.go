package ray

import (
	"github.com/stretchr/testify/mock"
	v1 "k8s.io/api/core/v1"

	"github.com/flyteorg/flyte/flyteidl/gen/pb-go/flyteidl/core"
	"github.com/flyteorg/flyte/flyteidl/gen/pb-go/flyteidl/plugins"
	pluginsCore "github.com/flyteorg/flyte/flyteplugins/go/tasks/pluginmachinery/core"
	"github.com/flyteorg/flyte/flyteplugins/go/tasks/pluginmachinery/core/mocks"
	"github.com/flyteorg/flyte/flytestdlib/utils"
)

func dummyRayTaskTemplate(id string, rayJob *plugins.RayJob) *core.TaskTemplate {
	custom, err := utils.MarshalPbToStruct(rayJob)
	if err != nil {
		panic(err)
	}
	return &core.TaskTemplate{Id: &core.Identifier{Name: id}, Type: "ray", Custom: custom}
}

func dummyRayTaskContext(template *core.TaskTemplate, r *v1.ResourceRequirements, rm *core.ExtendedResources, containerImage, serviceAccount string) pluginsCore.TaskExecutionContext {
	reader := &mocks.TaskReader{}
	reader.On("Read", mock.Anything).Return(template, nil)
	taskCtx := &mocks.TaskExecutionContext{}
	taskCtx.On("TaskReader").Return(reader)
	return taskCtx
}
