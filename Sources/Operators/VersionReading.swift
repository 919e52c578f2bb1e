public import Flyte

/// The meaning of an operator's version as people write it: whole, `1.3.2`, or as a line, `1.3`.
public enum VersionReading: Sendable, Hashable {
  /// It is this version; of a line the newest that was run.
  case version(OperatorVersion)
  /// No operator makes the plugin's pods.
  case noOperator
  /// It is no version.
  case unreadable
  /// Nothing was run of the line, and its versions may differ.
  case unknownLine

  /// Reads a version of the operator behind a plugin. A line before or after all that were run stays as it
  /// is written, and nothing is said of it.
  public init(_ text: String, of plugin: FlytePlugin) {
    let measured = Operator.measured(of: plugin)
    guard let first = measured.first, let last = measured.last else {
      self = .noOperator
      return
    }
    guard let version = OperatorVersion(text) else {
      self = .unreadable
      return
    }
    if version.isComplete {
      self = .version(version)
    } else if let newest = measured.last(where: { $0.hasLine(of: version) }) {
      self = .version(newest)
    } else {
      self = version < first || last < version ? .version(version) : .unknownLine
    }
  }
}
