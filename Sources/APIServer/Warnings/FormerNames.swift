import PodAPI

/// Names that Kubernetes has given up, and what to write instead.
enum FormerNames {
  /// Labels of nodes.
  static let labels: TextMap<String> = [
    "beta.kubernetes.io/arch": "kubernetes.io/arch",
    "beta.kubernetes.io/os": "kubernetes.io/os",
    "beta.kubernetes.io/instance-type": "node.kubernetes.io/instance-type",
    "failure-domain.beta.kubernetes.io/region": "topology.kubernetes.io/region",
    "failure-domain.beta.kubernetes.io/zone": "topology.kubernetes.io/zone",
  ]

  /// Annotations in whose place a field is read.
  static let annotations: TextMap<String> = [
    "scheduler.alpha.kubernetes.io/critical-pod": "priorityClassName",
    "security.alpha.kubernetes.io/sysctls": "sysctls",
    "security.alpha.kubernetes.io/unsafe-sysctls": "sysctls",
  ]

  /// Sources of volumes: the version from which nodes no longer mount them, and the one from which the
  /// server says so.
  static let sources: [(field: FieldName, gone: String, warnedFrom: Int)] = [
    (.photonPersistentDisk, "1.16", 0), (.scaleIO, "1.22", 0), (.flocker, "1.25", 0),
    (.storageos, "1.25", 0), (.quobyte, "1.25", 0), (.glusterfs, "1.26", 0), (.cephfs, "1.31", 28),
    (.rbd, "1.31", 28),
  ]
}
