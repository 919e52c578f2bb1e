package flytek8s

import (
	"context"
	"testing"

	"github.com/stretchr/testify/assert"
	v1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"

	"$config"
)

func TestAMissingDefaultPodTemplateIsAnErrorWhereRequired(t *testing.T) {
	before := *config.GetK8sPluginConfig()
	defer func() { assert.NoError(t, config.SetK8sPluginConfig(&before)) }()
	settings := before
	settings.DefaultPodTemplateName = "required"
	settings.RequireDefaultPodTemplate = false
	assert.NoError(t, config.SetK8sPluginConfig(&settings))

	store := NewPodTemplateStore()
	task := $context
	template, err := getBasePodTemplate(context.TODO(), task, store)
	assert.NoError(t, err)
	assert.Nil(t, template)

	settings.RequireDefaultPodTemplate = true
	assert.NoError(t, config.SetK8sPluginConfig(&settings))
	_, err = getBasePodTemplate(context.TODO(), task, store)
	assert.Error(t, err)

	store.Store(&v1.PodTemplate{ObjectMeta: metav1.ObjectMeta{Name: "required", Namespace: "test-namespace"}})
	template, err = getBasePodTemplate(context.TODO(), task, store)
	assert.NoError(t, err)
	assert.NotNil(t, template)
}
