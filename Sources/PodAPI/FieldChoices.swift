/// The words that a field takes, of fields that take only some (Kubernetes 1.36's validation).
public enum FieldChoices {
  /// The words; nil where any text will do, or where more than the word decides.
  /// - Parameters:
  ///   - field: the field's name.
  ///   - type: the struct's Go name, `PodSpec`.
  public static func words(of field: String, in type: String) -> [String]? {
    table["\(type).\(field)"]
  }

  static let pull = ["Always", "IfNotPresent", "Never"]
  static let restart = ["Always", "OnFailure", "Never"]
  static let messages = ["File", "FallbackToLogsOnError"]
  static let protocols = ["TCP", "UDP", "SCTP"]
  static let resized = ["cpu", "memory"]
  static let resizing = ["NotRequired", "RestartContainer"]
  static let schemes = ["HTTP", "HTTPS"]
  static let groupChanges = ["OnRootMismatch", "Always"]
  static let contextChanges = ["Recursive", "MountOption"]
  static let groups = ["Merge", "Strict"]
  static let dns = ["ClusterFirst", "ClusterFirstWithHostNet", "Default", "None"]
  static let effects = ["NoSchedule", "PreferNoSchedule", "NoExecute"]
  static let tolerated = ["Exists", "Equal", "Lt", "Gt"]
  static let propagations = ["None", "HostToContainer", "Bidirectional"]
  static let recursion = ["Disabled", "IfPossible", "Enabled"]
  private static let honour = ["Honor", "Ignore"]
  private static let select = ["In", "NotIn", "Exists", "DoesNotExist"]

  private static let table: [String: [String]] = [
    "Container.imagePullPolicy": pull,
    "Container.restartPolicy": restart,
    "Container.terminationMessagePolicy": messages,
    "ContainerPort.protocol": protocols,
    "ContainerResizePolicy.resourceName": resized,
    "ContainerResizePolicy.restartPolicy": resizing,
    "HTTPGetAction.scheme": schemes,
    "HostPathVolumeSource.type": [
      "DirectoryOrCreate", "Directory", "FileOrCreate", "File", "Socket", "CharDevice",
      "BlockDevice",
    ],
    "ImageVolumeSource.pullPolicy": pull,
    "LabelSelectorRequirement.operator": select,
    "NodeSelectorRequirement.operator": select + ["Gt", "Lt"],
    "PersistentVolumeClaimSpec.volumeMode": ["Filesystem", "Block"],
    "PodOS.name": ["linux", "windows"],
    "PodSecurityContext.fsGroupChangePolicy": groupChanges,
    "PodSecurityContext.seLinuxChangePolicy": contextChanges,
    "PodSecurityContext.supplementalGroupsPolicy": groups,
    "PodSpec.dnsPolicy": dns,
    "PodSpec.preemptionPolicy": ["PreemptLowerPriority", "Never"],
    "PodSpec.restartPolicy": restart,
    "SecurityContext.procMount": ["Default", "Unmasked"],
    "Toleration.effect": effects,
    "Toleration.operator": tolerated,
    "TopologySpreadConstraint.nodeAffinityPolicy": honour,
    "TopologySpreadConstraint.nodeTaintsPolicy": honour,
    "TopologySpreadConstraint.whenUnsatisfiable": ["DoNotSchedule", "ScheduleAnyway"],
    "VolumeMount.mountPropagation": propagations,
    "VolumeMount.recursiveReadOnly": recursion,
  ]
}
