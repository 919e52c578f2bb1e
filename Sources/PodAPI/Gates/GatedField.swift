/// A field that the API server takes away from a new object while a feature gate is off.
public struct GatedField: Sendable {
  /// The action on the field.
  public enum Fate: Sendable {
    /// The field goes.
    case dropped
    /// The field is set to a word.
    case set(String)
    /// The field goes, and with it what it leaves empty.
    case droppedWithOwner
    /// The entry of a list that has the field goes, and what names that entry.
    case droppedWithEntry
    /// The field goes where it says anything else.
    case droppedUnless(String)
  }

  /// The Go name of the struct that has it.
  public let type: String
  /// The field.
  public let field: FieldName
  /// The gate.
  public let gate: ServerGate
  /// The effect while the gate is off.
  public let fate: Fate

  init(_ type: String, _ field: String, _ gate: ServerGate, _ fate: Fate = .dropped) {
    self.type = type
    self.field = FieldName(known: field)
    self.gate = gate
    self.fate = fate
  }

  /// The row of a field that a server takes away; nil where it keeps the field.
  /// - Parameter text: what the field says, where that is a text.
  public static func closed(
    _ field: FieldName, of type: String, saying text: String?, on release: ServerRelease
  ) -> GatedField? {
    let row = (all + special).first {
      $0.field == field && $0.type == type && !release.has($0.gate)
        && $0.gate.canBeSwitched(in: release.minor)
    }
    guard let row else { return nil }
    switch row.fate {
    case .set(let word): return text == word ? nil : row
    case .droppedUnless(let word): return text == word ? nil : row
    case .dropped, .droppedWithOwner, .droppedWithEntry: return row
    }
  }

  /// The fields that have rules of their own.
  private static let special = [
    GatedField("Volume", "image", .imageVolumes, .droppedWithEntry),
    // Sidecars have a gate of their own.
    GatedField("Container", "restartPolicy", .containerRestartRules, .droppedUnless("Always")),
  ]

  /// All such fields (`dropDisabledFields` of `pkg/api/pod`, 1.25 to 1.36). The restart policies of
  /// containers and image volumes have rules of their own, in `FieldDropping`.
  public static let all = [
    GatedField("PodSpec", "hostUsers", .userNamespaces),
    GatedField("PodSpec", "hostnameOverride", .hostnameOverride),
    GatedField("PodSpec", "resourceClaims", .dynamicResources),
    GatedField("PodSpec", "resources", .podLevelResources),
    GatedField("PodSpec", "schedulingGates", .schedulingReadiness),
    GatedField("PodSpec", "schedulingGroup", .workloads),
    GatedField("PodSpec", "workloadRef", .workloads),
    GatedField("PodSecurityContext", "appArmorProfile", .appArmorFields),
    GatedField("PodSecurityContext", "seLinuxChangePolicy", .seLinuxChangePolicy),
    GatedField("PodSecurityContext", "supplementalGroupsPolicy", .supplementalGroups),
    GatedField("SecurityContext", "appArmorProfile", .appArmorFields),
    GatedField("SecurityContext", "procMount", .procMount, .set("Default")),
    GatedField("Container", "resizePolicy", .inPlaceScaling),
    GatedField("Container", "restartPolicyRules", .containerRestartRules),
    GatedField("ResourceRequirements", "claims", .dynamicResources),
    GatedField("Lifecycle", "stopSignal", .stopSignals, .droppedWithOwner),
    GatedField("LifecycleHandler", "sleep", .sleepAction, .droppedWithOwner),
    GatedField("EnvVarSource", "fileKeyRef", .environmentFiles),
    GatedField("VolumeMount", "recursiveReadOnly", .recursiveReadOnly),
    GatedField("VolumeProjection", "clusterTrustBundle", .clusterTrustBundles),
    GatedField("VolumeProjection", "podCertificate", .podCertificates),
    GatedField("PodAffinityTerm", "matchLabelKeys", .affinityLabelKeys),
    GatedField("PodAffinityTerm", "mismatchLabelKeys", .affinityLabelKeys),
    GatedField("TopologySpreadConstraint", "matchLabelKeys", .spreadLabelKeys),
    GatedField("TopologySpreadConstraint", "minDomains", .minimalDomains),
    GatedField("TopologySpreadConstraint", "nodeAffinityPolicy", .nodeInclusion),
    GatedField("TopologySpreadConstraint", "nodeTaintsPolicy", .nodeInclusion),
  ]
}
