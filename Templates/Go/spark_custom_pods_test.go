package spark

import (
	"context"
	"testing"

	sparkOp "github.com/kubeflow/spark-operator/v2/api/v1beta2"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"google.golang.org/protobuf/types/known/structpb"
	v1 "k8s.io/api/core/v1"

	"$config"
	"$utils"
)

// sentOwnPods builds an application of a task that brings a pod for its driver and executors, with the
// security contexts that settings give to tasks.
func sentOwnPods(t *testing.T, own *v1.PodSpec, pod *v1.PodSecurityContext, container *v1.SecurityContext) []v1.PodSpec {
	before, sparkBefore := *config.GetK8sPluginConfig(), *GetSparkConfig()
	defer func() {
		require.NoError(t, config.SetK8sPluginConfig(&before))
		require.NoError(t, setSparkConfig(&sparkBefore))
	}()
	settings := before
	settings.DefaultPodSecurityContext = pod
	settings.DefaultSecurityContext = container
	require.NoError(t, config.SetK8sPluginConfig(&settings))
	require.NoError(t, setSparkConfig(&Config{EnablePodTemplate: true}))
	setPodTemplateSupportedForTest(true)

	content, err := utils.MarshalObjToStruct(own)
	require.NoError(t, err)
	part := structpb.NewStructValue(&structpb.Struct{
		Fields: map[string]*structpb.Value{"podSpec": structpb.NewStructValue(content)},
	})
	template := dummySparkTaskTemplateContainer("own-pods", dummySparkConf)
	template.Custom.Fields["driverPod"] = part
	template.Custom.Fields["executorPod"] = part
	resource, err := sparkResourceHandler{}.BuildResource(context.TODO(), dummySparkTaskContext(template, false))
	require.NoError(t, err)
	app, ok := resource.(*sparkOp.SparkApplication)
	require.True(t, ok)
	require.NotNil(t, app.Spec.Driver.Template)
	require.NotNil(t, app.Spec.Executor.Template)
	return []v1.PodSpec{app.Spec.Driver.Template.Spec, app.Spec.Executor.Template.Spec}
}

func TestOwnPodsGetTheSecurityContextsThatTheyLack(t *testing.T) {
	user, hard, open := int64(1000), true, false
	pod := &v1.PodSecurityContext{FSGroup: &user}
	container := &v1.SecurityContext{RunAsNonRoot: &hard, AllowPrivilegeEscalation: &open}
	own := &v1.PodSpec{
		InitContainers: []v1.Container{{Name: "prepare"}},
		Containers:     []v1.Container{{Name: "spark"}, {Name: "helper"}},
	}
	for _, sent := range sentOwnPods(t, own, pod, container) {
		assert.Equal(t, pod, sent.SecurityContext)
		for _, found := range append(sent.InitContainers, sent.Containers...) {
			assert.Equal(t, container, found.SecurityContext, found.Name)
		}
		assert.Len(t, sent.Containers, 2)
	}
}

func TestOwnPodsAreSentAsTheyAreWhereFlyteSetsNothing(t *testing.T) {
	user := int64(2000)
	own := &v1.PodSpec{
		SecurityContext: &v1.PodSecurityContext{RunAsUser: &user},
		Containers:      []v1.Container{{Name: "spark"}, {Name: "helper", SecurityContext: &v1.SecurityContext{RunAsUser: &user}}},
	}
	for _, sent := range sentOwnPods(t, own, nil, nil) {
		assert.Equal(t, own.SecurityContext, sent.SecurityContext)
		assert.Equal(t, own.Containers, sent.Containers)
	}
}

func TestWhatTheTaskSetsWins(t *testing.T) {
	user, own, yes, no := int64(1000), int64(2000), true, false
	profile := &v1.SeccompProfile{Type: v1.SeccompProfileTypeRuntimeDefault}
	pod := &v1.PodSecurityContext{RunAsUser: &user, FSGroup: &user, SeccompProfile: profile}
	container := &v1.SecurityContext{
		RunAsUser:                &user,
		AllowPrivilegeEscalation: &no,
		SELinuxOptions:           &v1.SELinuxOptions{Role: "role", Level: "level"},
		Capabilities:             &v1.Capabilities{Add: []v1.Capability{"CHOWN"}, Drop: []v1.Capability{"ALL"}},
	}
	// both are kept with all that is in them
	options := &v1.SELinuxOptions{Level: "own"}
	unconfined := &v1.SeccompProfile{Type: v1.SeccompProfileTypeUnconfined}
	spec := &v1.PodSpec{
		SecurityContext: &v1.PodSecurityContext{RunAsUser: &own, SeccompProfile: unconfined},
		Containers: []v1.Container{
			{Name: "spark", SecurityContext: &v1.SecurityContext{
				SELinuxOptions: options,
				Capabilities:   &v1.Capabilities{Add: []v1.Capability{"KILL"}, Drop: []v1.Capability{}},
			}},
			{Name: "privileged", SecurityContext: &v1.SecurityContext{Privileged: &yes, RunAsUser: &user}},
			{Name: "admin", SecurityContext: &v1.SecurityContext{
				Capabilities: &v1.Capabilities{Add: []v1.Capability{"CAP_SYS_ADMIN"}},
			}},
		},
	}
	fillSecurityContexts(spec, pod, container)

	assert.Equal(t, &v1.PodSecurityContext{RunAsUser: &own, FSGroup: &user, SeccompProfile: unconfined}, spec.SecurityContext)
	assert.Equal(t, &v1.SecurityContext{
		RunAsUser:                &own, // that of the task's pod
		AllowPrivilegeEscalation: &no,
		SELinuxOptions:           options,
		Capabilities:             &v1.Capabilities{Add: []v1.Capability{"KILL"}, Drop: []v1.Capability{"ALL"}},
	}, spec.Containers[0].SecurityContext)
	// the API server would refuse these with allowPrivilegeEscalation
	assert.Nil(t, spec.Containers[1].SecurityContext.AllowPrivilegeEscalation)
	assert.Equal(t, user, *spec.Containers[1].SecurityContext.RunAsUser)
	assert.Nil(t, spec.Containers[2].SecurityContext.AllowPrivilegeEscalation)
	assert.Equal(t, []v1.Capability{"ALL"}, spec.Containers[2].SecurityContext.Capabilities.Drop)
}

func TestOwnPodsShareNothingWithTheContextsOfFlyte(t *testing.T) {
	user, yes, no := int64(1000), true, false
	pod := &v1.PodSecurityContext{RunAsUser: &user, SupplementalGroups: []int64{1}}
	container := &v1.SecurityContext{
		Privileged:               &yes,
		AllowPrivilegeEscalation: &yes,
		Capabilities:             &v1.Capabilities{Drop: []v1.Capability{"ALL"}},
	}
	podBefore, containerBefore := pod.DeepCopy(), container.DeepCopy()
	spec := &v1.PodSpec{
		InitContainers: []v1.Container{{Name: "prepare"}},
		Containers:     []v1.Container{{Name: "spark"}, {Name: "helper", SecurityContext: &v1.SecurityContext{AllowPrivilegeEscalation: &no}}},
	}
	fillSecurityContexts(spec, pod, container)
	assert.Nil(t, spec.Containers[1].SecurityContext.Privileged)

	*spec.SecurityContext.RunAsUser = 0
	spec.SecurityContext.SupplementalGroups[0] = 0
	*spec.Containers[0].SecurityContext.Privileged = false
	spec.Containers[1].SecurityContext.Capabilities.Drop[0] = "KILL"
	assert.Equal(t, podBefore, pod)
	assert.Equal(t, containerBefore, container)
	assert.True(t, *spec.InitContainers[0].SecurityContext.Privileged)
	assert.Equal(t, []v1.Capability{"ALL"}, spec.InitContainers[0].SecurityContext.Capabilities.Drop)
}
