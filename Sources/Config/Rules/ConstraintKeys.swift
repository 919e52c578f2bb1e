import Judges

/// The keys of OpenShift's SCCs: those of `scc`, and those of the objects themselves.
enum ConstraintKeys {
  /// The keys of `scc`.
  static let keys: [ConfigSchema.Key] = [
    .init(
      "usable", .list(.text(.dnsSubdomain)), default: .words("none"), example: "[nonroot-v2]",
      "The SCCs that RBAC lets the service accounts use, besides restricted-v2, which everybody may use."
    ),
    .init(
      "file", .text(.path), default: .words("those that OpenShift comes with"),
      example: "sccs.yaml",
      "The SCCs of the cluster, a file from 'kubectl get scc -o yaml'."),
    .init(
      "namespaces", .text(.path), example: "namespaces.yaml",
      "The namespaces with their annotations, a file from 'kubectl get namespaces -o yaml', in place of the three keys below."
    ),
    .init(
      "uidRange", .text(.idBlock),
      "The users of the namespaces: the annotation openshift.io/sa.scc.uid-range."),
    .init(
      "supplementalGroups", .text(.idBlocks), default: .words("those of 'uidRange'"),
      "Their groups: the annotation openshift.io/sa.scc.supplemental-groups."),
    .init(
      "mcs", .text(.any), example: "\"s0:c26,c5\"",
      "Their SELinux level: the annotation openshift.io/sa.scc.mcs."),
  ]

  private static func flag(_ name: String) -> ConfigSchema.Key { .init(name, .bool, "A flag.") }

  private static func names(_ name: String) -> ConfigSchema.Key {
    .init(name, .removable(.list(.text(.any))), "Names.")
  }

  private static func groups(_ name: String) -> ConfigSchema.Key {
    .init(
      name,
      .mapping([
        .init("type", .choice(["MustRunAs", "RunAsAny"]), "The rule."),
        .init(
          "ranges",
          .removable(
            .list(
              .mapping([
                .init("min", .text(.integer), "The first."),
                .init("max", .text(.integer), "The last."),
              ]))), "The groups."),
      ]), "The groups.")
  }

  private static let texts: [ConfigSchema.Key] = ["level", "role", "type", "user"].map {
    .init($0, .text(.free), "A text.")
  }

  /// The fields of an SCC (`openshift/api/security/v1`).
  static let object: [ConfigSchema.Key] =
    [
      "allowHostDirVolumePlugin", "allowHostIPC", "allowHostNetwork", "allowHostPID",
      "allowHostPorts",
      "allowPrivilegedContainer", "readOnlyRootFilesystem",
    ].map(flag)
    + ["allowPrivilegeEscalation", "defaultAllowPrivilegeEscalation"].map {
      .init($0, .removable(.bool), "A flag.")
    }
    + [
      "allowedCapabilities", "allowedUnsafeSysctls", "defaultAddCapabilities", "forbiddenSysctls",
      "groups", "requiredDropCapabilities", "seccompProfiles", "users", "volumes",
    ].map(names)
    + ["fsGroup", "supplementalGroups"].map(groups)
    + [
      .init("priority", .removable(.text(.integer)), "Higher ones are tried first."),
      .init(
        "allowedFlexVolumes",
        .removable(.list(.mapping([.init("driver", .text(.any), required: true, "The driver.")]))),
        "Drivers."),
      .init(
        "runAsUser",
        .mapping([
          .init(
            "type", .choice(["MustRunAs", "MustRunAsNonRoot", "MustRunAsRange", "RunAsAny"]),
            required: true, "The rule."),
          .init("uid", .text(.integer), "The user."),
          .init("uidRangeMin", .text(.integer), "The first user."),
          .init("uidRangeMax", .text(.integer), "The last user."),
        ]), required: true, example: "{ type: MustRunAsRange }", "The users."),
      .init(
        "seLinuxContext",
        .mapping([
          .init("type", .choice(["MustRunAs", "RunAsAny"]), required: true, "The rule."),
          .init("seLinuxOptions", .removable(.mapping(texts)), "The context."),
        ]), required: true, example: "{ type: MustRunAs }", "The SELinux context."),
      .init(
        "userNamespaceLevel", .choice(["AllowHostLevel", "RequirePodLevel"]),
        "The user namespaces."),
    ]
}
