package ray

import (
	"context"

	rayv1 "github.com/ray-project/kuberay/ray-operator/apis/ray/v1"
	v1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"sigs.k8s.io/controller-runtime/pkg/client"

	"github.com/flyteorg/flyte/flyteidl/gen/pb-go/flyteidl/plugins"
	pluginsCore "github.com/flyteorg/flyte/flyteplugins/go/tasks/pluginmachinery/core"
	"github.com/flyteorg/flyte/flyteplugins/go/tasks/pluginmachinery/flytek8s"
	"github.com/flyteorg/flyte/flyteplugins/go/tasks/pluginmachinery/flytek8s/config"
	"github.com/flyteorg/flyte/flytestdlib/utils"
)

type rayJobResourceHandler struct{}

// BuildResource makes the job that KubeRay runs.
func (rayJobResourceHandler) BuildResource(ctx context.Context, taskCtx pluginsCore.TaskExecutionContext) (client.Object, error) {
	template, err := taskCtx.TaskReader().Read(ctx)
	if err != nil {
		return nil, err
	}
	rayJob := plugins.RayJob{}
	if err = utils.UnmarshalStructToPb(template.GetCustom(), &rayJob); err != nil {
		return nil, err
	}
	podSpec, objectMeta, _, err := flytek8s.ToK8sPodSpec(ctx, taskCtx)
	if err != nil {
		return nil, err
	}
	return constructRayJob(&rayJob, objectMeta, *podSpec)
}

func constructRayJob(rayJob *plugins.RayJob, objectMeta *metav1.ObjectMeta, taskPodSpec v1.PodSpec) (*rayv1.RayJob, error) {
	rayClusterSpec := rayv1.RayClusterSpec{
		HeadGroupSpec:           rayv1.HeadGroupSpec{Template: podTemplate("ray-head", objectMeta, taskPodSpec)},
		EnableInTreeAutoscaling: &rayJob.RayCluster.EnableAutoscaling,
	}

	for _, spec := range rayJob.GetRayCluster().GetWorkerGroupSpec() {
		rayClusterSpec.WorkerGroupSpecs = append(rayClusterSpec.WorkerGroupSpecs, rayv1.WorkerGroupSpec{
			GroupName: spec.GetGroupName(),
			Template:  buildWorkerPodTemplate(objectMeta, taskPodSpec),
		})
	}
	submitter := buildSubmitterPodTemplate(objectMeta, taskPodSpec)
	return &rayv1.RayJob{
		ObjectMeta: *objectMeta,
		Spec:       rayv1.RayJobSpec{RayClusterSpec: &rayClusterSpec, SubmitterPodTemplate: &submitter},
	}, nil
}

func buildWorkerPodTemplate(objectMeta *metav1.ObjectMeta, taskPodSpec v1.PodSpec) v1.PodTemplateSpec {
	return podTemplate("ray-worker", objectMeta, taskPodSpec)
}

func buildSubmitterPodTemplate(objectMeta *metav1.ObjectMeta, taskPodSpec v1.PodSpec) v1.PodTemplateSpec {
	return podTemplate("ray-submitter", objectMeta, taskPodSpec)
}

// podTemplate gives the task's own container another name.
func podTemplate(name string, objectMeta *metav1.ObjectMeta, taskPodSpec v1.PodSpec) v1.PodTemplateSpec {
	podSpec := taskPodSpec.DeepCopy()
	podSpec.Containers[0].Name = name
	template := v1.PodTemplateSpec{Spec: *podSpec, ObjectMeta: *objectMeta}
	template.SetLabels(utils.UnionMaps(config.GetK8sPluginConfig().DefaultLabels, template.GetLabels()))
	return template
}
