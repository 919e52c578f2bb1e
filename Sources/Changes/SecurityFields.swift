import Values

/// The order of every field that has one: the table that docs/meaning.md is made from. A field that
/// is not in it is incomparable.
enum SecurityFields {
  /// One row.
  struct Row: Sendable {
    /// The kind of path below a pod's spec or a container; entries of lists are `[]`.
    let path: ByteText
    /// True if everything below the path is meant as well.
    let isWhole: Bool
    let order: FieldOrder

    init(_ path: ByteText, _ order: FieldOrder, below: Bool = false) {
      self.path = path
      self.order = order
      isWhole = below
    }
  }

  /// All rows, those of security contexts first.
  static let rows: [Row] =
    [
      Row("securityContext.privileged", .flag(strict: false, unsetIsStrict: true)),
      Row("securityContext.allowPrivilegeEscalation", .flag(strict: false, unsetIsStrict: false)),
      Row("securityContext.capabilities.add", .added),
      Row("securityContext.capabilities.drop", .dropped),
      Row("securityContext.runAsNonRoot", .flag(strict: true, unsetIsStrict: false)),
      Row("securityContext.runAsUser", .identity),
      Row("securityContext.runAsGroup", .identity),
      Row("securityContext.fsGroup", .volumeGroup),
      Row("securityContext.fsGroupChangePolicy", .neutral),
      Row("securityContext.supplementalGroups", .groups),
      Row(
        "securityContext.supplementalGroupsPolicy",
        .words("Strict < Merge = not set", [["Strict"], ["Merge", nil]])),
      Row("securityContext.seccompProfile", .profile),
      Row("securityContext.appArmorProfile", .profile),
      Row("securityContext.seLinuxOptions.type", .seLinuxType),
      Row("securityContext.seLinuxOptions.user", .refusedWhenSet),
      Row("securityContext.seLinuxOptions.role", .refusedWhenSet),
      Row("securityContext.seLinuxOptions.level", .unknown),
      Row(
        "securityContext.windowsOptions.hostProcess", .flag(strict: false, unsetIsStrict: true)),
      Row(
        "securityContext.procMount",
        .words("Default = not set < Unmasked", [["Default", nil], ["Unmasked"]])),
      Row("securityContext.readOnlyRootFilesystem", .flag(strict: true, unsetIsStrict: false)),
      Row("securityContext.sysctls[]", .sysctl),
    ] + ofPods + ofContainers

  private static let ofPods: [Row] = [
    Row("hostNetwork", .flag(strict: false, unsetIsStrict: true)),
    Row("hostPID", .flag(strict: false, unsetIsStrict: true)),
    Row("hostIPC", .flag(strict: false, unsetIsStrict: true)),
    Row("hostUsers", .flag(strict: false, unsetIsStrict: false)),
    Row("shareProcessNamespace", .flag(strict: false, unsetIsStrict: true)),
    Row("automountServiceAccountToken", .openFlag(strict: false)),
    Row("enableServiceLinks", .flag(strict: false, unsetIsStrict: false)),
    Row("volumes[]", .volume),
    Row("metadata.annotations[]", .annotation),
    Row("terminationGracePeriodSeconds", .neutral),
    Row("activeDeadlineSeconds", .neutral),
    Row("restartPolicy", .neutral),
    Row("resources", .neutral, below: true),
    Row("overhead", .neutral, below: true),
  ]

  private static let ofContainers: [Row] = [
    Row("ports[]", .port),
    Row("volumeMounts[]", .mount),
    Row("livenessProbe", .handler),
    Row("readinessProbe", .handler),
    Row("startupProbe", .handler),
    Row("lifecycle.postStart", .handler),
    Row("lifecycle.preStop", .handler),
    Row("terminationMessagePath", .neutral),
    Row("terminationMessagePolicy", .neutral),
    Row("stdin", .neutral), Row("stdinOnce", .neutral), Row("tty", .neutral),
  ]

  private static let table = Dictionary(rows.map { ($0.path, $0) }) { first, _ in first }

  /// The meaning of a change of a field.
  /// - Parameters:
  ///   - path: below the pod's spec or a container, or `metadata`.
  ///   - own: the pod's volumes that hold nothing of anybody else's.
  static func meaning(
    of path: ChangePath, _ before: PlainValue?, _ after: PlainValue?, own: TextSet = []
  ) -> Meaning {
    if path.pattern == "volumeMounts[]", let mount = before ?? after,
      [mount, after ?? mount].allSatisfy({ own.contains($0["name"]?.string ?? "") })
    {
      return .neutral
    }
    if path.pattern == "metadata.annotations[]" {
      return annotation(path, before, after)
    }
    if let row = table[path.pattern] { return row.order.meaning(before, after) }
    // An empty mapping says nothing that its absence does not.
    if [before, after].allSatisfy({ $0.map { $0 == .mapping([]) } ?? true }) { return .neutral }
    for length in stride(from: path.steps.count - 1, to: 0, by: -1) {
      if let row = table[ChangePath(Array(path.steps.prefix(length))).pattern], row.isWhole {
        return row.order.meaning(before, after)
      }
    }
    return .incomparable
  }

  /// Annotations that choose a profile have an order; others may mean anything to anybody.
  private static func annotation(
    _ path: ChangePath, _ before: PlainValue?, _ after: PlainValue?
  ) -> Meaning {
    guard case .entry(let key)? = path.steps.last,
      profileAnnotations.contains(where: { key.text.hasPrefix($0) })
    else { return .incomparable }
    return FieldOrder.profileAnnotation.meaning(before, after)
  }

  private static let profileAnnotations = [
    "container.apparmor.security.beta.kubernetes.io/", "seccomp.security.alpha.kubernetes.io/",
    "container.seccomp.security.alpha.kubernetes.io/",
  ]
}

extension FieldOrder {
  /// Annotations, of which few have a meaning that is known.
  fileprivate static let annotation = FieldOrder(
    "of those that choose an AppArmor or seccomp profile: "
      + FieldOrder.profileAnnotation.rule + "; others are incomparable"
  ) { _, _ in .incomparable }
}
