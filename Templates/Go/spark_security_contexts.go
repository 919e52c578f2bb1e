package spark

import (
	v1 "k8s.io/api/core/v1"
	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	"k8s.io/apimachinery/pkg/runtime"
	"sigs.k8s.io/controller-runtime/pkg/client"

	sparkOp "$sparkOp"
)

// withSecurityContexts returns an application with the security contexts of containers besides those of
// pods. The operator reads them in the fields securityContext and podSecurityContext, but its Go type
// here knows only the first of them, and has the pod's in it.
func withSecurityContexts(app *sparkOp.SparkApplication, driver, executor *v1.SecurityContext) (client.Object, error) {
	if driver == nil && executor == nil {
		return app, nil
	}
	content, err := runtime.DefaultUnstructuredConverter.ToUnstructured(app)
	if err != nil {
		return nil, err
	}
	if err = setSecurityContext(content, "driver", driver); err != nil {
		return nil, err
	}
	if err = setSecurityContext(content, "executor", executor); err != nil {
		return nil, err
	}
	return &unstructured.Unstructured{Object: content}, nil
}

// setSecurityContext moves the pod's security context of a part of an application to its own field, and
// puts the container's in its place. A part without one for the container stays as it is.
func setSecurityContext(content map[string]interface{}, part string, container *v1.SecurityContext) error {
	if container == nil {
		return nil
	}
	pod, found, err := unstructured.NestedMap(content, "spec", part, "securityContext")
	if err != nil {
		return err
	}
	if found {
		if err = unstructured.SetNestedMap(content, pod, "spec", part, "podSecurityContext"); err != nil {
			return err
		}
	}
	own, err := runtime.DefaultUnstructuredConverter.ToUnstructured(container)
	if err != nil {
		return err
	}
	return unstructured.SetNestedMap(content, own, "spec", part, "securityContext")
}
