package flytek8s

import (
	"sync"

	v1 "k8s.io/api/core/v1"
)

// DefaultPodTemplateStore is the store of the process.
var DefaultPodTemplateStore = NewPodTemplateStore()

// NewPodTemplateStore makes an empty store.
func NewPodTemplateStore() PodTemplateStore {
	return PodTemplateStore{Map: &sync.Map{}}
}

// PodTemplateStore keeps PodTemplates by name and namespace.
type PodTemplateStore struct {
	*sync.Map
	defaultNamespace string
}

// LoadOrDefault gives the PodTemplate of a namespace, else that of the default namespace.
func (p *PodTemplateStore) LoadOrDefault(namespace string, podTemplateName string) *v1.PodTemplate {
	value, ok := p.Load(podTemplateName)
	if !ok {
		return nil
	}
	podTemplates := value.(*sync.Map)
	if podTemplate, ok := podTemplates.Load(namespace); ok {
		return podTemplate.(*v1.PodTemplate)
	}
	if podTemplate, ok := podTemplates.Load(p.defaultNamespace); ok {
		return podTemplate.(*v1.PodTemplate)
	}
	return nil
}
