package ray

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	v1 "k8s.io/api/core/v1"
)

func TestSubmitterTakesTheSecurityContextsOfTheHead(t *testing.T) {
	user := int64(1000)
	container := &v1.SecurityContext{RunAsUser: &user}
	pod := &v1.PodSecurityContext{FSGroup: &user}

	for _, job := range sentJobs(t, jobWithWorkers(), container, pod) {
		require.NotNil(t, job.Spec.SubmitterPodTemplate)
		spec := job.Spec.SubmitterPodTemplate.Spec
		assert.Equal(t, pod, spec.SecurityContext)
		require.Len(t, spec.Containers, 1)
		assert.Equal(t, container, spec.Containers[0].SecurityContext)
	}
}

func TestSubmitterOfABareHeadIsBare(t *testing.T) {
	for _, job := range sentJobs(t, jobWithWorkers(), nil, nil) {
		require.NotNil(t, job.Spec.SubmitterPodTemplate)
		assert.Nil(t, job.Spec.SubmitterPodTemplate.Spec.SecurityContext)
		assert.Nil(t, job.Spec.SubmitterPodTemplate.Spec.Containers[0].SecurityContext)
	}
}
