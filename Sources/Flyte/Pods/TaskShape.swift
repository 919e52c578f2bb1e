public import PodAPI

/// The facts about a task that decide its pod, as far as its author sets them.
public struct TaskShape: Sendable {
  /// The pod or container of a task.
  public enum Body: Sendable {
    /// One container of this image.
    case container(image: String)
    /// A pod of the author's own.
    case pod(PodBody)
  }

  /// A pod that an author writes.
  public struct PodBody: Sendable {
    /// Its spec.
    public let spec: PodObject
    /// The name of the container that is the task.
    public let primaryContainer: String
    /// Its labels.
    public let labels: PodMap
    /// Its annotations.
    public let annotations: PodMap

    /// Makes a pod.
    public init(
      spec: PodObject, primaryContainer: String, labels: PodMap = PodMap(),
      annotations: PodMap = PodMap()
    ) {
      self.spec = spec
      self.primaryContainer = primaryContainer
      self.labels = labels
      self.annotations = annotations
    }
  }

  /// Data that co-pilot brings and takes.
  public struct Data: Sendable {
    /// True if the task has inputs.
    public let inputs: Bool
    /// True if the task has outputs.
    public let outputs: Bool
    /// The path of its inputs; nil: the one in the settings.
    public let inputPath: String?
    /// The path of its outputs; nil: the one in the settings.
    public let outputPath: String?

    /// Makes a value.
    public init(
      inputs: Bool, outputs: Bool, inputPath: String? = nil, outputPath: String? = nil
    ) {
      self.inputs = inputs
      self.outputs = outputs
      self.inputPath = inputPath
      self.outputPath = outputPath
    }
  }

  /// The thing that it runs.
  public let body: Body
  /// Its data, where co-pilot moves them; nil: the task moves its own.
  public let copilot: Data?
  /// The template that the task names; nil: the default one.
  public let podTemplateName: String?
  /// The pod of `with_overrides(pod_template=…)`.
  public let override: PodBody?
  /// The name that Flyte gives the task's container and pod.
  public let executionName: String
  /// The service account that its execution, or a setting for all, names; empty: none.
  public let serviceAccount: String
  /// True if its nodes may go away at any time.
  public var isInterruptible: Bool
  /// The class of the accelerator that it asks for, `GOOGLE_TPU`; nil: it asks for none.
  public var deviceClass: String?
  /// The resources of its container that its execution or its plugin sets, a `ResourceRequirements`.
  public var resources = PodObject()

  /// Makes a shape.
  public init(
    _ body: Body, copilot: Data? = nil, podTemplateName: String? = nil, override: PodBody? = nil,
    executionName: String = "exec-n0-0", serviceAccount: String = "", isInterruptible: Bool = false,
    deviceClass: String? = nil
  ) {
    self.body = body
    self.copilot = copilot
    self.podTemplateName = podTemplateName
    self.override = override
    self.executionName = executionName
    self.serviceAccount = serviceAccount
    self.isInterruptible = isInterruptible
    self.deviceClass = deviceClass
  }
}
