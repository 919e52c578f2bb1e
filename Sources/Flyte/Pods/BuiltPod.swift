public import PodAPI
public import Values

/// A pod that Flyte builds, before the API server sees it.
public struct BuiltPod: Sendable, Hashable {
  /// Its metadata, an `ObjectMeta`; without what the plugin manager adds later.
  public let metadata: PodObject
  /// Its spec.
  public let spec: PodObject
  /// The container that is the task.
  @Bytewise public private(set) var primaryContainer: String

  /// Makes a pod.
  public init(metadata: PodObject, spec: PodObject, primaryContainer: String) {
    self.metadata = metadata
    self.spec = spec
    self.primaryContainer = primaryContainer
  }
}

extension BuiltPod {
  /// The manifest of the pod, without a name: Flyte gives it one for each run.
  /// - Parameter namespace: where Flyte makes it; nil: it is left out.
  public func manifest(in namespace: String? = nil) -> PlainValue {
    var metadata = metadata
    if let namespace { metadata[.namespace] = .string(namespace) }
    return .mapping([
      .init("apiVersion", .string("v1")), .init("kind", .string("Pod")),
      .init("metadata", metadata.plain.namesFirst), .init("spec", spec.plain.namesFirst),
    ])
  }
}

/// The reason why Flyte builds no pod.
public enum TaskError: Error, Sendable, Equatable {
  /// The template that the task names is not there.
  case templateMissing(String)
  /// The default template is not there, and the settings require it.
  case defaultTemplateMissing(String)
  /// The pod has no container of the primary one's name.
  case primaryContainerMissing(String)
  /// A plugin fails, with these words.
  case pluginFails(String)

  /// Errors are the same when Flyte says the same.
  public static func == (left: TaskError, right: TaskError) -> Bool {
    left.message == right.message
  }

  /// Flyte's error message for the task.
  public var message: String {
    switch self {
    case .templateMissing(let name):
      "[BadTaskSpecification] PodTemplate '\(name)' does not exist"
    case .defaultTemplateMissing(let name):
      "[DownstreamSystemError] default PodTemplate '\(name)' does not exist"
    case .primaryContainerMissing(let name):
      "[BadTaskSpecification] invalid TaskSpecification, primary container [\(name)] not defined"
    case .pluginFails(let text): text
    }
  }
}
