import Flyte

/// The config language `flyte-harden/v1`.
public enum ConfigLanguage {
  /// What `apiVersion` must say.
  public static let version = "flyte-harden/v1"

  /// A whole file.
  public static let file = ConfigSchema.mapping([
    .init("apiVersion", .choice([version]), required: true, "The language of this file."),
    .init(
      "templatesFolder", .text(.path), example: "our-templates",
      "A folder of one's own templates, looked up first."),
    .init(
      "profiles", .named(.dnsLabel, profile),
      example: "{ strict: { extends: builtin/restricted } }", "Security profiles by name."),
    .init(
      "clusterDefaults", .mapping(clusterKeys), example: "{ kubernetes: { version: \"1.31\" } }",
      "Keys that every cluster has unless it says otherwise."),
    .init(
      "clusters", .named(.dnsLabel, .mapping(clusterKeys)),
      example: "{ production: { flyte: { version: v1.15.3 } } }", "Clusters by name."),
  ])

  /// A profile.
  public static let profile = ConfigSchema.mapping([
    .init(
      "extends", .oneOrMany(.text(.profileName)), example: "builtin/restricted",
      "Profiles that this one is laid over, left to right."),
    .init(
      "podSecurity",
      .removable(
        .mapping([
          .init(
            "level", .choice(["privileged", "baseline", "restricted"]), required: true,
            "The level."),
          .init(
            "version", .removable(.text(.podSecurityVersion)), "The version; latest by default."),
        ])), "The claim that every pod under this profile passes a Pod Security level."),
    .init(
      "pod", .removable(.podObject(type: "PodSpec", without: ofThePod)),
      example: "{ securityContext: { runAsNonRoot: true } }", "PodSpec fields."),
    .init(
      "containers", container, example: "{ securityContext: { allowPrivilegeEscalation: false } }",
      "Container fields, for every container of the task."),
    .init(
      "primary", container, example: "{ securityContext: { readOnlyRootFilesystem: true } }",
      "Differences for the task's own container."),
    .init(
      "initContainers", container, example: "{ securityContext: { readOnlyRootFilesystem: true } }",
      "Differences for init containers."),
    .init(
      "copilot", .removable(.podObject(type: "Container", without: ofCopilot)),
      example: "{ securityContext: { readOnlyRootFilesystem: true } }",
      "Differences for the two co-pilot containers."),
    .init("podMetadata", metadata, "Labels and annotations of the pods."),
  ])

  private static let container = ConfigSchema.removable(
    .podObject(type: "Container", without: ofTheTask))

  private static let metadata = ConfigSchema.removable(
    .mapping([
      .init("labels", .removable(.strings(key: .labelKey, value: .labelValue)), "Labels."),
      .init("annotations", .removable(.strings(key: .labelKey, value: .free)), "Annotations."),
    ]))

  private static let ofTheTask = TextMap(
    dictionaryLiteral: ("name", "the task names its containers"),
    ("image", "the task says its image"), ("command", "the task says its command"),
    ("args", "the task says its arguments")
  ).mapValues { "\($0); a container of one's own stands in 'pod.initContainers'" }

  private static let ofCopilot: TextMap<String> = [
    "name": "say what the names begin with in 'name' of the cluster's 'copilot'",
    "image": "say it in 'image' of the cluster's 'copilot'",
    "command": "Flyte says what co-pilot runs", "args": "Flyte says what co-pilot runs",
  ]

  private static let ofThePod: TextMap = ["ephemeralContainers": "a PodTemplate has none"]

  static let clusterKeys: [ConfigSchema.Key] = [
    .init("flyte", flyte, "The Flyte that is installed."),
    .init(
      "kubernetes",
      .mapping([
        .init("version", .text(.kubernetesVersion), "The minor version, quoted: \"1.31\"."),
        .init("platform", .choice(["vanilla", "openshift"]), "vanilla by default."),
        .init(
          "features", .mapping(featureGates), example: "{ ImageVolume: true }",
          "Feature gates that the API server has on or off against its default."),
        .init(
          "runtimeClasses", .list(.text(.dnsSubdomain)), example: "[gvisor]",
          "All RuntimeClasses of the cluster, so that the name of another is found."),
        .init(
          "priorityClasses", .list(.text(.dnsSubdomain)), example: "[urgent]",
          "All PriorityClasses of the cluster beside Kubernetes' own, so that the name of another is found."
        ),
      ]), "What Flyte runs on."),
    .init(
      "chart",
      .choiceOrMapping(
        charts,
        [
          .init("name", .choice(charts), required: true, "Its name."),
          .init(
            "from", .choice(ChartSource.allCases.map(\.rawValue)), default: .text("published"),
            "The chart that is published, or that of a source tree."),
        ]), "The chart it is installed with."),
    .init(
      "patches", .choiceOrList(["auto", "none"], .text(.any)), default: .text("auto"),
      formerName: "cures", example: "[no-sys-ptrace]",
      "The patches that are written for Flyte: those that its release needs (auto), none, or exactly these."
    ),
    .init(
      "podTemplate",
      .mapping([
        .init(
          "name", .text(.dnsSubdomain), "Name of the default template; flyte-default by default."),
        .init("fallback", .bool, "Whether Flyte's own namespace gets a copy; true by default."),
        .init("labels", .strings(key: .labelKey, value: .labelValue), "Labels of the objects."),
        .init("annotations", .strings(key: .labelKey, value: .free), "Annotations of the objects."),
      ]), "The PodTemplate objects."),
    .init("copilot", .mapping(copilotKeys.map(\.key)), "Settings of co-pilot."),
    .init(
      "namespaces", .list(namespace),
      example: "[{ projects: [flytesnacks], domains: [development] }]",
      "The namespaces that tasks run in."),
    .init(
      "assign", .list(assign), example: "[{ profile: strict }]",
      "Which profile each namespace gets; the last line that matches wins."
    ),
  ]

  private static let charts = ["flyte-core", "flyte", "flyte-binary"]

  private static let flyte = ConfigSchema.mapping([
    .init("version", .text(.flyteVersion), "Version of the chart and the images."),
    .init("behavesLike", .text(.flyteVersion), "For a fork: the release it behaves like."),
    .init(
      "source",
      .mapping([
        .init("path", .text(.path), "A folder with Flyte's sources."),
        .init("repository", .text(.path), "A local git repository, never fetched."),
        .init("ref", .text(.any), example: "v1.15.3", "The tag, branch or commit to read in it."),
      ]), "Where its Go sources are, for the patches."),
    .init(
      "deployed",
      .mapping([
        .init(
          "image", .text(.image), example: "registry.acme.io/flyte-binary:v1.15.3-1",
          "The rebuilt image: flyte-binary's, or flytepropeller's for the other charts."),
        .init(
          "patches", .list(.text(.any)), formerName: "remedies", example: "[no-sys-ptrace]",
          "Exactly the patches it was built with."),
      ]), "What runs now, once Flyte has been rebuilt."),
    .init("namespace", .text(.dnsLabel), "Flyte's own namespace; flyte by default."),
    .init(
      "namespaceTemplate", .text(.namespaceTemplate),
      "What Flyte's namespace_mapping says, where it is set; a plain name is one for all tasks."),
    .init(
      "secretManager", .oneOrMany(.choice(SecretManager.allCases.map(\.rawValue))),
      "Where the secret webhook gets secrets from; in v2 several, in the order they are asked."),
    .init(
      "unverifiedShapes", .choice(["refuse", "allow"]),
      "Whether functions of a shape that no release has are patched; refuse by default."),
  ])

  /// The co-pilot keys of the config with Flyte's own.
  static let copilotKeys: [(key: ConfigSchema.Key, setting: String)] = [
    (.init("name", .text(.containerPrefix), "Prefix of the containers' names."), "name"),
    (.init("image", .text(.image), "The image."), "image"),
    (
      .init(
        "defaultInputPath", .text(.any), example: "/var/flyte/inputs", "Where inputs are mounted."),
      "default-input-path"
    ),
    (
      .init(
        "defaultOutputPath", .text(.any), example: "/var/flyte/outputs",
        "Where outputs are mounted."), "default-output-path"
    ),
    (.init("inputVolumeName", .text(.dnsLabel), "Name of the input volume."), "input-vol-name"),
    (.init("outputVolumeName", .text(.dnsLabel), "Name of the output volume."), "output-vol-name"),
    (
      .init("startTimeout", .text(.duration), "How long the uploader waits for the task to start."),
      "start-timeout"
    ),
    (.init("timeout", .text(.duration), "How long the upload may take."), "timeout"),
    (.init("cpu", .text(.quantity), "CPU, as request and limit."), "cpu"),
    (.init("memory", .text(.quantity), "Memory, as request and limit."), "memory"),
    (
      .init(
        "storageConfigSecretName", .text(.dnsSubdomain), "A Secret with the storage configuration."),
      "storage-config-secret-name"
    ),
  ]

  private static let namespace = ConfigSchema.mapping([
    .init("name", .text(.dnsLabel), "The namespace's own name."),
    .init("organization", .text(.any), formerName: "organisation", "Its organization."),
    .init("project", .text(.any), "Its project."),
    .init("domain", .text(.any), "Its domain."),
    .init(
      "projects", .list(.text(.any)), example: "[flytesnacks]",
      "Projects, each of which has every domain."),
    .init("domains", .list(.text(.any)), example: "[development]", "Domains of the projects."),
  ])

  private static let assign = ConfigSchema.mapping([
    .init(
      "organization", .oneOrMany(.text(.any)), formerName: "organisation",
      "Organizations it is for."),
    .init("project", .oneOrMany(.text(.any)), "Projects it is for."),
    .init("domain", .oneOrMany(.text(.any)), "Domains it is for."),
    .init("namespace", .oneOrMany(.text(.dnsLabel)), "Namespaces it is for."),
    .init(
      "profile", .oneOrMany(.text(.profileName)), "The profile, or several laid one over the other."
    ),
    .init(
      "templates", .named(.dnsSubdomain, .oneOrMany(.text(.profileName))),
      "Named templates: the namespace's profile with these laid over it."),
  ])
}
