package flytek8s

import (
	"context"

	"github.com/imdario/mergo"
	v1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"

	pluginserrors "github.com/flyteorg/flyte/flyteplugins/go/tasks/errors"
	pluginsCore "github.com/flyteorg/flyte/flyteplugins/go/tasks/pluginmachinery/core"
	"github.com/flyteorg/flyte/flyteplugins/go/tasks/pluginmachinery/flytek8s/config"
)

const (
	defaultInitContainerTemplateName = "default-init"
	primaryInitContainerTemplateName = "primary-init"
)

// UpdatePod sets what every pod has.
func UpdatePod(podSpec *v1.PodSpec) {
	if len(podSpec.RestartPolicy) == 0 {
		podSpec.RestartPolicy = v1.RestartPolicyNever
	}
}

// ApplyFlytePodConfiguration makes a task's pod what the settings and its PodTemplate say.
func ApplyFlytePodConfiguration(ctx context.Context, tCtx pluginsCore.TaskExecutionContext, podSpec *v1.PodSpec, objectMeta *metav1.ObjectMeta, primaryContainerName string) (*v1.PodSpec, *metav1.ObjectMeta, error) {
	task, err := tCtx.TaskReader().Read(ctx)
	if err != nil {
		return nil, nil, err
	}
	primaryContainer := &podSpec.Containers[0]
	for i := range podSpec.Containers {
		if podSpec.Containers[i].Name == primaryContainerName {
			primaryContainer = &podSpec.Containers[i]
		}
	}
	primaryInitContainerName := ""
	dataLoadingConfig := task.GetContainer().GetDataConfig()

	if dataLoadingConfig != nil {
		if err = AddCoPilotToContainer(ctx, config.GetK8sPluginConfig().CoPilot, primaryContainer, task.Interface, dataLoadingConfig); err != nil {
			return nil, nil, err
		}
		primaryInitContainerName, err = AddCoPilotToPod(ctx, config.GetK8sPluginConfig().CoPilot, podSpec, dataLoadingConfig)
		if err != nil {
			return nil, nil, err
		}
	}

	UpdatePod(podSpec)
	if primaryContainer.SecurityContext == nil && config.GetK8sPluginConfig().DefaultSecurityContext != nil {
		primaryContainer.SecurityContext = config.GetK8sPluginConfig().DefaultSecurityContext.DeepCopy()
	}

	template, err := getBasePodTemplate(ctx, tCtx, DefaultPodTemplateStore)
	if err != nil || template == nil {
		return podSpec, objectMeta, err
	}
	merged, err := MergeBasePodSpecOntoTemplate(&template.Template.Spec, podSpec, primaryContainerName, primaryInitContainerName)
	return merged, objectMeta, err
}

// getBasePodTemplate finds the PodTemplate that a task names, else the default one, which may be none.
func getBasePodTemplate(ctx context.Context, tCtx pluginsCore.TaskExecutionContext, podTemplateStore PodTemplateStore) (*v1.PodTemplate, error) {
	task, err := tCtx.TaskReader().Read(ctx)
	if err != nil {
		return nil, err
	}
	var podTemplate *v1.PodTemplate
	if wanted := task.GetMetadata().GetPodTemplateName(); wanted != "" {
		podTemplate = podTemplateStore.LoadOrDefault(tCtx.TaskExecutionMetadata().GetNamespace(), wanted)
		if podTemplate == nil {
			return nil, pluginserrors.Errorf(pluginserrors.BadTaskSpecification, "no PodTemplate is called '%s'", wanted)
		}
	} else {
		podTemplate = podTemplateStore.LoadOrDefault(tCtx.TaskExecutionMetadata().GetNamespace(), config.GetK8sPluginConfig().DefaultPodTemplateName)
	}
	return podTemplate, nil
}

// MergeBasePodSpecOntoTemplate lays the init containers of a task over those of a PodTemplate.
func MergeBasePodSpecOntoTemplate(templatePodSpec *v1.PodSpec, basePodSpec *v1.PodSpec, primaryContainerName string, primaryInitContainerName string) (*v1.PodSpec, error) {
	mergedPodSpec := templatePodSpec.DeepCopy()
	var mergedInitContainers []v1.Container
	for _, initContainer := range basePodSpec.InitContainers {
		merged := v1.Container{}
		for _, templateInitContainer := range templatePodSpec.InitContainers {
			isDefault := templateInitContainer.Name == defaultInitContainerTemplateName
			isPrimary := templateInitContainer.Name == primaryInitContainerTemplateName && initContainer.Name == primaryInitContainerName
			if !isDefault && !isPrimary {
				if templateInitContainer.Name != initContainer.Name {
					continue
				}
			}
			if err := mergo.Merge(&merged, templateInitContainer, mergo.WithOverride, mergo.WithAppendSlice); err != nil {
				return nil, err
			}
		}
		if err := mergo.Merge(&merged, initContainer, mergo.WithOverride, mergo.WithAppendSlice); err != nil {
			return nil, err
		}
		mergedInitContainers = append(mergedInitContainers, merged)
	}
	mergedPodSpec.Containers = basePodSpec.Containers
	mergedPodSpec.InitContainers = mergedInitContainers
	return mergedPodSpec, nil
}
