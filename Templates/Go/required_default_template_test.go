package flytek8s

import (
	"context"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	v1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"

	pluginserrors "$errors"
	"$config"
)

func TestAMissingDefaultPodTemplateIsAnErrorWhereRequired(t *testing.T) {
	before := *config.GetK8sPluginConfig()
	defer func() { require.NoError(t, config.SetK8sPluginConfig(&before)) }()
	settings := before
	settings.DefaultPodTemplateName = "required"
	settings.RequireDefaultPodTemplate = false
	require.NoError(t, config.SetK8sPluginConfig(&settings))

	store := NewPodTemplateStore()
	task := $context
	template, err := getBasePodTemplate(context.TODO(), task, store)
	require.NoError(t, err)
	assert.Nil(t, template)

	settings.RequireDefaultPodTemplate = true
	require.NoError(t, config.SetK8sPluginConfig(&settings))
	_, err = getBasePodTemplate(context.TODO(), task, store)
	// errors are compared by their codes
	assert.ErrorIs(t, err, pluginserrors.Errorf(pluginserrors.DownstreamSystemError, "required"))

	store.Store(&v1.PodTemplate{ObjectMeta: metav1.ObjectMeta{Name: "required", Namespace: "test-namespace"}})
	template, err = getBasePodTemplate(context.TODO(), task, store)
	require.NoError(t, err)
	assert.NotNil(t, template)

	settings.DefaultPodTemplateName = ""
	require.NoError(t, config.SetK8sPluginConfig(&settings))
	template, err = getBasePodTemplate(context.TODO(), task, store)
	require.NoError(t, err)
	assert.Nil(t, template)
}
