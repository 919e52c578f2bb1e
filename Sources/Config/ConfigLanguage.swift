import Flyte
import Operators

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

  /// A profile.
  public static let profile = ConfigSchema.mapping([
    .init(
      "extends", .oneOrMany(.text(.profileName)), example: "builtin/restricted",
      "Profiles that this one extends, applied from left to right."),
    .init(
      "podSecurity",
      .removable(
        .mapping([
          .init(
            "level", .choice(["privileged", "baseline", "restricted"]), required: true,
            "The Pod Security level."),
          .init(
            "version", .removable(.text(.podSecurityVersion)), default: .text("latest"),
            "The Pod Security version."),
        ])), "The Pod Security level that every pod under this profile passes."),
    .init(
      "pod", .removable(.podObject(type: "PodSpec", without: ofThePod)),
      example: "{ securityContext: { runAsNonRoot: true } }", "PodSpec fields."),
    .init(
      "containers", container, example: "{ securityContext: { allowPrivilegeEscalation: false } }",
      "Container fields for every container of the task."),
    .init(
      "primary", container, example: "{ securityContext: { readOnlyRootFilesystem: true } }",
      "Overrides for the task's own container."),
    .init(
      "initContainers", container, example: "{ securityContext: { readOnlyRootFilesystem: true } }",
      "Overrides for init containers."),
    .init(
      "copilot", .removable(.podObject(type: "Container", without: ofCopilot)),
      example: "{ securityContext: { readOnlyRootFilesystem: true } }",
      "Overrides for the two co-pilot containers."),
    .init("podMetadata", metadata, "Labels and annotations of the pods."),
    .init(
      "enforce", .removable(.choice(["none", "warn", "deny"])), default: .text("none"),
      "Whether an admission policy warns of pods that differ from the profile, or refuses them."),
    .init(
      "allow", .removable(.mapping(allowed)), example: "{ users: [\"1000-1999\"] }",
      "Values that an enforced profile allows besides its own."),
  ])

  private static let allowed: [ConfigSchema.Key] = [
    .init("users", .removable(.list(.text(.idRange))), "User ids, for 'runAsUser'."),
    .init(
      "groups", .removable(.list(.text(.idRange))),
      "Group ids, for 'runAsGroup', 'fsGroup' and 'supplementalGroups'."),
    .init(
      "capabilities", .removable(.list(.text(.any))), example: "[NET_BIND_SERVICE]",
      "Capabilities that containers can add."),
    .init(
      "registries", .removable(.list(.text(.any))), example: "[ghcr.io/acme]",
      "Registries, or registries with a path, that images can come from."),
  ]

  private static let container = ConfigSchema.removable(
    .podObject(type: "Container", without: ofTheTask))

  private static let metadata = ConfigSchema.removable(
    .mapping([
      .init("labels", .removable(.strings(key: .labelKey, value: .labelValue)), "Labels."),
      .init("annotations", .removable(.strings(key: .labelKey, value: .free)), "Annotations."),
    ]))

  private static let ofTheTask = TextMap(
    dictionaryLiteral: ("name", "the task names its containers"),
    ("image", "the task sets its image"), ("command", "the task sets its command"),
    ("args", "the task sets its arguments")
  ).mapValues { "\($0); additional containers go into 'pod.initContainers'" }

  private static let ofCopilot: TextMap<String> = [
    "name": "set the prefix of the names in 'name' of the cluster's 'copilot'",
    "image": "set 'image' in the cluster's 'copilot'",
    "command": "Flyte sets the command of co-pilot", "args": "Flyte sets the arguments of co-pilot",
  ]

  private static let ofThePod: TextMap = ["ephemeralContainers": "a PodTemplate cannot have them"]

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
    .init(
      "plugins",
      .list(
        .choiceOrMapping(
          plugins,
          [
            .init("name", .choice(plugins), required: true, "The plugin."),
            .init(
              "operator", .text(.any), example: "1.7.0",
              "The version of its operator: KubeRay, spark-operator, training-operator, dask-kubernetes, JobSet or Knative. With it, 'audit' judges every pod of the plugin. Two numbers (\"1.3\") mean the newest version of that line that was run."
            ),
            .init(
              "webhook", .bool, default: .words("on from spark-operator 2.0.0"),
              "Whether the webhook of the Spark operator runs."),
            .init(
              "initContainer", .bool, default: .words("as KubeRay's own: it does"),
              "Whether KubeRay adds an init container to workers (ENABLE_INIT_CONTAINER_INJECTION)."
            ),
            .init(
              "securePodDefaults",
              .choice(KnativeServing.SecureDefaults.allCases.map(\.rawValue)),
              default: .words("as Knative's own: disabled"),
              "Knative's 'secure-pod-defaults' in the ConfigMap 'config-features'."),
            .init(
              "ownPods", .bool, default: .flag(false),
              "Whether tasks give Ray's or Spark's roles pods of their own ('driver_pod', 'k8sPod'): 'audit' then judges one whose containers set nothing but an image."
            ),
          ])), example: "[array, { name: ray, operator: 1.7.0 }]",
      "Plugins that your teams use. 'audit' judges the pods of those whose operator is named, and reports what is known about the others."
    ),
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

  private static let plugins = FlytePlugin.allCases.map(\.rawValue)
  private static let charts = ["flyte-core", "flyte", "flyte-binary"]

  private static let flyte = ConfigSchema.mapping([
    .init("version", .text(.flyteVersion), "The version of the chart and the images."),
    .init(
      "behavesLike", .text(.flyteVersion), default: .words("the release that 'version' names"),
      "For a fork: the release that it behaves like."),
    .init(
      "source",
      .mapping([
        .init("path", .text(.path), "A folder with Flyte's sources."),
        .init("repository", .text(.path), "A local git repository; nothing is fetched."),
        .init("ref", .text(.any), example: "v1.15.3", "The tag, branch or commit to read."),
      ]), "Flyte's Go sources, which patches are made from."),
    .init(
      "deployed",
      .mapping([
        .init(
          "image", .text(.image), example: "registry.acme.io/flyte-binary:v1.15.3-1",
          "The rebuilt image: flyte-binary's, or flytepropeller's for the other charts."),
        .init(
          "patches", .list(.text(.any)), formerName: "remedies", example: "[no-sys-ptrace]",
          "Exactly the patches that the image was built with."),
      ]), "The Flyte that runs now, if you have rebuilt it."),
    .init(
      "namespace", .text(.dnsLabel), default: .text("flyte"), "Flyte's own namespace."),
    .init(
      "namespaceTemplate", .text(.namespaceTemplate), default: .words("the release's own"),
      "Flyte's namespace_mapping template, if you set one; a plain name is one namespace for all tasks."
    ),
    .init(
      "secretManager", .oneOrMany(.choice(SecretManager.allCases.map(\.rawValue))),
      default: .words("the release's own"),
      "The source of the secret webhook's secrets; in v2 a list, in the order of lookup."),
    .init(
      "unverifiedShapes", .choice(["refuse", "allow"]), default: .text("refuse"),
      "Whether to patch functions that look like those of no release."),
  ])

  private static let namespace = ConfigSchema.mapping(namespaceKeys + RuleKeys.keys)

  private static let namespaceKeys: [ConfigSchema.Key] = [
    .init("name", .text(.dnsLabel), "The name of a single namespace."),
    .init("organization", .text(.any), formerName: "organisation", "The organization."),
    .init("project", .text(.any), "The project."),
    .init("domain", .text(.any), "The domain."),
    .init(
      "projects", .list(.text(.any)), example: "[flytesnacks]",
      "The projects; each has every domain."),
    .init("domains", .list(.text(.any)), example: "[development]", "The domains of the projects."),
  ]

  private static let acceptance = ConfigSchema.mapping([
    .init(
      "finding", .text(.any), example: "audit/refused",
      "The finding: 'audit/refused' for pods that are refused, or 'audit/' with the name of a kind."
    ),
    .init("task", .oneOrMany(.text(.any)), "The tasks whose pods are refused."),
    .init(
      "template", .oneOrMany(.text(.dnsSubdomain)), "The PodTemplates that the line is for."),
    .init("organization", .oneOrMany(.text(.any)), "The organizations that the line is for."),
    .init("project", .oneOrMany(.text(.any)), "The projects that the line is for."),
    .init("domain", .oneOrMany(.text(.any)), "The domains that the line is for."),
    .init("namespace", .oneOrMany(.text(.dnsLabel)), "The namespaces that the line is for."),
    .init("reason", .text(.free), example: "they move in Q1", "Why you live with it."),
    .init(
      "until", .text(.day),
      "The last day on which the line holds; audit then reports it."),
  ])

  private static let assign = ConfigSchema.mapping([
    .init(
      "organization", .oneOrMany(.text(.any)), formerName: "organisation",
      "The organizations that the line matches."),
    .init("project", .oneOrMany(.text(.any)), "The projects that the line matches."),
    .init("domain", .oneOrMany(.text(.any)), "The domains that the line matches."),
    .init("namespace", .oneOrMany(.text(.dnsLabel)), "The namespaces that the line matches."),
    .init(
      "profile", .oneOrMany(.text(.profileName)),
      "The profile, or several: later ones override earlier ones."
    ),
    .init(
      "templates", .named(.dnsSubdomain, .oneOrMany(.text(.profileName))),
      "Named templates: the namespace's profile with these profiles applied on top."),
  ])
}
