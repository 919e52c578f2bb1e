package flytek8s

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	v1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
)

func TestPodTemplateStoreHandsOutCopies(t *testing.T) {
	store := NewPodTemplateStore()
	store.SetDefaultNamespace("flyte")
	for _, name := range []string{"flyte", "tasks"} {
		store.Store(&v1.PodTemplate{ObjectMeta: metav1.ObjectMeta{Name: "hardened", Namespace: name}})
	}

	for _, name := range []string{"tasks", "elsewhere"} {
		template := store.LoadOrDefault(name, "hardened")
		require.NotNil(t, template)
		template.Labels = map[string]string{"changed": "yes"}
		assert.Empty(t, store.LoadOrDefault(name, "hardened").Labels)
	}
}

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
	require.NoError(t, err)
	assert.Equal(t, before, template)
}
