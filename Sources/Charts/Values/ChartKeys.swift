/// The keys that charts have: their `values.yaml` and what their templates name, in all releases.
enum ChartKeys {
  /// Every chart takes these.
  private static let common: TextSet = ["global"]

  /// flyte-core's own.
  static let core = common.union([
    "cloud_events", "cluster_resource_manager", "common", "configmap", "daskoperator",
    "databricks", "datacatalog", "db", "deployRedoc", "external_events", "flyteadmin",
    "flyteagent", "flyteconnector", "flyteconsole", "flytepropeller", "flytescheduler",
    "forceNamespace", "nameOverride", "secrets", "sparkoperator", "storage", "webhook",
    "workflow_notifications", "workflow_scheduler",
  ])

  /// flyte's own.
  static let umbrella = common.union([
    "contour", "daskoperator", "flyte", "flyteagent", "flyteconnector", "forceNamespace",
    "kubernetes-dashboard", "minio", "nameOverride", "postgres", "redis", "redoc",
    "sparkoperator",
  ])

  /// flyte-binary's own.
  static let binary = common.union([
    "clusterResourceTemplates", "commonAnnotations", "commonLabels", "configuration", "console",
    "deployment", "enabled_plugins", "flyte-core-components", "flyteagent", "flyteconnector",
    "fullnameOverride", "ingress", "nameOverride", "rbac", "service", "serviceAccount",
  ])

  /// The keys at the top of each chart.
  static let top: [(chart: String, names: TextSet)] = [
    ("flyte-core", core), ("flyte", umbrella), ("flyte-binary", binary),
  ]

  /// `configmap` of flyte-core.
  static let configmap: TextSet = [
    "admin", "adminServer", "catalog", "catalog_cache", "clusterpool_config", "clusters",
    "console", "copilot", "core", "datacatalogServer", "domain", "enabled_plugins", "k8s",
    "logger", "namespace_config", "otel", "qubole", "remoteData", "resource_manager",
    "schedulerConfig", "task_logs", "task_resource_defaults",
  ]

  /// `configuration` of flyte-binary.
  static let configuration: TextSet = [
    "agentService", "annotations", "auth", "co-pilot", "connectorService", "database",
    "externalConfigMap", "externalSecretRef", "extraInlineConfigMapRefs", "extraInlineSecretRefs",
    "inline", "inlineConfigMap", "inlineSecretRef", "labels", "logging", "propeller", "storage",
  ]
}
