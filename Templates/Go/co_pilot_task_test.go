package flytek8s

import (
	"context"
	"testing"

	"github.com/stretchr/testify/assert"
	v1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"

	"$core"

	pluginsCore "$plugins"
	pluginsCoreMock "$plugins/mocks"

	"$config"

	"$storage"
)

// coPilotTask is the context of a task whose data co-pilot moves.
type coPilotTask struct {
	pluginsCore.TaskExecutionContext
	reader coPilotTaskReader
}

func (c coPilotTask) TaskReader() pluginsCore.TaskReader {
	return c.reader
}

type coPilotTaskReader struct {
	pluginsCore.TaskReader
	task *core.TaskTemplate
}

func (r coPilotTaskReader) Read(ctx context.Context) (*core.TaskTemplate, error) {
	return r.task, nil
}

// newCoPilotTask makes the context of a task with an input and an output.
func newCoPilotTask(t *testing.T) pluginsCore.TaskExecutionContext {
	integer := &core.Variable{Type: &core.LiteralType{Type: &core.LiteralType_Simple{Simple: core.SimpleType_INTEGER}}}
	variables := &core.VariableMap{Variables: $variables}
	task := &core.TaskTemplate{
		Type:      "raw-container",
		Interface: &core.TypedInterface{Inputs: variables, Outputs: variables},
		Target: &core.TaskTemplate_Container{
			Container: &core.Container{
				Command:    []string{"command"},
				DataConfig: &core.DataLoadingConfig{Enabled: true, InputPath: "/in", OutputPath: "/out"},
			},
		},
	}
	base := $context

	// co-pilot logs the task's name, which the other tests of this package do not set
	var id *pluginsCoreMock.TaskExecutionID
	id, _ = base.TaskExecutionMetadata().GetTaskExecutionID().(*pluginsCoreMock.TaskExecutionID)
	assert.NotNil(t, id)
	node := id.GetID().NodeExecutionId
	known := id.ExpectedCalls
	id.On("GetID").Return($identifier{TaskId: &core.Identifier{Name: "task"}, NodeExecutionId: node})
	id.ExpectedCalls = append(id.ExpectedCalls[len(known):], known...)

	return coPilotTask{TaskExecutionContext: base, reader: coPilotTaskReader{task: task}}
}

// podOfCoPilotTask gives the pod that the settings in force make of a task whose data co-pilot moves.
func podOfCoPilotTask(t *testing.T) *v1.PodSpec {
	stow := storage.GetConfig().Stow
	storage.GetConfig().Stow.Kind = "s3"
	storage.GetConfig().Stow.Config = map[string]string{"region": "none"}
	defer func() { storage.GetConfig().Stow = stow }()

	task := &v1.PodSpec{Containers: []v1.Container{{Name: "main", Image: "image:v1"}}}
	pod, _, err := ApplyFlytePodConfiguration(context.TODO(), newCoPilotTask(t), task, &metav1.ObjectMeta{}, "main")
	assert.NoError(t, err)
	return pod
}

func coPilotSettings() config.FlyteCoPilotConfig {
	return config.FlyteCoPilotConfig{
		NamePrefix:           "flyte-copilot-",
		Image:                "co-pilot:v1",
		DefaultInputDataPath: "/in",
		DefaultOutputPath:    "/out",
		InputVolumeName:      "inputs",
		OutputVolumeName:     "outputs",
		CPU:                  "100m",
		Memory:               "100Mi",
	}
}
