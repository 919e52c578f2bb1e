package flytek8s

import (
	"context"
	"testing"

	"github.com/stretchr/testify/mock"
	"github.com/stretchr/testify/require"
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
	metadata coPilotTaskMetadata
	reader   pluginsCore.TaskReader
}

func (c coPilotTask) TaskExecutionMetadata() pluginsCore.TaskExecutionMetadata {
	return c.metadata
}

func (c coPilotTask) TaskReader() pluginsCore.TaskReader {
	return c.reader
}

// coPilotTaskMetadata has the task's name, which co-pilot logs and dummyExecContext leaves out.
type coPilotTaskMetadata struct {
	pluginsCore.TaskExecutionMetadata
	id pluginsCore.TaskExecutionID
}

func (c coPilotTaskMetadata) GetTaskExecutionID() pluginsCore.TaskExecutionID {
	return c.id
}

// newCoPilotTask makes the context of a task with an input and an output.
func newCoPilotTask() pluginsCore.TaskExecutionContext {
	integer := &core.Variable{Type: &core.LiteralType{Type: &core.LiteralType_Simple{Simple: core.SimpleType_INTEGER}}}
	variables := &core.VariableMap{Variables: $variables}
	base := $context

	id := &pluginsCoreMock.TaskExecutionID{}
	id.On("GetGeneratedName").Return("some-acceptable-name")
	id.On("GetID").Return($identifier{
		TaskId:          &core.Identifier{Name: "task"},
		NodeExecutionId: base.TaskExecutionMetadata().GetTaskExecutionID().GetID().NodeExecutionId,
	})

	reader := &pluginsCoreMock.TaskReader{}
	reader.On("Read", mock.Anything).Return(&core.TaskTemplate{
		Type:      "raw-container",
		Interface: &core.TypedInterface{Inputs: variables, Outputs: variables},
		Target: &core.TaskTemplate_Container{
			Container: &core.Container{
				Command:    []string{"command"},
				DataConfig: &core.DataLoadingConfig{Enabled: true, InputPath: "/in", OutputPath: "/out"},
			},
		},
	}, nil)

	return coPilotTask{
		TaskExecutionContext: base,
		metadata:             coPilotTaskMetadata{TaskExecutionMetadata: base.TaskExecutionMetadata(), id: id},
		reader:               reader,
	}
}

// podOfCoPilotTask gives the pod that the settings in force make of a task whose data co-pilot moves.
func podOfCoPilotTask(t *testing.T) *v1.PodSpec {
	stow := storage.GetConfig().Stow
	storage.GetConfig().Stow.Kind = "s3"
	storage.GetConfig().Stow.Config = map[string]string{"region": "none"}
	defer func() { storage.GetConfig().Stow = stow }()

	task := &v1.PodSpec{Containers: []v1.Container{{Name: "main", Image: "image:v1"}}}
	pod, _, err := ApplyFlytePodConfiguration(context.TODO(), newCoPilotTask(), task, &metav1.ObjectMeta{}, "main")
	require.NoError(t, err)
	require.NotNil(t, pod)
	return pod
}

// containerNamed gives the one container of that name.
func containerNamed(t *testing.T, name string, containers []v1.Container) v1.Container {
	var found []v1.Container
	for _, container := range containers {
		if container.Name == name {
			found = append(found, container)
		}
	}
	require.Len(t, found, 1, name)
	return found[0]
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
