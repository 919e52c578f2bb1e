package flytek8s

import (
	"testing"

	"github.com/stretchr/testify/assert"
	v1 "k8s.io/api/core/v1"
)

func TestMergingByNameLeavesTheTemplateAlone(t *testing.T) {
	template := &v1.PodSpec{
		Containers:     []v1.Container{{Name: "main", Args: []string{"of the template"}}},
		InitContainers: []v1.Container{{Name: "prepare", Args: []string{"of the template"}}},
	}
	pod := &v1.PodSpec{
		Containers:     []v1.Container{{Name: "main", Args: []string{"of the task"}}},
		InitContainers: []v1.Container{{Name: "prepare", Args: []string{"of the task"}}},
	}
	before := template.DeepCopy()
	_, err := MergeBasePodSpecOntoTemplate(template, pod, "main", "")
	assert.NoError(t, err)
	assert.Equal(t, before, template)
}
