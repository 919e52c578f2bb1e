import PodAPI

/// Flyte as it builds pods: a binary of these behaviours with these settings.
public struct FlyteModel {
  /// What the binary does.
  public let behaviours: Behaviours
  /// What it is told.
  public let settings: PluginSettings
  let defaults: SettingsMemory

  /// Makes a model. Pod fields in the settings that the binary does not know are gone from then on.
  public init(behaviours: Behaviours, settings: PluginSettings) {
    self.behaviours = behaviours
    self.settings = settings
    defaults = SettingsMemory(settings, minor: behaviours.apiMinor)
  }

  /// A task as the binary reads it, to build pods of; reading it once saves most of the work.
  public func read(_ task: TaskShape) -> TaskMemory {
    TaskMemory(task, behaviours: behaviours, settings: settings)
  }

  /// Builds a task's pod in a namespace. The store is changed where Flyte would change it.
  public func pod(for task: TaskShape, in namespace: String, store: TemplateStore)
    -> Result<BuiltPod, TaskError>
  {
    pod(for: read(task), in: namespace, store: store)
  }

  /// Builds the pod of a task that was read before.
  public func pod(for task: TaskMemory, in namespace: String, store: TemplateStore)
    -> Result<BuiltPod, TaskError>
  {
    do throws(TaskError) {
      return .success(try build(task, in: namespace, store: store))
    } catch {
      return .failure(error)
    }
  }

  private func build(_ task: TaskMemory, in namespace: String, store: TemplateStore)
    throws(TaskError) -> BuiltPod
  {
    // v1.16 looks the template up twice, first for the resources in it.
    let early =
      behaviours.looksUpTemplateFirst ? try template(for: task, in: namespace, store: store) : nil
    var pod = customised(task, template: early)
    guard let primary = pod.containers.lastIndex(where: { $0.name == task.primaryContainer }) else {
      throw .primaryContainerMissing(task.primaryContainer)
    }
    if behaviours.defaultSecurityContext == .applied {
      applyDefaultSecurityContext(to: &pod.containers[primary])
    }
    if let data = task.copilot {
      addCopilot(to: &pod.containers[primary], data)
      addCopilot(to: &pod, data)
    }
    applySettings(to: &pod.spec)
    if behaviours.defaultSecurityContext == .skipped {
      applyDefaultSecurityContext(to: &pod.containers[primary])
    }
    let late =
      behaviours.looksUpTemplateFirst ? early : try template(for: task, in: namespace, store: store)
    guard let template = late else {
      return BuiltPod(
        metadata: task.metadata.object, spec: pod.object, primaryContainer: task.primaryContainer)
    }
    let merge = TemplateMerge(
      behaviours: behaviours, template: template, primaryContainer: task.primaryContainer,
      primaryInitContainer: primaryInitContainer(of: task), copilotPrefix: settings.copilot.name,
      keepsOwn: behaviours.readsKeepTemplateInitContainers && settings.keepsTemplateInitContainers)
    var metadata = template.metadata.deepCopy
    metadata.merge(task.metadata)
    return BuiltPod(
      metadata: metadata.object, spec: merge.pod(of: pod).object,
      primaryContainer: task.primaryContainer)
  }

  /// The task's pod with Flyte's environment and resources.
  private func customised(_ task: TaskMemory, template: TemplateStore.Entry?) -> GoPod {
    guard let template, ResourceDefaults.matter(in: template.pod) else { return task.pod.deepCopy }
    let resources = ResourceDefaults(
      behaviours: behaviours, settings: settings, primaryContainer: task.primaryContainer)
    return resources.applied(to: task.rawPod, template: template.pod)
  }

  private func template(for task: TaskMemory, in namespace: String, store: TemplateStore)
    throws(TaskError) -> TemplateStore.Entry?
  {
    if let name = task.podTemplateName {
      guard let found = store.load(name, in: namespace) else { throw .templateMissing(name) }
      return found
    }
    let name = settings.defaultPodTemplateName
    if let found = store.load(name, in: namespace) { return found }
    if behaviours.readsRequireDefaultTemplate, settings.requiresDefaultTemplate, !name.isEmpty {
      throw .defaultTemplateMissing(name)
    }
    return nil
  }

  /// The init container that `primary-init` is for; empty: none.
  private func primaryInitContainer(of task: TaskMemory) -> String {
    guard let data = task.copilot else { return "" }
    switch behaviours.primaryInit {
    case .none, .never: return ""
    case .downloader: guard data.inputs else { return "" }
    case .downloaderName: break
    }
    return settings.copilot.name + CopilotRole.downloader.rawValue
  }

  private func applyDefaultSecurityContext(to container: inout GoStruct) {
    guard container[.securityContext] == nil, let value = defaults.securityContext else {
      return
    }
    container[.securityContext] = value.deepCopy
  }

  /// What the settings say of every pod, where the task does not.
  private func applySettings(to spec: inout GoStruct) {
    func fill(_ name: FieldName, _ value: GoValue?) {
      if spec[name] == nil, let value { spec[name] = value.deepCopy }
    }
    fill(.restartPolicy, .scalar(.string("Never")))
    if !settings.tolerations.isEmpty {
      spec[.tolerations] = .list(
        defaults.tolerations + spec.items(.tolerations))
    }
    fill(.serviceAccountName, .scalar(.string("default")))
    if !settings.schedulerName.isEmpty {
      fill(.schedulerName, .scalar(.string(settings.schedulerName)))
    }
    if !settings.nodeSelector.isEmpty {
      var union = settings.nodeSelector
      if case .map(let own) = spec[.nodeSelector] {
        for entry in own.entries.entries { union[entry.key] = entry.value }
      }
      spec[.nodeSelector] = .map(GoMap(union))
    }
    fill(.affinity, defaults.affinity)
    fill(.securityContext, defaults.podSecurityContext)
    if let flag = settings.hostNetwork {
      spec[.hostNetwork] = flag ? .scalar(.bool(true)) : nil
    }
    fill(.dnsConfig, defaults.dnsConfig)
    fill(.affinity, .pointer(GoPointer(.object(GoStruct()))))
  }
}
