package spark

import (
	"context"
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	v1 "k8s.io/api/core/v1"
	"sigs.k8s.io/controller-runtime/pkg/client"

	sparkOp "$sparkOp"

	"$config"
	"$k8s"
)

// sentPart is the driver or the executor of an application, as the API server gets it.
type sentPart struct {
	SecurityContext    *v1.SecurityContext    `json:"securityContext"`
	PodSecurityContext *v1.PodSecurityContext `json:"podSecurityContext"`
}

// sentApplication builds an application with the security contexts that settings give to tasks.
func sentApplication(t *testing.T, container *v1.SecurityContext, pod *v1.PodSecurityContext) client.Object {
	before := *config.GetK8sPluginConfig()
	defer func() { require.NoError(t, config.SetK8sPluginConfig(&before)) }()
	settings := before
	settings.DefaultSecurityContext = container
	settings.DefaultPodSecurityContext = pod
	require.NoError(t, config.SetK8sPluginConfig(&settings))

	var handler k8s.Plugin = sparkResourceHandler{}
	template := dummySparkTaskTemplateContainer("spark-id", dummySparkConf)
	app, err := handler.BuildResource(context.TODO(), $context)
	require.NoError(t, err)
	return app
}

func TestApplicationHasTheSecurityContextsOfPodAndContainer(t *testing.T) {
	user := int64(1000)
	container := &v1.SecurityContext{RunAsUser: &user}
	pod := &v1.PodSecurityContext{FSGroup: &user}
	app := sentApplication(t, container, pod)

	assert.Equal(t, KindSparkApplication, app.GetObjectKind().GroupVersionKind().Kind)
	text, err := json.Marshal(app)
	require.NoError(t, err)
	var sent struct {
		Spec struct {
			Driver   sentPart `json:"driver"`
			Executor sentPart `json:"executor"`
			Image    string   `json:"image"`
		} `json:"spec"`
	}
	require.NoError(t, json.Unmarshal(text, &sent))
	assert.Equal(t, sentPart{SecurityContext: container, PodSecurityContext: pod}, sent.Spec.Driver)
	assert.Equal(t, sentPart{SecurityContext: container, PodSecurityContext: pod}, sent.Spec.Executor)
	assert.NotEmpty(t, sent.Spec.Image)
}

func TestApplicationWithoutOneForContainersIsSentAsBefore(t *testing.T) {
	user := int64(1000)
	pod := &v1.PodSecurityContext{FSGroup: &user}
	app, ok := sentApplication(t, nil, pod).(*sparkOp.SparkApplication)
	require.True(t, ok)
	assert.Equal(t, pod, app.Spec.Driver.SecurityContenxt)
	assert.Equal(t, pod, app.Spec.Executor.SecurityContenxt)
}
