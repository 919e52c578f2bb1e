package ray

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	v1 "k8s.io/api/core/v1"

	"$plugins"
)

func TestAutoscalerKeepsTheOptionsOfTheTask(t *testing.T) {
	user := int64(1000)
	wanted := &v1.SecurityContext{RunAsUser: &user}
	rayJob := jobWithWorkers()
	rayJob.RayCluster.EnableAutoscaling = true
	rayJob.RayCluster.AutoscalerOptions = &plugins.AutoscalerOptions{Image: "autoscaler:1"}

	for _, job := range sentJobs(t, rayJob, wanted, nil) {
		require.NotNil(t, job.Spec.RayClusterSpec.AutoscalerOptions)
		assert.Equal(t, "autoscaler:1", job.Spec.RayClusterSpec.AutoscalerOptions.Image)
		assert.Equal(t, wanted, job.Spec.RayClusterSpec.AutoscalerOptions.SecurityContext)
	}
}
