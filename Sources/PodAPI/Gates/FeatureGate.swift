/// A feature gate of Kubernetes.
public struct FeatureGate: Sendable, Hashable {
  /// A name from a minor version on.
  public struct Name: Sendable, Hashable {
    /// The first minor version in which it has this name.
    public let since: Int
    /// The name, `UserNamespacesSupport`.
    public let text: String
  }

  /// Its names, oldest first; most gates have one.
  public let names: [Name]
  /// The first minor version in which it is on by default; nil where no known version has it on.
  public let onSince: Int?

  init(_ name: String, onSince: Int?, before: [Name] = [], since: Int = 0) {
    names = before + [Name(since: since, text: name)]
    self.onSince = onSince
  }

  /// The name that it has in a minor version.
  public func name(in minor: Int) -> String {
    (names.last { $0.since <= minor } ?? names[0]).text
  }

  /// Whether a minor version has it on by default.
  public func isOn(in minor: Int) -> Bool { onSince.map { minor >= $0 } ?? false }
}
