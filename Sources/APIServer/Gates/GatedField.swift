import PodAPI

/// A field that the API server takes away from a new object while a feature gate is off.
struct GatedField {
  /// What is done.
  enum Fate {
    /// The field goes.
    case dropped
    /// The field is set to a word.
    case set(String)
    /// The field goes, and with it what it leaves empty.
    case droppedWithOwner
  }

  /// The Go name of the struct that has it.
  let type: String
  let field: FieldName
  let gate: ServerGate
  let fate: Fate

  init(_ type: String, _ field: String, _ gate: ServerGate, _ fate: Fate = .dropped) {
    self.type = type
    self.field = FieldName(known: field)
    self.gate = gate
    self.fate = fate
  }

  /// All such fields (`dropDisabledFields` of `pkg/api/pod`, 1.25 to 1.36). The restart policies of
  /// containers and image volumes have rules of their own, in `FieldDropping`.
  static let all = [
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
