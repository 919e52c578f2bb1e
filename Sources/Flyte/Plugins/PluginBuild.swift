import PodAPI
import Values

/// One run of a plugin: everything that decides the resource it makes of a task.
struct PluginBuild {
  let model: FlyteModel
  let behaviors: PluginBehaviors
  let settings: OperatorSettings
  let execution: Execution
  let task: PluginTask
  let namespace: String
  let store: TemplateStore

  /// True if a part of the pods is sent without a security context.
  func has(_ gap: PluginGap) -> Bool { model.behaviors.pluginGaps.contains(gap) }

  /// The pod that a container task would get, which every plugin starts from.
  func pod(_ change: (inout TaskShape) -> Void = { _ in }) throws(TaskError) -> BuiltPod {
    var shape = task.shape
    change(&shape)
    return try model.pod(for: shape, in: namespace, store: store).get()
  }

  /// The same, with the words of the plugins that put their own around an error.
  func wrappedPod(_ change: (inout TaskShape) -> Void = { _ in }) throws(PluginFailure) -> BuiltPod
  {
    do throws(TaskError) {
      return try pod(change)
    } catch {
      throw .badTask("Unable to create pod spec: [\(error.message)]")
    }
  }

  /// The same with Flyte's own words.
  func plainPod(_ change: (inout TaskShape) -> Void = { _ in }) throws(PluginFailure) -> BuiltPod {
    do throws(TaskError) {
      return try pod(change)
    } catch {
      throw .message(error.message)
    }
  }

  /// The spec of a pod that the task brings for a part of it, as the binary's types hold it.
  func ownSpec(_ value: PlainValue) -> PodObject {
    PodDecoder.newest.decode(value, as: "PodSpec").known(
      to: model.behaviors.apiMinor, as: "PodSpec")
  }

  /// The labels and annotations of a pod: those of the settings under the pod's own, both under those
  /// of the execution.
  func named(_ metadata: PodObject, isDefaulted: Bool = true) -> PodObject {
    metadata.named(by: isDefaulted ? model.settings : nil, execution)
  }

  /// A resource as the plugin manager sends it.
  func resource(
    _ apiVersion: String, _ kind: String, metadata: PodObject = PodObject(), spec: PlainValue,
    pods: [RolePod]
  ) -> PluginResource {
    var metadata = named(metadata)
    metadata.set(.name, task.shape.executionName)
    metadata.set(.namespace, namespace)
    return PluginResource(
      apiVersion: apiVersion, kind: kind, metadata: metadata, spec: spec, pods: pods)
  }

  /// Adds again what a merge of pods may have diluted: the nodes and tolerations of the settings.
  func constrain(_ spec: inout PodObject, isInterruptible: Bool) {
    let required = model.defaults.affinity?.object?[.nodeAffinity]?.object?[.requiredNodes]?.object
    for term in required?[.nodeSelectorTerms]?.items ?? [] {
      spec.require(nodes: term.object?[.matchExpressions]?.items ?? [])
    }
    let settings = model.settings
    if let nodes = isInterruptible ? settings.interruptibleNodes : settings.otherNodes {
      spec.require(nodes: [.object(nodes)])
    }
    guard isInterruptible else { return }
    if !settings.interruptibleNodeSelector.isEmpty {
      spec[.nodeSelector] = .map(
        (spec[.nodeSelector]?.map ?? PodMap()).union(settings.interruptibleNodeSelector))
    }
    let own = spec[.tolerations]?.items ?? []
    spec.append(
      model.defaults.interruptibleTolerations.filter { !own.contains($0) }, to: .tolerations)
  }
}

extension PodObject {
  /// This metadata with the labels and annotations of settings under its own, and those of an
  /// execution over both.
  func named(by settings: PluginSettings?, _ execution: Execution) -> PodObject {
    var result = self
    func set(_ name: FieldName, _ defaults: PodMap?, _ own: PodMap) {
      let all = (defaults ?? PodMap()).union(self[name]?.map ?? PodMap(), own)
      result[name] = all.isEmpty ? nil : .map(all)
    }
    set(.labels, settings?.labels, execution.labels)
    set(.annotations, settings?.sentAnnotations, execution.annotations)
    return result
  }

  /// This pod with another laid over it. Only containers that it has itself are kept.
  func overlaid(with other: PodObject) -> PodObject {
    var result = merged(with: other)
    for list in [FieldName.containers, .initContainers] {
      let own = self[list]?.items ?? []
      let over = other[list]?.items ?? []
      let merged = own.map { container -> PodValue in
        over.filter { $0.object?.containerName == container.object?.containerName }
          .reduce(container) { $0.merged(with: $1) }
      }
      result[list] = merged.isEmpty ? nil : .list(merged)
    }
    return result
  }
}

extension PluginSettings {
  /// The annotations that everything gets: Flyte has one of its own, which settings can only change.
  var sentAnnotations: PodMap {
    PodMap([("cluster-autoscaler.kubernetes.io/safe-to-evict", .string("false"))])
      .union(annotations)
  }
}
