public import Judges
public import Values

/// What the config says of OpenShift's SCCs.
public struct ConstraintChoice: Sendable {
  /// The SCCs that RBAC lets the service accounts use.
  public let usable: [Located<String>]
  /// The ids of all namespaces; nil: a file has them.
  public let ranges: NamespaceRanges?
  /// The file with the cluster's SCCs; nil: those that OpenShift comes with.
  public let file: FlyteInstallation.Place?
  /// The file with the namespaces and their annotations; nil: the config has the ids.
  public let namespaces: FlyteInstallation.Place?
  /// The place of the key.
  public let origin: Origin

  /// Makes a choice.
  public init(
    usable: [Located<String>], ranges: NamespaceRanges?, file: FlyteInstallation.Place?,
    namespaces: FlyteInstallation.Place?, origin: Origin
  ) {
    self.usable = usable
    self.ranges = ranges
    self.file = file
    self.namespaces = namespaces
    self.origin = origin
  }
}
