import Config
public import Diagnostics
public import Flyte
import PodAPI
public import Values
import YAMLTree

/// Reads a pod task of the user's own, as flytekit and Flyte would read it.
public struct TaskPodReading {
  private let file: SourceFile
  /// The container that is the task, where it was named apart from the file.
  private let primary: Located<String>?

  /// Reads a file; nil after a fault.
  /// - Parameters:
  ///   - name: what reports call the task.
  ///   - primary: the container that is the task; nil: the file names it.
  public static func read(
    _ file: SourceFile, name: String, primary: Located<String>?,
    into diagnostics: inout DiagnosticList
  ) -> OwnTask? {
    guard let document = YAMLReader.read(file, into: &diagnostics) else { return nil }
    return TaskPodReading(file: file, primary: primary).task(
      document, name: name, into: &diagnostics)
  }

  private func task(
    _ document: YAMLNode, name: String, into diagnostics: inout DiagnosticList
  ) -> OwnTask? {
    let before = diagnostics.errorCount
    guard let form = TaskPodForm(document, into: &diagnostics) else { return nil }
    func checked(_ node: YAMLNode?, _ type: String, _ what: String) -> OriginTree? {
      node.flatMap {
        ManifestFields.check($0, type: type, what: what, into: &diagnostics)
      }
    }
    let spec = checked(form.spec, "PodSpec", "the pod") ?? .empty
    let metadata = checked(form.metadata, "ObjectMeta", "the pod's metadata") ?? .empty
    guard diagnostics.errorCount == before,
      let primary = primaryContainer(of: spec, form, into: &diagnostics)
    else { return nil }
    let whole = form.isFlytekits ? Self.completed(spec, primary: primary) : spec
    // What a release does not know is taken out when the release reads it.
    let decoder = PodDecoder(minor: KubernetesRange.newest)
    func texts(_ key: String) -> PodMap {
      PodMap(
        (metadata[key]?.entries ?? []).compactMap { entry in
          entry.value.string.map { (key: entry.key, value: .string($0)) }
        })
    }
    return OwnTask(
      name: name,
      body: TaskShape.PodBody(
        spec: decoder.decode(PlainValue(whole), as: "PodSpec"), primaryContainer: primary,
        labels: texts("labels"), annotations: texts("annotations")),
      spec: whole)
  }

  /// The name of the container that is the task.
  private func primaryContainer(
    of spec: OriginTree, _ form: TaskPodForm, into diagnostics: inout DiagnosticList
  ) -> String? {
    let names = (spec["containers"]?.items ?? []).compactMap { $0["name"]?.string }
    let place = (spec["containers"]?.origin ?? spec.origin).span ?? form.span
    if names.isEmpty, !form.isFlytekits {
      diagnostics.error(
        .noTaskContainer, "the pod of this task has no container", at: place,
        hint: "add the container that is the task: 'containers: [{ name: main, image: … }]'")
      return nil
    }
    if let primary {
      if names.contains(primary.value) { return primary.value }
      missing(
        primary.value, among: names, at: primary.origin.span ?? place,
        isNamedHere: primary.origin.span != nil, into: &diagnostics)
      return nil
    }
    let said = form.primary
    guard let name = said?.string ?? (form.isFlytekits ? TaskPodForm.flytekits : nil) else {
      if names.count == 1 { return names[0] }
      if names.contains(TaskPodForm.flytekits) { return TaskPodForm.flytekits }
      diagnostics.error(
        .noPrimaryContainer,
        "the pod has \(names.count) containers, and nothing says which one is the task", at: place,
        hint:
          "name it with '--primary-container' or 'primaryContainer', or in the annotation 'primary_container_name': \(names.map { "'\($0)'" }.joined(separator: ", "))"
      )
      return nil
    }
    if names.contains(name) { return name }
    guard form.isFlytekits else {
      missing(name, among: names, at: said?.span ?? place, isNamedHere: true, into: &diagnostics)
      return nil
    }
    if !names.isEmpty {
      diagnostics.warning(
        .primaryContainerAdded,
        "no container is called '\(name)', so flytekit adds one of that name for the task",
        at: said?.span ?? place,
        hint: NearestName.of(name, among: names).map { "did you mean '\($0)'?" }
          ?? "set 'primary_container_name' to one of: \(names.map { "'\($0)'" }.joined(separator: ", "))"
      )
    }
    return name
  }

  private func missing(
    _ name: String, among names: [String], at span: Span, isNamedHere: Bool,
    into diagnostics: inout DiagnosticList
  ) {
    let known = names.map { "'\($0)'" }.joined(separator: ", ")
    diagnostics.error(
      .noPrimaryContainer, "the pod has no container '\(name)'", at: span,
      hint: names.isEmpty
        ? "the pod has no containers"
        : NearestName.of(name, among: names).map { "did you mean '\($0)'?" }
          ?? "its containers are: \(known)")
  }

  /// Completes a pod as flytekit does before it registers a task (`_serialize_pod_spec`): it adds a
  /// missing primary container, and gives it the task's image if it has none.
  private static func completed(_ spec: OriginTree, primary: String) -> OriginTree {
    var items = spec["containers"]?.items ?? []
    let image = OriginTree.string(StandardTask.image)
    if let place = items.firstIndex(where: { $0["name"]?.string == primary }) {
      if items[place]["image"] == nil { items[place] = items[place].setting("image", to: image) }
    } else {
      items.append(.mapping(["name": .string(primary), "image": image]))
    }
    return spec.setting(
      "containers", to: OriginTree(.list(items), origin: spec["containers"]?.origin ?? .tool))
  }
}
