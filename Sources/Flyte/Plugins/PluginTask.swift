public import PodAPI
public import Values

/// A task that a plugin makes a resource of, which an operator makes pods of.
public struct PluginTask: Sendable {
  /// The plugin.
  public let plugin: FlytePlugin
  /// The task, as a container task would be.
  public let shape: TaskShape
  /// The version of its type: what is in `custom` depends on it.
  public let version: Int64
  /// The part of the task that only the plugin reads, as flyteidl writes it in JSON.
  public let custom: PlainValue

  /// Makes a task.
  public init(_ plugin: FlytePlugin, _ shape: TaskShape, version: Int64 = 0, custom: PlainValue) {
    self.plugin = plugin
    self.shape = shape
    self.version = version
    self.custom = custom
  }
}

/// The labels and annotations that an execution gives everything it makes.
public struct Execution: Sendable {
  /// Its labels.
  public var labels: PodMap
  /// Its annotations.
  public var annotations: PodMap

  /// Makes them.
  public init(labels: PodMap = PodMap(), annotations: PodMap = PodMap()) {
    self.labels = labels
    self.annotations = annotations
  }
}
