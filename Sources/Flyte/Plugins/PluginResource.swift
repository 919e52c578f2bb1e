public import PodAPI
public import Values

/// A resource that a plugin sends to the API server, for an operator to make pods of.
public struct PluginResource: Sendable {
  /// Its API, `ray.io/v1`.
  @Bytewise public private(set) var apiVersion: String
  /// Its kind, `RayJob`.
  @Bytewise public private(set) var kind: String
  /// Its metadata, an `ObjectMeta`.
  public let metadata: PodObject
  /// Its spec.
  public let spec: PlainValue
  /// The templates of pods inside it. An operator may make other pods of them.
  public let pods: [RolePod]

  /// The whole resource.
  public var value: PlainValue {
    .mapping([
      .init("apiVersion", .string(apiVersion)), .init("kind", .string(kind)),
      .init("metadata", metadata.plain), .init("spec", spec),
    ])
  }
}

/// The reason why a plugin makes no resource of a task.
public enum PluginFailure: Error, Sendable, Equatable {
  /// Flyte says so.
  case message(String)
  /// The plugin's code fails in a way that its makers did not foresee.
  case crash

  /// Failures are the same when Flyte says the same.
  public static func == (left: PluginFailure, right: PluginFailure) -> Bool {
    switch (left, right) {
    case (.message(let left), .message(let right)): left == right
    case (.crash, .crash): true
    default: false
    }
  }

  static func badTask(_ text: String) -> PluginFailure {
    .message("[BadTaskSpecification] \(text)")
  }
}

extension PlainValue {
  /// A mapping of those values that there are.
  public static func fields(_ entries: [(key: String, value: PlainValue?)]) -> PlainValue {
    .mapping(entries.compactMap { entry in entry.value.map { Entry(entry.key, $0) } })
  }

  /// The number under a key; zero if there is none, as Go reads it.
  public func number(_ key: String) -> Int64 {
    if case .integer(let number)? = self[key] { return number }
    return 0
  }

  /// The text under a key; empty if there is none.
  public func text(_ key: String) -> String { self[key]?.string ?? "" }

  /// The map of texts under a key.
  public func texts(_ key: String) -> PodMap {
    PodMap(
      (self[key]?.entries ?? []).compactMap { entry in
        entry.value.string.map { (entry.key, .string($0)) }
      })
  }
}

extension PodMap {
  /// The entries as a mapping.
  var plain: PlainValue { PodValue.map(self).plain }
}
