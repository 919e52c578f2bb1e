package flytek8s

import (
	"strings"

	v1 "k8s.io/api/core/v1"
)

// keptTemplateInitContainers lists the init containers of a PodTemplate that run as they are: those
// that are not for a role, not for a container of the task, and not co-pilot's by name.
func keptTemplateInitContainers(templates, containers []v1.Container, prefix string) []v1.Container {
	used := make(map[string]bool, len(containers))
	for i := range containers {
		used[containers[i].Name] = true
	}

	var kept []v1.Container
	for i := range templates {
		name := templates[i].Name
		isRole := name == defaultInitContainerTemplateName || name == primaryInitContainerTemplateName
		isCoPilot := prefix != "" && strings.HasPrefix(name, prefix)
		if !isRole && !isCoPilot && !used[name] {
			kept = append(kept, *templates[i].DeepCopy())
		}
	}
	return kept
}
