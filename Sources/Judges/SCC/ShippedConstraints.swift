import Values

/// The SCCs that OpenShift comes with (cluster-kube-apiserver-operator c813e820, August 2026).
extension SecurityContextConstraint {
  /// All of them, in byte order of their names.
  public static let shipped: [SecurityContextConstraint] = [
    anyUser, hostAccess, hostMount, hostMountV2, hostNetwork, hostNetworkV2, nestedContainer,
    nonRoot, nonRootV2, privileged, restricted, restrictedV2, restrictedV3,
  ]

  /// Those of the OpenShift that has a Kubernetes version (the manifests of its release branches): 4.17 came
  /// with `hostmount-anyuid-v2`, 4.20 with `restricted-v3`, `nested-container` and image volumes.
  /// - Parameter minor: the version of Kubernetes.
  public static func shipped(onKubernetes minor: Int) -> [SecurityContextConstraint] {
    if minor >= lastChange { return shipped }
    return shipped.filter { minor >= firstMinors[$0.name] ?? 0 }.map { constraint in
      var constraint = constraint
      constraint.volumes.remove("image")
      return constraint
    }
  }

  private static let lastChange = 33
  private static let firstMinors: TextMap<Int> = [
    "hostmount-anyuid-v2": 30, "nested-container": lastChange, "restricted-v3": lastChange,
  ]

  /// The one of a name.
  public static func shipped(named name: String) -> SecurityContextConstraint? {
    shipped.first { $0.name == name }
  }

  private static let usualVolumes: TextSet = [
    "configMap", "csi", "downwardAPI", "emptyDir", "ephemeral", "image", "persistentVolumeClaim",
    "projected", "secret",
  ]
  private static let rootCapabilities = ["KILL", "MKNOD", "SETUID", "SETGID"]
  /// Groups of the namespace.
  private static let ownGroups = GroupRule.ranges([])
  /// The level of the namespace, and nothing else.
  private static let ownContext = SELinuxRule.context(SELinuxContext())

  /// One with the usual volumes and the namespace's SELinux level.
  private static func usual(
    _ name: String, _ change: (inout SecurityContextConstraint) -> Void
  ) -> SecurityContextConstraint {
    var constraint = SecurityContextConstraint(name: name)
    constraint.volumes = usualVolumes
    constraint.seLinux = ownContext
    change(&constraint)
    return constraint
  }

  /// One of the second generation: nothing of root's, and the runtime's seccomp profile.
  private static func tight(
    _ name: String, _ change: (inout SecurityContextConstraint) -> Void
  ) -> SecurityContextConstraint {
    usual(name) {
      $0.allowsEscalation = false
      $0.allowedCapabilities = ["NET_BIND_SERVICE"]
      $0.droppedCapabilities = ["ALL"]
      $0.seccompProfiles = ["runtime/default"]
      change(&$0)
    }
  }

  private static let anyUser = usual("anyuid") {
    $0.priority = 10
    $0.droppedCapabilities = ["MKNOD"]
  }
  private static let restricted = usual("restricted") {
    $0.droppedCapabilities = rootCapabilities
    $0.user = .range(nil)
    $0.fsGroup = ownGroups
  }
  private static let restrictedV2 = tight("restricted-v2") {
    $0.user = .range(nil)
    $0.fsGroup = ownGroups
  }
  private static let restrictedV3 = tight("restricted-v3") {
    $0.user = .range(1_000...65_534)
    $0.fsGroup = .ranges([1_000...65_534])
    $0.supplementalGroups = .ranges([1_000...65_534])
    $0.needsOwnUsers = true
  }
  private static let nonRoot = usual("nonroot") {
    $0.droppedCapabilities = rootCapabilities
    $0.user = .nonRoot
  }
  private static let nonRootV2 = tight("nonroot-v2") { $0.user = .nonRoot }
  private static let hostNetwork = usual("hostnetwork") {
    $0.allowsHostNetwork = true
    $0.allowsHostPorts = true
    $0.droppedCapabilities = rootCapabilities
    $0.user = .range(nil)
    $0.fsGroup = ownGroups
    $0.supplementalGroups = ownGroups
  }
  private static let hostNetworkV2 = tight("hostnetwork-v2") {
    $0.allowsHostNetwork = true
    $0.allowsHostPorts = true
    $0.user = .range(nil)
    $0.fsGroup = ownGroups
    $0.supplementalGroups = ownGroups
  }
  private static let hostAccess = usual("hostaccess") {
    $0.allowsHostNetwork = true
    $0.allowsHostPorts = true
    $0.allowsHostPID = true
    $0.allowsHostIPC = true
    $0.droppedCapabilities = rootCapabilities
    $0.user = .range(nil)
    $0.fsGroup = ownGroups
    $0.volumes.insert("hostPath")
  }
  private static let hostMount = usual("hostmount-anyuid") {
    $0.droppedCapabilities = ["MKNOD"]
    $0.volumes.insert("hostPath")
    $0.volumes.insert("nfs")
  }
  private static let hostMountV2 = usual("hostmount-anyuid-v2") {
    $0.seLinux = .any
    $0.droppedCapabilities = ["MKNOD"]
    $0.volumes.insert("hostPath")
    $0.volumes.insert("nfs")
  }
  private static let nestedContainer = usual("nested-container") {
    $0.allowedCapabilities = ["SETUID", "SETGID"]
    $0.user = .range(0...65_534)
    $0.fsGroup = .ranges([0...65_534])
    $0.supplementalGroups = .ranges([0...65_534])
    $0.seLinux = .context(SELinuxContext(type: "container_engine_t"))
    $0.seccompProfiles = ["*"]
    $0.needsOwnUsers = true
  }
  private static let privileged: SecurityContextConstraint = {
    var constraint = SecurityContextConstraint(name: "privileged")
    constraint.allowsPrivileged = true
    constraint.allowsHostNetwork = true
    constraint.allowsHostPorts = true
    constraint.allowsHostPID = true
    constraint.allowsHostIPC = true
    constraint.allowedCapabilities = ["*"]
    constraint.seccompProfiles = ["*"]
    constraint.unsafeSysctls = ["*"]
    constraint.volumes = ["*"]
    return constraint
  }()
}
