/// The words that a field takes, of fields that take only some (Kubernetes 1.36's validation).
public enum FieldChoices {
  /// The words; nil where any text will do, or where more than the word decides.
  /// - Parameters:
  ///   - field: the field's name.
  ///   - type: the struct's Go name, `PodSpec`.
  public static func words(of field: String, in type: String) -> [String]? {
    table["\(type).\(field)"]
  }

  private static let pull = ["Always", "IfNotPresent", "Never"]
  private static let honour = ["Honor", "Ignore"]
  private static let restart = ["Always", "OnFailure", "Never"]
  private static let select = ["In", "NotIn", "Exists", "DoesNotExist"]

  private static let table: [String: [String]] = [
    "Container.imagePullPolicy": pull,
    "Container.restartPolicy": restart,
    "Container.terminationMessagePolicy": ["File", "FallbackToLogsOnError"],
    "ContainerPort.protocol": ["TCP", "UDP", "SCTP"],
    "ContainerResizePolicy.resourceName": ["cpu", "memory"],
    "ContainerResizePolicy.restartPolicy": ["NotRequired", "RestartContainer"],
    "HTTPGetAction.scheme": ["HTTP", "HTTPS"],
    "HostPathVolumeSource.type": [
      "DirectoryOrCreate", "Directory", "FileOrCreate", "File", "Socket", "CharDevice",
      "BlockDevice",
    ],
    "ImageVolumeSource.pullPolicy": pull,
    "LabelSelectorRequirement.operator": select,
    "NodeSelectorRequirement.operator": select + ["Gt", "Lt"],
    "PersistentVolumeClaimSpec.volumeMode": ["Filesystem", "Block"],
    "PodOS.name": ["linux", "windows"],
    "PodSecurityContext.fsGroupChangePolicy": ["OnRootMismatch", "Always"],
    "PodSecurityContext.seLinuxChangePolicy": ["Recursive", "MountOption"],
    "PodSecurityContext.supplementalGroupsPolicy": ["Merge", "Strict"],
    "PodSpec.dnsPolicy": ["ClusterFirst", "ClusterFirstWithHostNet", "Default", "None"],
    "PodSpec.preemptionPolicy": ["PreemptLowerPriority", "Never"],
    "PodSpec.restartPolicy": restart,
    "SecurityContext.procMount": ["Default", "Unmasked"],
    "Toleration.effect": ["NoSchedule", "PreferNoSchedule", "NoExecute"],
    "Toleration.operator": ["Exists", "Equal", "Lt", "Gt"],
    "TopologySpreadConstraint.nodeAffinityPolicy": honour,
    "TopologySpreadConstraint.nodeTaintsPolicy": honour,
    "TopologySpreadConstraint.whenUnsatisfiable": ["DoNotSchedule", "ScheduleAnyway"],
    "VolumeMount.mountPropagation": ["None", "HostToContainer", "Bidirectional"],
    "VolumeMount.recursiveReadOnly": ["Disabled", "IfPossible", "Enabled"],
  ]
}
