public import Values

/// A pod task of the user's own, read from a file.
public struct OwnTask: Sendable, Hashable {
  /// The name of the task in reports: that of its file.
  @Bytewise public private(set) var name: String
  /// Its pod.
  public let body: TaskShape.PodBody
  /// The pod's spec as it is written, with places.
  public let spec: OriginTree
  /// The data that co-pilot moves; nil if the task moves its own data.
  public let data: TaskShape.Data?

  /// Makes a task.
  public init(
    name: String, body: TaskShape.PodBody, spec: OriginTree, data: TaskShape.Data? = nil
  ) {
    self.name = name
    self.body = body
    self.spec = spec
    self.data = data
  }

  /// Tasks of a cluster differ in their names.
  public static func == (left: OwnTask, right: OwnTask) -> Bool { left.name == right.name }

  /// Feeds the name.
  public func hash(into hasher: inout Hasher) { name.hashBytes(into: &hasher) }
}
