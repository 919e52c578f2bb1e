package flytek8s

import (
	"context"

	"github.com/imdario/mergo"
	v1 "k8s.io/api/core/v1"

	"github.com/flyteorg/flyte/flyteidl/gen/pb-go/flyteidl/core"
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
func ApplyFlytePodConfiguration(ctx context.Context, task *core.TaskTemplate, store *PodTemplateStore, podSpec *v1.PodSpec) (*v1.PodSpec, error) {
	primaryContainer := &podSpec.Containers[0]
	primaryInitContainerName := ""
	dataLoadingConfig := task.GetContainer().GetDataConfig()

	var err error
	if dataLoadingConfig != nil {
		if err = AddCoPilotToContainer(ctx, config.GetK8sPluginConfig().CoPilot, primaryContainer, task.Interface, dataLoadingConfig); err != nil {
			return nil, err
		}
		primaryInitContainerName, err = AddCoPilotToPod(ctx, config.GetK8sPluginConfig().CoPilot, podSpec, dataLoadingConfig)
		if err != nil {
			return nil, err
		}
	}

	UpdatePod(podSpec)
	if primaryContainer.SecurityContext == nil && config.GetK8sPluginConfig().DefaultSecurityContext != nil {
		primaryContainer.SecurityContext = config.GetK8sPluginConfig().DefaultSecurityContext.DeepCopy()
	}

	template := store.LoadOrDefault("", config.GetK8sPluginConfig().DefaultPodTemplateName)
	if template == nil {
		return podSpec, nil
	}
	return MergeBasePodSpecOntoTemplate(&template.Template.Spec, podSpec, primaryInitContainerName)
}

// MergeBasePodSpecOntoTemplate lays the init containers of a task over those of a PodTemplate.
func MergeBasePodSpecOntoTemplate(templatePodSpec *v1.PodSpec, basePodSpec *v1.PodSpec, primaryInitContainerName string) (*v1.PodSpec, error) {
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
