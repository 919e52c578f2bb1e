public import PodAPI

/// A task as a binary has read it.
public struct DecodedTask {
  let request: PodRequest
  /// Its pod with everything that is added before a template meets it.
  let pod: Result<TaskPod, TaskError>

  /// The names of the init containers that it has before a template meets it.
  public var initContainerNames: [String] {
    ((try? pod.get())?.initContainers ?? []).map(\.containerName)
  }

  /// The spec that its author asks for, before Flyte adds anything.
  public var asked: PodObject { request.pod.object }

  /// The labels and annotations that its author asks for.
  public var askedMetadata: PodObject { request.metadata }

  /// The spec with everything that Flyte adds before a template meets it; nil where it is refused.
  public var completed: PodObject? { (try? pod.get())?.object }
}

/// The pod that a task asks for, before Flyte adds anything.
struct PodRequest {
  let pod: TaskPod
  let metadata: PodObject
  let primaryContainer: String
  let copilot: TaskShape.Data?
  let podTemplateName: String?
  let serviceAccount: String
  let isInterruptible: Bool
  let deviceClass: String?

  init(_ task: TaskShape, behaviors: Behaviors, settings: PluginSettings) {
    let override = behaviors.overridesPods ? task.override : nil
    var bodies: [TaskShape.PodBody] = []
    if case .pod(let body) = task.body { bodies.append(body) }
    if let override { bodies.append(override) }
    var labels = PodMap()
    var annotations = PodMap()
    for body in bodies {
      for entry in body.labels.entries { labels[entry.key] = entry.value }
      for entry in body.annotations.entries { annotations[entry.key] = entry.value }
    }
    var metadata = PodObject()
    if !labels.isEmpty { metadata[.labels] = .map(labels) }
    if !annotations.isEmpty { metadata[.annotations] = .map(annotations) }
    self.metadata = metadata
    copilot = task.copilot
    podTemplateName = task.podTemplateName
    serviceAccount = task.serviceAccount.isEmpty ? settings.serviceAccount : task.serviceAccount
    var pod: TaskPod
    if let body = bodies.last {
      pod = TaskPod(decoding: body.spec, minor: behaviors.apiMinor)
      primaryContainer = body.primaryContainer
    } else {
      pod = TaskPod(container: Self.container(of: task, behaviors, settings))
      primaryContainer = task.executionName
    }
    isInterruptible = task.isInterruptible
    deviceClass = task.deviceClass
    if !task.resources.isEmpty {
      for index in pod.containers.indices
      where pod.containers[index].containerName == primaryContainer {
        pod.containers[index].take(resources: task.resources)
      }
    }
    if behaviors.disablesServiceLinks {
      pod.spec[.enableServiceLinks] = .bool(false)
    }
    self.pod = pod
  }

  /// The container of a container task.
  private static func container(
    of task: TaskShape, _ behaviors: Behaviors, _ settings: PluginSettings
  ) -> PodObject {
    var container = PodObject()
    container.set(.name, task.executionName)
    if case .container(let image) = task.body { container.set(.image, image) }
    container.set(.terminationMessagePolicy, "FallbackToLogsOnError")
    if behaviors.readsImagePullPolicy {
      container.set(.imagePullPolicy, settings.imagePullPolicy)
    }
    return container
  }
}
