public import PodAPI

/// Flyte as it builds pods: a binary of these behaviors with these settings.
public struct FlyteModel {
  /// The behavior of the binary.
  public let behaviors: Behaviors
  /// Its settings.
  public let settings: PluginSettings
  let defaults: SettingsCache

  /// Makes a model. Pod fields in the settings that the binary does not know are gone from then on.
  public init(behaviors: Behaviors, settings: PluginSettings) {
    self.behaviors = behaviors
    self.settings = settings
    defaults = SettingsCache(settings, minor: behaviors.apiMinor)
  }

  /// A task as the binary reads it, to build pods of in many namespaces: all but the template's
  /// part in it is done once.
  public func read(_ task: TaskShape) -> DecodedTask {
    let request = PodRequest(task, behaviors: behaviors, settings: settings)
    return DecodedTask(request: request, pod: complete(request, template: nil))
  }

  /// The spec that the plugin of pods sends to the API server, made of one that was built.
  public func sent(_ spec: PodObject, of task: DecodedTask) -> PodObject {
    guard behaviors.overwritesServiceAccount else { return spec }
    var spec = spec
    spec.set(.serviceAccountName, task.request.serviceAccount)
    return spec
  }

  /// The metadata that the pod is sent with: labels and annotations of the settings under its own.
  public func sent(metadata: PodObject) -> PodObject {
    var result = metadata
    for (name, all) in [(FieldName.labels, settings.labels), (.annotations, settings.annotations)] {
      guard !all.isEmpty else { continue }
      result[name] = PodValue.map(all).merged(with: metadata[name] ?? .map(PodMap()))
    }
    return result
  }

  /// Builds a task's pod in a namespace. The store is changed where Flyte would change it.
  public func pod(for task: TaskShape, in namespace: String, store: TemplateStore)
    -> Result<BuiltPod, TaskError>
  {
    pod(for: read(task), in: namespace, store: store)
  }

  /// Builds the pod of a task that was read before.
  public func pod(for task: DecodedTask, in namespace: String, store: TemplateStore)
    -> Result<BuiltPod, TaskError>
  {
    do throws(TaskError) {
      return .success(try build(task, in: namespace, store: store))
    } catch {
      return .failure(error)
    }
  }

  private func build(_ task: DecodedTask, in namespace: String, store: TemplateStore)
    throws(TaskError) -> BuiltPod
  {
    let request = task.request
    // v1.16 looks the template up first, for the resources in it.
    let early =
      behaviors.looksUpTemplateFirst
      ? try template(for: request, in: namespace, store: store) : nil
    var completed = task.pod
    if let early, early.hasResources { completed = complete(request, template: early) }
    let pod = try completed.get()
    let late =
      behaviors.looksUpTemplateFirst
      ? early : try template(for: request, in: namespace, store: store)
    guard let template = late else {
      return BuiltPod(
        metadata: request.metadata, spec: pod.object, primaryContainer: request.primaryContainer)
    }
    let merge = TemplateMerge(
      behaviors: behaviors, template: template, primaryContainer: request.primaryContainer,
      primaryInitContainer: primaryInitContainer(of: request.copilot),
      copilotPrefix: settings.copilot.name,
      keepsOwn: behaviors.readsKeepTemplateInitContainers && settings.keepsTemplateInitContainers)
    return BuiltPod(
      metadata: template.metadata.merged(with: request.metadata), spec: merge.spec(of: pod),
      primaryContainer: request.primaryContainer)
  }

  /// The pod that a task asks for with everything that Flyte adds before the merge, in its order.
  private func complete(_ request: PodRequest, template: TemplateStore.Entry?)
    -> Result<TaskPod, TaskError>
  {
    let resources = ResourceDefaults(
      behaviors: behaviors, settings: settings, primaryContainer: request.primaryContainer)
    var pod = resources.applied(to: request.pod, template: template)
    let primary = pod.containers.lastIndex { $0.containerName == request.primaryContainer }
    guard let primary else { return .failure(.primaryContainerMissing(request.primaryContainer)) }
    if behaviors.defaultSecurityContext == .applied {
      applyDefaultSecurityContext(to: &pod.containers[primary])
    }
    if let data = request.copilot {
      addCopilot(to: &pod.containers[primary], data)
      addCopilot(to: &pod, data)
    }
    applySettings(to: &pod.spec, request)
    if behaviors.defaultSecurityContext == .skipped {
      applyDefaultSecurityContext(to: &pod.containers[primary])
    }
    return .success(applyDeviceClass(to: pod, request))
  }

  private func template(for task: PodRequest, in namespace: String, store: TemplateStore)
    throws(TaskError) -> TemplateStore.Entry?
  {
    if let name = task.podTemplateName {
      guard let found = store.load(name, in: namespace) else { throw .templateMissing(name) }
      return found
    }
    let name = settings.defaultPodTemplateName
    if let found = store.load(name, in: namespace) { return found }
    if behaviors.readsRequireDefaultTemplate, settings.requiresDefaultTemplate, !name.isEmpty {
      throw .defaultTemplateMissing(name)
    }
    return nil
  }

  /// The init container that `primary-init` is for in a task of these data; empty: none.
  public func primaryInitContainer(of copilot: TaskShape.Data?) -> String {
    guard let data = copilot else { return "" }
    switch behaviors.primaryInit {
    case .none, .never: return ""
    case .downloader: guard data.inputs else { return "" }
    case .downloaderName: break
    }
    return settings.copilot.name + CopilotRole.downloader.rawValue
  }

  private func applyDefaultSecurityContext(to container: inout PodObject) {
    guard container[.securityContext] == nil, let value = defaults.securityContext else {
      return
    }
    container[.securityContext] = value
  }

  /// Applies the settings for every pod that the task does not set.
  private func applySettings(to spec: inout PodObject, _ request: PodRequest) {
    func fill(_ name: FieldName, _ value: PodValue?) {
      if let value, spec[name] == nil { spec[name] = value }
    }
    fill(.restartPolicy, .string("Never"))
    let tolerations =
      (request.isInterruptible ? defaults.interruptibleTolerations : []) + defaults.tolerations
    if !tolerations.isEmpty {
      spec[.tolerations] = .list(tolerations + (spec[.tolerations]?.items ?? []))
    }
    let account = request.serviceAccount
    if !account.isEmpty { fill(.serviceAccountName, .string(account)) }
    if !settings.schedulerName.isEmpty { fill(.schedulerName, .string(settings.schedulerName)) }
    if !settings.nodeSelector.isEmpty {
      let own = spec[.nodeSelector] ?? .map(PodMap())
      spec[.nodeSelector] = PodValue.map(settings.nodeSelector).merged(with: own)
    }
    if request.isInterruptible, !settings.interruptibleNodeSelector.isEmpty {
      spec[.nodeSelector] = (spec[.nodeSelector] ?? .map(PodMap()))
        .merged(with: .map(settings.interruptibleNodeSelector))
    }
    fill(.affinity, defaults.affinity ?? .object(PodObject()))
    fill(.securityContext, defaults.podSecurityContext)
    if let flag = settings.hostNetwork { spec[.hostNetwork] = flag ? .bool(true) : nil }
    fill(.dnsConfig, defaults.dnsConfig)
    if let nodes = request.isInterruptible ? settings.interruptibleNodes : settings.otherNodes {
      spec.require(nodes: [.object(nodes)])
    }
  }

  /// Merges the pod onto the template of its accelerator's class, as onto a namespace's (v2). What
  /// that changes in the settings themselves is not modeled.
  private func applyDeviceClass(to pod: TaskPod, _ request: PodRequest) -> TaskPod {
    guard behaviors.readsDeviceClasses, let name = request.deviceClass,
      let spec = settings.deviceClasses[name]
    else { return pod }
    let template = StoredTemplate(name: name, namespace: "", metadata: PodObject(), spec: spec)
    let merge = TemplateMerge(
      behaviors: behaviors,
      template: TemplateStore.Entry(template, minor: behaviors.apiMinor),
      primaryContainer: request.primaryContainer,
      primaryInitContainer: primaryInitContainer(of: request.copilot),
      copilotPrefix: settings.copilot.name, keepsOwn: false)
    return TaskPod(decoding: merge.spec(of: pod), minor: behaviors.apiMinor)
  }
}
