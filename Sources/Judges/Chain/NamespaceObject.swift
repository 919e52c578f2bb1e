import PodAPI
public import Values

/// An object of Kubernetes that a namespace has once of each name.
public protocol NamespaceObject: Sendable {
  /// Its `kind`.
  static var kind: String { get }
  /// Its name.
  var name: String { get }
  /// The place where it is written.
  var origin: Origin { get }
  /// The object of which both are descriptions; nil: they contradict each other.
  func joined(with other: Self) -> Self?
}

extension LimitRange: NamespaceObject {
  /// Its `kind`.
  public static var kind: String { "LimitRange" }

  /// Itself, if the other one has the same items.
  public func joined(with other: LimitRange) -> LimitRange? { items == other.items ? self : nil }
}

extension ResourceQuota: NamespaceObject {
  /// Its `kind`.
  public static var kind: String { "ResourceQuota" }

  /// The one that knows what is in use, if the other one counts the same pods up to the same amounts: a
  /// template and the config do not have the status that a file has.
  public func joined(with other: ResourceQuota) -> ResourceQuota? {
    guard hard == other.hard, scopes == other.scopes else { return nil }
    if used == other.used || other.used.entries.isEmpty { return self }
    return used.entries.isEmpty ? other : nil
  }
}
