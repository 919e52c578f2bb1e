package spark

import (
	"context"

	sparkOp "github.com/GoogleCloudPlatform/spark-on-k8s-operator/pkg/apis/sparkoperator.k8s.io/v1beta2"
	v1 "k8s.io/api/core/v1"
	"sigs.k8s.io/controller-runtime/pkg/client"

	pluginsCore "github.com/flyteorg/flyte/flyteplugins/go/tasks/pluginmachinery/core"
	"github.com/flyteorg/flyte/flyteplugins/go/tasks/pluginmachinery/flytek8s"
	"github.com/flyteorg/flyte/flyteplugins/go/tasks/pluginmachinery/flytek8s/config"
	"github.com/flyteorg/flyte/flyteplugins/go/tasks/pluginmachinery/k8s"
)

type sparkResourceHandler struct{}

// GetProperties says nothing special.
func (sparkResourceHandler) GetProperties() k8s.PluginProperties {
	return k8s.PluginProperties{}
}

// BuildResource makes the application that Spark's operator runs.
func (sparkResourceHandler) BuildResource(ctx context.Context, taskCtx pluginsCore.TaskExecutionContext) (client.Object, error) {
	driverSpec, err := createDriverSpec(ctx, taskCtx)
	if err != nil {
		return nil, err
	}
	executorSpec, err := createExecutorSpec(ctx, taskCtx)
	if err != nil {
		return nil, err
	}
	app := &sparkOp.SparkApplication{
		Spec: sparkOp.SparkApplicationSpec{
			Image:    &executorSpec.container.Image,
			Driver:   *driverSpec.sparkSpec,
			Executor: *executorSpec.sparkSpec,
		},
	}
	return app, nil
}

func createSparkPodSpec(podSpec *v1.PodSpec, container *v1.Container) *sparkOp.SparkPodSpec {
	return &sparkOp.SparkPodSpec{
		Image:            &container.Image,
		Labels:           config.GetK8sPluginConfig().DefaultLabels,
		SecurityContenxt: podSpec.SecurityContext.DeepCopy(),
	}
}

type driverSpec struct {
	sparkSpec *sparkOp.DriverSpec
}

func createDriverSpec(ctx context.Context, taskCtx pluginsCore.TaskExecutionContext) (*driverSpec, error) {
	podSpec, primaryContainer, err := podOf(ctx, taskCtx)
	if err != nil {
		return nil, err
	}
	spec := driverSpec{
		&sparkOp.DriverSpec{
			SparkPodSpec: *createSparkPodSpec(podSpec, primaryContainer),
		},
	}
	return &spec, nil
}

type executorSpec struct {
	container *v1.Container
	sparkSpec *sparkOp.ExecutorSpec
}

func createExecutorSpec(ctx context.Context, taskCtx pluginsCore.TaskExecutionContext) (*executorSpec, error) {
	podSpec, primaryContainer, err := podOf(ctx, taskCtx)
	if err != nil {
		return nil, err
	}
	spec := executorSpec{
		primaryContainer,
		&sparkOp.ExecutorSpec{
			SparkPodSpec: *createSparkPodSpec(podSpec, primaryContainer),
		},
	}
	return &spec, nil
}

// podOf gives the task's pod and its own container.
func podOf(ctx context.Context, taskCtx pluginsCore.TaskExecutionContext) (*v1.PodSpec, *v1.Container, error) {
	podSpec, _, name, err := flytek8s.ToK8sPodSpec(ctx, taskCtx)
	if err != nil {
		return nil, nil, err
	}
	container, err := flytek8s.GetContainer(podSpec, name)
	return podSpec, container, err
}
