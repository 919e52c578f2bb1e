package ray

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	v1 "k8s.io/api/core/v1"
)

func TestInitContainerOfWorkersTakesTheSecurityContextOfTheWorker(t *testing.T) {
	user := int64(1000)
	for _, wanted := range []*v1.SecurityContext{nil, {RunAsUser: &user}} {
		for _, job := range sentJobs(t, jobWithWorkers(), wanted, nil) {
			require.Len(t, job.Spec.RayClusterSpec.WorkerGroupSpecs, 1)
			inits := job.Spec.RayClusterSpec.WorkerGroupSpecs[0].Template.Spec.InitContainers
			require.Len(t, inits, 1)
			assert.Equal(t, "init-myservice", inits[0].Name)
			assert.Equal(t, wanted, inits[0].SecurityContext)
		}
	}
}
