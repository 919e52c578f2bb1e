/// A task that a cluster is judged for: a standard shape, a pod of the user's own, or a task of a
/// plugin, of which an operator makes several pods.
public enum JudgedTask: Sendable, Hashable {
  case standard(StandardTask)
  case own(OwnTask)
  /// - deviceClass: of the accelerator that it asks for, as below; nil: it asks for none.
  case plugin(StandardPluginTask, deviceClass: ByteText? = nil)
  /// A container task that asks for an accelerator of a class, `NVIDIA_GPU`, whose settings have a
  /// PodTemplate (v2).
  case accelerated(ByteText)

  /// The standard shapes that a cluster is judged for where nothing names others.
  public static let usual = StandardTask.usual.map(JudgedTask.standard)

  /// Its name in reports and on the command line.
  public var name: String {
    switch self {
    case .standard(let task): task.rawValue
    case .own(let task): task.name
    case .plugin(let task, let name):
      name.map { "\(task.rawValue)-accelerator-\($0.text)" } ?? task.rawValue
    case .accelerated(let name): "accelerator-\(name.text)"
    }
  }

  /// The class of the accelerator that it asks for; nil: it asks for none, or nothing depends on it.
  public var deviceClass: ByteText? {
    switch self {
    case .accelerated(let name): name
    case .plugin(_, let name): name
    case .standard, .own: nil
    }
  }

  /// The standard shape; nil for a pod of the user's own.
  public var standard: StandardTask? {
    if case .standard(let task) = self { return task }
    return nil
  }

  /// The user's own pod; nil for a standard shape.
  public var own: OwnTask? {
    if case .own(let task) = self { return task }
    return nil
  }

  /// The task of a plugin; nil for one whose pod Flyte makes itself.
  public var plugin: StandardPluginTask? {
    if case .plugin(let task, _) = self { return task }
    return nil
  }

  /// The secret that it asks for.
  public var secret: TaskSecret? { standard?.secret }

  /// The secret manager that it is about; nil: those that the cluster uses.
  public var manager: SecretManager? { standard?.manager }

  /// The data that co-pilot moves; nil if the task moves its own data.
  public var data: TaskShape.Data? {
    switch self {
    case .standard(let task): task.data
    case .own(let task): task.data
    case .plugin, .accelerated: nil
    }
  }

  /// True if co-pilot moves its data.
  public var usesCopilot: Bool { data != nil }

  /// The task; of a plugin's, the container task that its pods are made from.
  /// - Parameter template: the template that it names; nil: the default one.
  public func shape(podTemplateName template: String? = nil) -> TaskShape {
    switch self {
    case .standard(let task): task.shape(podTemplateName: template)
    case .own(let task): TaskShape(.pod(task.body), copilot: task.data, podTemplateName: template)
    case .plugin(let task, let name):
      task.task(podTemplateName: template, deviceClass: name).shape
    case .accelerated(let name):
      TaskShape(
        .container(image: StandardTask.image), podTemplateName: template, deviceClass: name.text)
    }
  }

  /// True if its author writes a pod.
  public var isPodTask: Bool {
    switch self {
    case .standard(let task): task.isPodTask
    case .own: true
    case .plugin, .accelerated: false
    }
  }
}
