package flytek8s

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	v1 "k8s.io/api/core/v1"
)

// mergedInitContainer merges a task's one init container with a template's.
func mergedInitContainer(t *testing.T, template, task v1.Container, primaryInitContainerName string) v1.Container {
	pod := &v1.PodSpec{
		Containers:     []v1.Container{{Name: "main"}},
		InitContainers: []v1.Container{*task.DeepCopy()},
	}
	merged, err := $merge(&v1.PodSpec{InitContainers: []v1.Container{template}}, pod, "main", primaryInitContainerName)
	require.NoError(t, err)
	require.NotNil(t, merged)
	require.Len(t, merged.InitContainers, 1)
	assert.Equal(t, []v1.Container{task}, pod.InitContainers)
	return merged.InitContainers[0]
}

func TestInitContainerTakesTheEntryOfItsName(t *testing.T) {
	user := int64(1000)
	template := v1.Container{Name: "downloader", SecurityContext: &v1.SecurityContext{RunAsUser: &user}}
	task := v1.Container{Name: "downloader", Args: []string{"download"}}

	// the downloader is the primary init container; others are matched in the same way
	for _, primaryInitContainerName := range []string{"downloader", ""} {
		merged := mergedInitContainer(t, template, task, primaryInitContainerName)
		require.NotNil(t, merged.SecurityContext)
		assert.Equal(t, &user, merged.SecurityContext.RunAsUser)
		assert.Equal(t, []string{"download"}, merged.Args)
	}
}

func TestInitContainerNamedLikeARoleTakesItsEntryOnce(t *testing.T) {
	for _, name := range []string{defaultInitContainerTemplateName, primaryInitContainerTemplateName} {
		template := v1.Container{Name: name, Args: []string{"of the template"}}
		task := v1.Container{Name: name, Args: []string{"of the task"}}

		merged := mergedInitContainer(t, template, task, name)
		assert.Equal(t, []string{"of the template", "of the task"}, merged.Args)
	}
}
