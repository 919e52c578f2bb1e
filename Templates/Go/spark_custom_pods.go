package spark

import (
	"reflect"
	"slices"

	v1 "k8s.io/api/core/v1"
)

// fillSecurityContexts gives a task's own pod the fields of security contexts that it lacks: its pod those
// of Flyte's pod, and all its containers those of the task's own container. What the task sets wins. The
// contexts of Flyte are copied.
func fillSecurityContexts(own *v1.PodSpec, pod *v1.PodSecurityContext, container *v1.SecurityContext) {
	if container != nil {
		offered := container.DeepCopy()
		if own.SecurityContext != nil {
			// what the task sets for its whole pod would lose against a field of a container
			replaceFields(offered, own.SecurityContext)
		}
		for i := range own.InitContainers {
			fillContainer(&own.InitContainers[i], offered.DeepCopy())
		}
		for i := range own.Containers {
			fillContainer(&own.Containers[i], offered.DeepCopy())
		}
	}
	if pod != nil {
		if own.SecurityContext == nil {
			own.SecurityContext = &v1.PodSecurityContext{}
		}
		fillFields(own.SecurityContext, pod.DeepCopy())
	}
}

// fillContainer gives a container the fields of a security context that it lacks.
func fillContainer(container *v1.Container, offered *v1.SecurityContext) {
	own := container.SecurityContext
	if own == nil {
		container.SecurityContext = offered
		return
	}
	// the API server refuses a container with more privileges that must not get any
	if escalates(own) {
		offered.AllowPrivilegeEscalation = nil
	}
	if own.AllowPrivilegeEscalation != nil && !*own.AllowPrivilegeEscalation {
		offered.Privileged = nil
	}
	if own.Capabilities != nil && offered.Capabilities != nil {
		fillFields(own.Capabilities, offered.Capabilities)
	}
	fillFields(own, offered)
}

// escalates returns whether the API server takes no allowPrivilegeEscalation: false beside this.
func escalates(own *v1.SecurityContext) bool {
	if own.Privileged != nil && *own.Privileged {
		return true
	}
	return own.Capabilities != nil && slices.Contains(own.Capabilities.Add, "CAP_SYS_ADMIN")
}

// fillFields sets the fields that a struct lacks to those of another one.
func fillFields[T any](own, offered *T) {
	target, source := reflect.ValueOf(own).Elem(), reflect.ValueOf(offered).Elem()
	for i := 0; i < target.NumField(); i++ {
		if isMissing(target.Field(i)) {
			target.Field(i).Set(source.Field(i))
		}
	}
}

// replaceFields sets those fields of a container's context that the pod's has too to the pod's.
func replaceFields(container *v1.SecurityContext, pod *v1.PodSecurityContext) {
	target, source := reflect.ValueOf(container).Elem(), reflect.ValueOf(pod).Elem()
	for i := 0; i < target.NumField(); i++ {
		field := source.FieldByName(target.Type().Field(i).Name)
		if field.IsValid() && !isMissing(field) && !isMissing(target.Field(i)) {
			target.Field(i).Set(field)
		}
	}
}

// isMissing returns whether a field is not set. The API server takes an empty list for none.
func isMissing(field reflect.Value) bool {
	return field.IsZero() || field.Kind() == reflect.Slice && field.Len() == 0
}
