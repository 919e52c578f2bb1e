import Audit
import Flyte
import Judgment
import PodAPI
import Values
import YAMLTree

/// A running pod beside the pod that the model makes.
struct PodComparison {
  let pod: RunningPod
  let outline: PodOutline
  let expected: PodObject

  typealias Difference = RunningPods.Difference

  /// The differences from the expected pod.
  var differences: [Difference] {
    var found = spec
    for list in [FieldName.containers, .initContainers] {
      let running = containers(of: pod.spec, list)
      let made = containers(of: expected, list)
      for (name, container) in running {
        guard let other = made.first(where: { $0.name == name })?.container else {
          found.append(
            Difference(
              container: name.text, field: "", value: "added", expected: nil,
              maker: Injected.maker(of: name.text) ?? .mutation))
          continue
        }
        found += fields(of: container, other, name, list)
      }
      for (name, _) in made where !running.contains(where: { $0.name == name }) {
        found.append(
          Difference(
            container: name.text, field: "", value: nil, expected: "present", maker: .missing))
      }
    }
    return found
  }

  private func containers(
    of spec: PodObject, _ list: FieldName
  ) -> [(name: ByteText, container: PodObject)] {
    (spec[list]?.items ?? []).compactMap(\.object).map { (PodOutline.name($0, in: pod), $0) }
  }

  /// Fields of a pod that Kubernetes itself fills in, or of which the model expects nothing.
  private static let kubernetes: TextSet = [
    "nodeName", "priority", "preemptionPolicy", "enableServiceLinks", "hostname", "subdomain",
    "serviceAccount", "schedulerName", "volumes", "tolerations", "imagePullSecrets",
    "terminationGracePeriodSeconds",
  ]

  /// Fields of a container that are the task's own, and of which the model expects nothing.
  private static let tasks: TextSet = [
    "name", "image", "command", "args", "env", "envFrom", "resources", "ports", "workingDir",
    "volumeMounts", "imagePullPolicy", "livenessProbe", "readinessProbe", "startupProbe",
    "lifecycle",
  ]

  private var spec: [Difference] {
    compared(pod.spec, expected, container: nil, without: Self.kubernetes) { field in
      if field == "serviceAccountName" { return .execution }
      return outline.isContainerTask ? .mutation : .task
    }
  }

  private func fields(
    of running: PodObject, _ made: PodObject, _ name: ByteText, _ list: FieldName
  ) -> [Difference] {
    let isTasks =
      (list == .containers ? outline.containers : outline.initContainers).contains(name)
    return compared(running, made, container: name.text, without: Self.tasks) { _ in
      isTasks && !outline.isContainerTask ? .task : .mutation
    }
  }

  /// The fields in which two structs differ.
  private func compared(
    _ running: PodObject, _ made: PodObject, container: String?, without skipped: TextSet,
    maker: (String) -> Difference.Maker
  ) -> [Difference] {
    func leaves(_ object: PodObject) -> [(path: PodField, value: PodValue)] {
      PodField.leaves(of: object, .spec).filter {
        !skipped.contains($0.path.steps.first?.text ?? "") && $0.value != .object(PodObject())
      }
    }
    let (now, then) = (leaves(running), leaves(made))
    let known = Dictionary(then.map { ($0.path, $0.value) }) { first, _ in first }
    let present = Set(now.map(\.path))
    var found: [Difference] = []
    for (path, value) in now where known[path] != value {
      found.append(
        Difference(
          container: container, field: path.words, value: YAMLWriter.flow(value.plain),
          expected: known[path].map { YAMLWriter.flow($0.plain) }, maker: maker(path.words)))
    }
    for (path, value) in then where !present.contains(path) {
      found.append(
        Difference(
          container: container, field: path.words, value: nil,
          expected: YAMLWriter.flow(value.plain),
          maker: .missing))
    }
    return found
  }
}
