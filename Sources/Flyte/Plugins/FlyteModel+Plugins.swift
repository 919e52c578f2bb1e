public import PodAPI

extension FlyteModel {
  /// Makes the resource that a plugin sends for a task.
  /// - Parameters:
  ///   - plugins: the behavior of the binary's plugins.
  ///   - operators: the settings of those plugins.
  ///   - execution: the labels and annotations of the execution.
  ///   - namespace: the namespace of the resource.
  ///   - store: the templates, which change where Flyte would change them.
  /// - Returns: nil for a plugin whose resources are not modeled.
  public func resource(
    for task: PluginTask, plugins: PluginBehaviors,
    operators: OperatorSettings = OperatorSettings(),
    execution: Execution = Execution(), in namespace: String, store: TemplateStore
  ) -> Result<PluginResource, PluginFailure>? {
    let build = PluginBuild(
      model: self, behaviors: plugins, settings: operators, execution: execution, task: task,
      namespace: namespace, store: store)
    let make: (PluginBuild) throws(PluginFailure) -> PluginResource
    switch task.plugin {
    case .ray: make = RayPlugin.resource
    case .spark: make = SparkPlugin.resource
    case .dask: make = DaskPlugin.resource
    case .tensorflow, .pytorch, .mpi: make = KubeflowPlugin.resource
    case .jobset: make = ClusteredPlugin.resource
    case .apps: make = AppPlugin.resource
    case .array, .connectors, .deviceClasses: return nil
    }
    do throws(PluginFailure) {
      return .success(try make(build))
    } catch {
      return .failure(error)
    }
  }

  /// The metadata of a container or pod task's pod with everything that the plugin manager adds.
  public func metadata(
    of pod: BuiltPod, named name: String, execution: Execution
  ) -> PodObject {
    var metadata = pod.metadata
    // With one container alone Flyte needs to know when it ends, not when the pod does.
    if pod.spec[.containers]?.items.count == 1 {
      var annotations = metadata[.annotations]?.map ?? PodMap()
      annotations["primary_container_name"] = .string(pod.primaryContainer)
      metadata[.annotations] = .map(annotations)
    }
    metadata = metadata.named(by: settings, execution)
    metadata.set(.name, name)
    return metadata
  }
}
