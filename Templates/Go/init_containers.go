package flytek8s

import (
	"strings"

	"github.com/imdario/mergo"
	v1 "k8s.io/api/core/v1"
)

const (
	defaultInitContainerTemplateName = "default-init"
	primaryInitContainerTemplateName = "primary-init"
)

// mergeInitContainersWithTemplate lays each init container of a task over those of a PodTemplate
// that are for it: default-init, primary-init for the container called primaryName, and the entry
// of its own name. Neither list is changed. The template's other init containers come first, but
// for those whose name begins with the co-pilot prefix: without a container of that name they would
// run the image of the template.
func mergeInitContainersWithTemplate(templates, containers []v1.Container, prefix, primaryName string) ([]v1.Container, error) {
	used := make(map[string]bool, len(containers))
	for i := range containers {
		used[containers[i].Name] = true
	}

	var merged []v1.Container
	for i := range templates {
		name := templates[i].Name
		isRole := name == defaultInitContainerTemplateName || name == primaryInitContainerTemplateName
		isCoPilot := prefix != "" && strings.HasPrefix(name, prefix)
		if !isRole && !isCoPilot && !used[name] {
			merged = append(merged, *templates[i].DeepCopy())
		}
	}

	for i := range containers {
		layers := initContainerLayers(templates, &containers[i], primaryName)
		container := layers[0].DeepCopy()
		for _, layer := range layers[1:] {
			if err := mergo.Merge(container, layer.DeepCopy(), mergo.WithOverride, mergo.WithAppendSlice); err != nil {
				return nil, err
			}
		}
		merged = append(merged, *container)
	}
	return merged, nil
}

// initContainerLayers lists what an init container is made of, the lowest first.
func initContainerLayers(templates []v1.Container, container *v1.Container, primaryName string) []*v1.Container {
	names := []string{defaultInitContainerTemplateName}
	if container.Name == primaryName {
		names = append(names, primaryInitContainerTemplateName)
	}
	if container.Name != defaultInitContainerTemplateName && container.Name != primaryInitContainerTemplateName {
		names = append(names, container.Name)
	}

	var layers []*v1.Container
	for _, name := range names {
		for i := range templates {
			if templates[i].Name == name {
				layers = append(layers, &templates[i])
			}
		}
	}
	return append(layers, container)
}
