/// The words that a field takes, of fields that take only some (Kubernetes 1.36's validation).
public enum FieldChoices {
  /// The words; nil where any text will do, or where more than the word decides.
  /// - Parameters:
  ///   - field: the field's name.
  ///   - type: the struct's Go name, `PodSpec`.
  public static func words(of field: String, in type: String) -> [String]? {
    table["\(type).\(field)"]
  }

  /// The pull policy of an image.
  public static let pull = ["Always", "IfNotPresent", "Never"]
  /// The restart policy of a pod or a container.
  public static let restart = ["Always", "OnFailure", "Never"]
  /// The source of a container's termination message.
  public static let messages = ["File", "FallbackToLogsOnError"]
  /// Protocols of ports.
  public static let protocols = ["TCP", "UDP", "SCTP"]
  /// Resources that change while a container runs.
  public static let resized = ["cpu", "memory"]
  /// The effects that a change of resources can have on a container.
  public static let resizing = ["NotRequired", "RestartContainer"]
  /// Schemes of requests.
  public static let schemes = ["HTTP", "HTTPS"]
  /// When a volume is given to a group.
  public static let groupChanges = ["OnRootMismatch", "Always"]
  /// The ways in which a volume gets its SELinux label.
  public static let contextChanges = ["Recursive", "MountOption"]
  /// The ways in which supplemental groups are put together.
  public static let groups = ["Merge", "Strict"]
  /// The places where names are looked up.
  public static let dns = ["ClusterFirst", "ClusterFirstWithHostNet", "Default", "None"]
  /// The effect of a taint.
  public static let effects = ["NoSchedule", "PreferNoSchedule", "NoExecute"]
  /// The operator of a toleration.
  public static let tolerated = ["Exists", "Equal", "Lt", "Gt"]
  /// The propagation of mounts.
  public static let propagations = ["None", "HostToContainer", "Bidirectional"]
  /// The depths to which a read-only mount is read-only.
  public static let recursion = ["Disabled", "IfPossible", "Enabled"]
  private static let honor = ["Honor", "Ignore"]
  private static let select = ["In", "NotIn", "Exists", "DoesNotExist"]

  private static let table: TextMap<[String]> = [
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
    "TopologySpreadConstraint.nodeAffinityPolicy": honor,
    "TopologySpreadConstraint.nodeTaintsPolicy": honor,
    "TopologySpreadConstraint.whenUnsatisfiable": ["DoNotSchedule", "ScheduleAnyway"],
    "VolumeMount.mountPropagation": propagations,
    "VolumeMount.recursiveReadOnly": recursion,
  ]
}
