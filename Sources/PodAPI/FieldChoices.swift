/// The words that a field takes, of fields that take only some (Kubernetes 1.36's validation).
public enum FieldChoices {
  /// The words; nil where any text will do, or where more than the word decides.
  /// - Parameters:
  ///   - field: the field's name.
  ///   - type: the struct's Go name, `PodSpec`.
  public static func words(of field: String, in type: String) -> [String]? {
    table["\(type).\(field)"]
  }

  /// When an image is pulled.
  public static let pull = ["Always", "IfNotPresent", "Never"]
  /// When a pod or a container begins again.
  public static let restart = ["Always", "OnFailure", "Never"]
  /// Where the last words of a container come from.
  public static let messages = ["File", "FallbackToLogsOnError"]
  /// Protocols of ports.
  public static let protocols = ["TCP", "UDP", "SCTP"]
  /// Resources that change while a container runs.
  public static let resized = ["cpu", "memory"]
  /// What a change of resources does to a container.
  public static let resizing = ["NotRequired", "RestartContainer"]
  /// Schemes of requests.
  public static let schemes = ["HTTP", "HTTPS"]
  /// When a volume is given to a group.
  public static let groupChanges = ["OnRootMismatch", "Always"]
  /// How a volume is given its SELinux label.
  public static let contextChanges = ["Recursive", "MountOption"]
  /// How supplemental groups are put together.
  public static let groups = ["Merge", "Strict"]
  /// Where names are looked up.
  public static let dns = ["ClusterFirst", "ClusterFirstWithHostNet", "Default", "None"]
  /// What a taint does.
  public static let effects = ["NoSchedule", "PreferNoSchedule", "NoExecute"]
  /// How a toleration is compared.
  public static let tolerated = ["Exists", "Equal", "Lt", "Gt"]
  /// How mounts reach others.
  public static let propagations = ["None", "HostToContainer", "Bidirectional"]
  /// Whether a read-only mount is so all the way down.
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
