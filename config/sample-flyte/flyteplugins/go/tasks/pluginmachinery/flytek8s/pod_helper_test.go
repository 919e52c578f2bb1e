package flytek8s

import (
	v1 "k8s.io/api/core/v1"

	"github.com/flyteorg/flyte/flyteidl/gen/pb-go/flyteidl/core"
)

// sampleContext stands for the context of a task.
type sampleContext struct {
	task      *core.TaskTemplate
	resources *v1.ResourceRequirements
}

func dummyExecContext(taskTemplate *core.TaskTemplate, r *v1.ResourceRequirements, rm *core.ExtendedResources, containerImage string, podTemplate *core.K8SPod) sampleContext {
	return sampleContext{task: taskTemplate, resources: r}
}
