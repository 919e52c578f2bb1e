package spark

import (
	"github.com/stretchr/testify/mock"

	"github.com/flyteorg/flyte/flyteidl/gen/pb-go/flyteidl/core"
	pluginsCore "github.com/flyteorg/flyte/flyteplugins/go/tasks/pluginmachinery/core"
	"github.com/flyteorg/flyte/flyteplugins/go/tasks/pluginmachinery/core/mocks"
	"github.com/flyteorg/flyte/flyteplugins/go/tasks/pluginmachinery/k8s"
)

var dummySparkConf = map[string]string{"spark.driver.memory": "1g"}

func dummySparkTaskTemplateContainer(id string, sparkConf map[string]string) *core.TaskTemplate {
	return &core.TaskTemplate{
		Id:     &core.Identifier{Name: id},
		Type:   "spark",
		Config: sparkConf,
	}
}

func dummySparkTaskContext(template *core.TaskTemplate, interruptible bool, state k8s.PluginState) pluginsCore.TaskExecutionContext {
	reader := &mocks.TaskReader{}
	reader.On("Read", mock.Anything).Return(template, nil)
	taskCtx := &mocks.TaskExecutionContext{}
	taskCtx.On("TaskReader").Return(reader)
	return taskCtx
}
