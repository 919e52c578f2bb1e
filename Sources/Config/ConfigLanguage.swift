import Flyte

/// The config language `flyte-harden/v1`.
public enum ConfigLanguage {
  /// The required value of `apiVersion`.
  public static let version = "flyte-harden/v1"

  /// A whole file.
  public static let file = ConfigSchema.mapping([
    .init("apiVersion", .choice([version]), required: true, "The version of the config language."),
    .init(
      "templatesFolder", .text(.path), default: .words("the shipped templates"),
      example: "our-templates",
      "A folder with your own templates, which are looked up first."),
    .init(
      "profiles", .named(.dnsLabel, profile),
      example: "{ strict: { extends: builtin/restricted } }", "Security profiles by name."),
    .init(
      "clusterDefaults", .mapping(clusterKeys), example: "{ kubernetes: { version: \"1.31\" } }",
      "Keys for all clusters; a cluster can override them."),
    .init(
      "clusters", .named(.dnsLabel, .mapping(clusterKeys)),
      example: "{ production: { flyte: { version: v1.15.3 } } }", "Clusters by name."),
  ])

  static let clusterKeys = ownClusterKeys + RuleKeys.keys

  private static let ownClusterKeys: [ConfigSchema.Key] = [
    .init("flyte", flyte, "The installed Flyte."),
    .init(
      "kubernetes",
      .mapping([
        .init("version", .text(.kubernetesVersion), "The minor version, quoted: \"1.31\"."),
        .init(
          "platform", .choice(["vanilla", "openshift"]), default: .text("vanilla"),
          "The kind of cluster: OpenShift has admission rules of its own."),
        .init(
          "policyEngine", .choice(["kubernetes", "kyverno"]), default: .text("kubernetes"),
          "The engine that runs admission policies: the API server, or Kyverno 1.15 or later."),
        .init(
          "features", .mapping(featureGates), default: .words("Kubernetes' own values"),
          example: "{ ImageVolume: true }",
          "Feature gates whose value in the API server differs from the default."),
        .init(
          "runtimeClasses", .list(.text(.dnsSubdomain)), example: "[gvisor]",
          "All RuntimeClasses of the cluster; a template that names another is an error."),
        .init(
          "priorityClasses", .list(.text(.dnsSubdomain)), example: "[urgent]",
          "All PriorityClasses of the cluster except Kubernetes' own; a template that names another is an error."
        ),
      ]), "The Kubernetes cluster that Flyte runs on."),
    .init(
      "chart",
      .choiceOrMapping(
        charts,
        [
          .init("name", .choice(charts), required: true, "The chart's name."),
          .init(
            "from", .choice(ChartSource.allCases.map(\.rawValue)), default: .text("published"),
            "The published chart, or the chart of a source tree."),
        ]), "The Helm chart that installs Flyte."),
    .init(
      "values", .list(.text(.path)), example: "[my-values.yaml]",
      "Your own values files for the chart, in Helm's order; pass the overlay to Helm after them."),
    .init(
      "patches", .choiceOrList(["auto", "none"], .text(.any)), default: .text("auto"),
      formerName: "cures", example: "[no-sys-ptrace]",
      "The patches to write for Flyte: those that its release needs (auto), none, or exactly the ones listed."
    ),
    .init(
      "policies", .choice(["auto", "none"]), default: .text("none"),
      "Whether to write admission policies that change Flyte's pods where patches are not enough."),
    pluginsKey,
    .init(
      "podTemplate",
      .mapping([
        .init(
          "name", .text(.dnsSubdomain), default: .text("flyte-default"),
          "The name of the default template."),
        .init(
          "fallback", .bool, default: .flag(true),
          "Also write the templates to Flyte's own namespace."),
        .init(
          "labels", .strings(key: .labelKey, value: .labelValue),
          "Labels of the PodTemplate objects."),
        .init(
          "annotations", .strings(key: .labelKey, value: .free),
          "Annotations of the PodTemplate objects."),
      ]), "The PodTemplate objects."),
    .init("copilot", .mapping(copilotKeys.map(\.key)), "Settings of co-pilot."),
    .init(
      "tasks",
      .list(
        .choiceOrMapping(
          StandardTask.allCases.map(\.rawValue),
          [
            .init(
              "file", .text(.path), required: true, example: "tasks/train.yaml",
              "A file with the pod of a task: flytekit's PodTemplate as YAML, a Pod or a PodTemplate."
            ),
            .init(
              "primaryContainer", .text(.dnsLabel), example: "main",
              "The container that is the task, if the file does not name it."),
          ])), example: "[container, copilot, { file: tasks/train.yaml }]",
      "The tasks that 'audit' judges, and that 'explain' accepts by name; every usual shape by default."
    ),
    .init(
      "namespaces", .list(namespace),
      example: "[{ projects: [flytesnacks], domains: [development] }]",
      "The namespaces that tasks run in."),
    .init(
      "assign", .list(assign), example: "[{ profile: strict }]",
      "The profile of each namespace; the last line that matches wins."
    ),
    .init(
      "accept", .list(acceptance),
      example: "[{ finding: audit/refused, task: pod-helpers, reason: they move in Q1 }]",
      "Findings of 'audit' that you live with: they stay visible, and block nothing."),
  ]

  private static let charts = ["flyte-core", "flyte", "flyte-binary"]
}
