package flytek8s

import (
	"testing"

	"github.com/stretchr/testify/assert"
	v1 "k8s.io/api/core/v1"
)

func TestInitContainerTakesTheEntryOfItsName(t *testing.T) {
	user := int64(1000)
	template := &v1.PodSpec{
		InitContainers: []v1.Container{{Name: "downloader", SecurityContext: &v1.SecurityContext{RunAsUser: &user}}},
	}
	pod := &v1.PodSpec{
		Containers:     []v1.Container{{Name: "main"}},
		InitContainers: []v1.Container{{Name: "downloader", Args: []string{"download"}}},
	}
	merged, err := $merge(template, pod, "main", "downloader")
	assert.NoError(t, err)
	if assert.Len(t, merged.InitContainers, 1) && assert.NotNil(t, merged.InitContainers[0].SecurityContext) {
		assert.Equal(t, &user, merged.InitContainers[0].SecurityContext.RunAsUser)
		assert.Equal(t, []string{"download"}, merged.InitContainers[0].Args)
	}
	assert.Nil(t, pod.InitContainers[0].SecurityContext)
}
