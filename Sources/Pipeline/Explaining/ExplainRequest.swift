/// A request to explain the pods of a namespace.
public struct ExplainRequest: Sendable {
  /// The namespace that the task runs in.
  public let namespace: String
  /// The task's name; nil: a container task, or the one that the command line brings.
  public let task: String?
  /// The template that the task names; nil: the default one.
  public let template: String?
  /// The field to explain; nil: the pod as a whole.
  public let field: String?

  /// Makes a request.
  public init(namespace: String, task: String?, template: String?, field: String?) {
    self.namespace = namespace
    self.task = task
    self.template = template
    self.field = field
  }
}

/// The reason why a pod cannot be explained.
public enum ExplainFailure: Error, Sendable {
  /// None of several clusters has the namespace.
  case unknownNamespace(known: [String])
  /// The one cluster does not have it, nor templates in Flyte's own that would serve it.
  case withoutFallback(flyteNamespace: String, known: [String])
  /// Several clusters have it.
  case severalClusters([String])
  /// There is no task of that name.
  case unknownTask(String, known: [String])
  /// The namespace has no template of that name.
  case unknownTemplate(known: [String])
  /// Pods have no such field.
  case unknownField(String, known: [String])
  /// The pod has no such container.
  case unknownContainer(String, known: [String])
  /// There is no pod whose fields could be shown.
  case noPod
}
