package ray

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	v1 "k8s.io/api/core/v1"
)

func TestAutoscalerTakesTheSecurityContextOfTheHead(t *testing.T) {
	user := int64(1000)
	wanted := &v1.SecurityContext{RunAsUser: &user}
	rayJob := jobWithWorkers()
	rayJob.RayCluster.EnableAutoscaling = true

	for _, job := range sentJobs(t, rayJob, wanted, nil) {
		require.NotNil(t, job.Spec.RayClusterSpec.AutoscalerOptions)
		assert.Equal(t, wanted, job.Spec.RayClusterSpec.AutoscalerOptions.SecurityContext)
	}
}

func TestAutoscalerOptionsAreNotMadeForNothing(t *testing.T) {
	user := int64(1000)
	rayJob := jobWithWorkers()
	for _, job := range sentJobs(t, rayJob, &v1.SecurityContext{RunAsUser: &user}, nil) {
		assert.Nil(t, job.Spec.RayClusterSpec.AutoscalerOptions)
	}

	rayJob.RayCluster.EnableAutoscaling = true
	for _, job := range sentJobs(t, rayJob, nil, nil) {
		assert.Nil(t, job.Spec.RayClusterSpec.AutoscalerOptions)
	}
}
