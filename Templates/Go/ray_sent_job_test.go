package ray

import (
	"context"
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/require"
	v1 "k8s.io/api/core/v1"

	"$plugins"

	"$config"
)

// sentPod is a pod template of a job, as the API server gets it.
type sentPod struct {
	Spec v1.PodSpec `json:"spec"`
}

// sentJob is a job as the API server gets it, whatever the version of its API.
type sentJob struct {
	Spec struct {
		RayClusterSpec struct {
			WorkerGroupSpecs []struct {
				Template sentPod `json:"template"`
			} `json:"workerGroupSpecs"`
			AutoscalerOptions *struct {
				Image           string              `json:"image"`
				SecurityContext *v1.SecurityContext `json:"securityContext"`
			} `json:"autoscalerOptions"`
		} `json:"rayClusterSpec"`
		SubmitterPodTemplate *sentPod `json:"submitterPodTemplate"`
	} `json:"spec"`
}

// sentJobs builds a job for each version of its API, with the security contexts that settings give to
// tasks.
func sentJobs(t *testing.T, rayJob *plugins.RayJob, container *v1.SecurityContext, pod *v1.PodSecurityContext) []sentJob {
	before := *config.GetK8sPluginConfig()
	defer func() { require.NoError(t, config.SetK8sPluginConfig(&before)) }()
	settings := before
	settings.DefaultSecurityContext = container
	settings.DefaultPodSecurityContext = pod
	require.NoError(t, config.SetK8sPluginConfig(&settings))

	own := *GetConfig()
	defer func() { require.NoError(t, SetConfig(&own)) }()
	jobs := make([]sentJob, 0)
	for _, version := range $versions {
		$use
		template := dummyRayTaskTemplate("ray-id", rayJob)
		resource, err := rayJobResourceHandler{}.BuildResource(context.TODO(), $context)
		require.NoError(t, err)
		text, err := json.Marshal(resource)
		require.NoError(t, err)
		var job sentJob
		require.NoError(t, json.Unmarshal(text, &job))
		jobs = append(jobs, job)
	}
	return jobs
}

// jobWithWorkers is a job with one group of workers.
func jobWithWorkers() *plugins.RayJob {
	return &plugins.RayJob{
		RayCluster: &plugins.RayCluster{
			HeadGroupSpec:   &plugins.HeadGroupSpec{},
			WorkerGroupSpec: []*plugins.WorkerGroupSpec{{GroupName: "workers", Replicas: 1}},
		},
	}
}
