// The keys of profiles.

extension ConfigLanguage {
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
}
