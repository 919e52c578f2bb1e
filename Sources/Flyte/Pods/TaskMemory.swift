import PodAPI

/// A task as a binary has read it.
public struct TaskMemory {
  /// The pod that the task asks for, with Flyte's own environment and resources in it.
  let pod: GoPod
  /// The same before Flyte's own are added.
  let rawPod: GoPod
  let metadata: GoStruct
  let primaryContainer: String
  let copilot: TaskShape.Data?
  let podTemplateName: String?

  init(_ task: TaskShape, behaviours: Behaviours, settings: PluginSettings) {
    let override = behaviours.overridesPods ? task.override : nil
    var bodies: [TaskShape.PodBody] = []
    if case .pod(let body) = task.body { bodies.append(body) }
    if let override { bodies.append(override) }
    var labels = PodMap()
    var annotations = PodMap()
    for body in bodies {
      for entry in body.labels.entries { labels[entry.key] = entry.value }
      for entry in body.annotations.entries { annotations[entry.key] = entry.value }
    }
    metadata = GoStruct([
      GoStruct.Field(name: .annotations, value: .map(GoMap(annotations))),
      GoStruct.Field(name: .labels, value: .map(GoMap(labels))),
    ])
    copilot = task.copilot
    podTemplateName = task.podTemplateName
    var pod: GoPod
    if let body = bodies.last {
      pod = GoPod(decoding: body.spec, minor: behaviours.apiMinor)
      primaryContainer = body.primaryContainer
    } else {
      pod = GoPod(spec: GoStruct(), containers: [], initContainers: [])
      primaryContainer = task.executionName
      if case .container(let image) = task.body {
        pod.containers = [Self.container(of: task, image: image, behaviours, settings)]
      }
    }
    if behaviours.disablesServiceLinks {
      pod.spec[.enableServiceLinks] = .pointer(GoPointer(.scalar(.bool(false))))
    }
    rawPod = pod
    let resources = ResourceDefaults(
      behaviours: behaviours, settings: settings, primaryContainer: primaryContainer)
    self.pod = resources.applied(to: pod, template: nil)
  }

  /// The container of a container task.
  private static func container(
    of task: TaskShape, image: String, _ behaviours: Behaviours, _ settings: PluginSettings
  ) -> GoStruct {
    var container = GoStruct()
    container.set(.name, task.executionName)
    container.set(.image, image)
    container.set(.terminationMessagePolicy, "FallbackToLogsOnError")
    if behaviours.readsImagePullPolicy {
      container.set(.imagePullPolicy, settings.imagePullPolicy)
    }
    return container
  }
}
