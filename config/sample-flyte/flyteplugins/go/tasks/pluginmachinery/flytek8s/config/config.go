// Package config holds the settings of the sample.
package config

import (
	v1 "k8s.io/api/core/v1"
)

// FlyteCoPilotConfig says what the co-pilot containers are.
type FlyteCoPilotConfig struct {
	NamePrefix string `json:"name"`
	Image      string `json:"image"`
	CPU        string `json:"cpu"`
	Memory     string `json:"memory"`
}

// K8sPluginConfig says what every pod is.
type K8sPluginConfig struct {
	CoPilot                FlyteCoPilotConfig  `json:"co-pilot"`
	DefaultPodTemplateName string              `json:"default-pod-template-name"`
	DefaultSecurityContext *v1.SecurityContext `json:"default-security-context"`
}

var current = &K8sPluginConfig{CoPilot: FlyteCoPilotConfig{NamePrefix: "flyte-copilot-"}}

// GetK8sPluginConfig gives the settings in force.
func GetK8sPluginConfig() *K8sPluginConfig {
	return current
}
