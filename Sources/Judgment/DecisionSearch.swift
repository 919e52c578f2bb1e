import Deployments
import Flyte
import PodAPI
import PodSecurity
import Values

/// Finds the origin of the fields for which Pod Security refuses a pod.
struct DecisionSearch {
  let deployment: Deployment
  let model: FlyteModel
  let template: PodTemplate
  let task: JudgedTask
  let read: DecodedTask
  let pod: BuiltPod
  /// The values of the overlay and of the user's values files, each with its place.
  private let settings, webhook: OriginTree

  init(
    deployment: Deployment, model: FlyteModel, template: PodTemplate, task: JudgedTask,
    read: DecodedTask, pod: BuiltPod
  ) {
    self.deployment = deployment
    self.model = model
    self.template = template
    self.task = task
    self.read = read
    self.pod = pod
    settings = deployment.saidSettings
    webhook = deployment.saidWebhook
  }

  /// True if the template is merged at all: some releases ignore it, and so do settings that name
  /// another.
  private var appliesTemplate: Bool {
    !model.behaviors.ignoresTemplates
      && (template.name != deployment.defaultTemplate
        || template.name == model.settings.defaultPodTemplateName)
  }

  /// A source of a field, and its value.
  private typealias Saying = (source: JudgedPod.Decision.Source, tree: OriginTree)
  private typealias Found = (source: JudgedPod.Decision.Source, origin: Origin?)

  /// The decisions for each offender: one, and of a list one for everybody who added to it.
  func decisions(on finding: CheckFinding) -> [JudgedPod.Decision] {
    finding.offenders.flatMap(decisions)
  }

  /// The decisions for one offender.
  func decisions(on offender: Offender) -> [JudgedPod.Decision] {
    (offender.container.map { inContainer($0, offender) } ?? inPod(offender)).map {
      JudgedPod.Decision(
        container: offender.container, field: offender.field, source: $0.source, origin: $0.origin)
    }
  }

  private func inPod(_ offender: Offender) -> [Found] {
    var sayings: [Saying] = []
    if let said = task.own.flatMap({ Self.said($0.spec, offender.path) }) {
      sayings.append((.task, said))
    }
    if offender.path.first == "metadata" {
      // The key of an annotation has dots of its own.
      let said = offender.path.last.flatMap { template.podAnnotations[$0] }
      if appliesTemplate, let said { sayings.append((.podTemplate, said)) }
      if let said = offender.path.last.flatMap(annotationSetting) {
        sayings.append((.setting("default-annotations"), said))
      }
      return deciders(among: sayings, of: .string(""), offender)
    }
    if let (key, tree) = podSetting(offender.path) {
      sayings.append((.setting(ByteText(key)), tree))
    }
    if let (source, spec) = deviceClass, let said = Self.said(spec, offender.path) {
      sayings.append((source, said))
    }
    if appliesTemplate, let said = Self.said(template.spec, offender.path) {
      sayings.append((.podTemplate, said))
    }
    return deciders(among: sayings, of: Self.value(pod.spec, offender.path), offender)
  }

  private func podSetting(_ path: [String]) -> (key: String, tree: OriginTree)? {
    let (key, rest): (String, [String])
    switch path.first {
    case "securityContext":
      (key, rest) = ("default-pod-security-context", Array(path.dropFirst()))
    case "hostNetwork": (key, rest) = ("enable-host-networking-pod", [])
    default: return nil
    }
    return settings[path: [key] + rest].map { (key, $0) }
  }

  /// Returns the setting of an annotation: a mapping, or a list of them.
  private func annotationSetting(_ key: String) -> OriginTree? {
    let said = settings["default-annotations"]
    return said?[key] ?? said?.items.compactMap { $0[key] }.last
  }

  private func inContainer(_ name: String, _ offender: Offender) -> [Found] {
    if isWebhooks(name) { return [webhookSays(offender)] }
    let added = addedByFlyte(name, offender)
    let values = added == nil ? offender.values : offender.values.filter { $0 != Self.ptrace }
    if let added, values.isEmpty { return [added] }
    let container = containers.first { $0[.name]?.string == name }
    return [added].compactMap { $0 }
      + deciders(
        among: own(name, offender.path) + settings(for: name, offender.path)
          + classEntries(for: name, offender.path) + entries(for: name, offender.path),
        of: container.flatMap { Self.value($0, offender.path) }, offender, values)
  }

  /// Returns the values that the author of the task sets in a container.
  private func own(_ name: String, _ path: [String]) -> [Saying] {
    let lists = ["containers", "initContainers"].compactMap { task.own?.spec[$0]?.items }
    let container = lists.joined().first { $0["name"]?.string == name }
    return container?[path: path].map { [(.task, $0)] } ?? []
  }

  /// True if the secret webhook adds the container: neither the task nor the template has it.
  private func isWebhooks(_ name: String) -> Bool {
    guard task.secret != nil, !read.initContainerNames.contains(name) else { return false }
    let templates = (template.spec["initContainers"]?.items ?? []).compactMap { $0["name"]?.string }
    return !templates.contains(name)
      && (pod.spec[.initContainers]?.items ?? []).contains { $0.object?[.name]?.string == name }
  }

  /// A setting for the webhook's container, or nothing: no template reaches it.
  private func webhookSays(_ offender: Offender) -> Found {
    for path in SecretManager.allCases.compactMap(\.setting) {
      if let said = webhook[path: path + offender.path.dropFirst()] {
        return (.setting(ByteText("webhook." + path.joined(separator: "."))), said.origin)
      }
    }
    return (.webhook, nil)
  }

  private static let ptrace = "SYS_PTRACE"

  /// SYS_PTRACE is co-pilot's own addition.
  private func addedByFlyte(_ name: String, _ offender: Offender) -> Found? {
    guard offender.path == ["securityContext", "capabilities", "add"], task.usesCopilot,
      name == pod.primaryContainer, offender.values.contains(Self.ptrace)
    else { return nil }
    switch model.behaviors.sysPtrace {
    case .always: return (.flyte, nil)
    case .bySetting where model.settings.copilot.addsPtrace:
      let key = "add-ptrace-capability"
      return (
        .setting(ByteText("co-pilot.\(key)")), settings[path: ["co-pilot", key]]?.origin
      )
    case .bySetting, .never: return nil
    }
  }

  /// Those who make a field what it is, of all who say something of it, the uppermost first.
  /// - Parameter some: the entries of a list that count; nil: those of the offender.
  private func deciders(
    among sayings: [Saying], of value: PodValue?, _ offender: Offender, _ some: [String]? = nil
  ) -> [Found] {
    let values = some ?? offender.values
    let guilty = sayings.filter { saying in values.contains { Self.holds(saying.tree, $0) } }
    if case .list? = value {
      let all = values.isEmpty ? sayings : guilty
      if !all.isEmpty { return all.map { ($0.source, $0.tree.origin) } }
    } else if let found = guilty.first ?? sayings.first(where: { Self.agrees($0.tree, value) })
      ?? sayings.first
    {
      return [(found.source, found.tree.origin)]
    }
    return [(value == nil ? .nobody : filler(of: offender), nil)]
  }

  private func settings(for name: String, _ path: [String]) -> [Saying] {
    guard path.first == "securityContext" else { return [] }
    let key: [String]
    if isCopilot(name) {
      guard model.behaviors.readsCopilotSecurityContext else { return [] }
      key = ["co-pilot", "security-context"]
    } else {
      let isSkipped = task.usesCopilot && model.behaviors.defaultSecurityContext == .skipped
      guard name == pod.primaryContainer, !isSkipped else { return [] }
      key = ["default-security-context"]
    }
    return settings[path: key + path.dropFirst()].map {
      [(.setting(ByteText(key.joined(separator: "."))), $0)]
    } ?? []
  }

  /// The values of the template's containers that are laid under a container, the uppermost first.
  private func entries(for name: String, _ path: [String]) -> [Saying] {
    guard appliesTemplate else { return [] }
    let isInit = (pod.spec[.initContainers]?.items ?? []).contains {
      $0.object?[.name]?.string == name
    }
    let list = template.spec[isInit ? "initContainers" : "containers"]?.items ?? []
    let names = list.map { $0["name"]?.string ?? "" }
    let layers: [Int]
    if isInit, !read.initContainerNames.contains(name) {
      // The template's own, which runs as it is.
      layers = names.indices.filter { names[$0] == name }
    } else {
      let rules =
        isInit
        ? EntryRules.initContainers(
          model.behaviors, primary: model.primaryInitContainer(of: task.data))
        : EntryRules.containers(model.behaviors, primary: pod.primaryContainer)
      layers = rules?.layers(under: name, of: names).reversed() ?? []
    }
    return layers.compactMap { index in
      list[index][path: path].map { (.template(ByteText(names[index])), $0) }
    }
  }

  /// The template of the task's class of accelerators, which Flyte merges before the namespace's.
  private var deviceClass: (source: JudgedPod.Decision.Source, spec: OriginTree)? {
    guard let name = task.deviceClass else { return nil }
    let key = "accelerator-device-classes"
    return settings[path: [key, name.text, "pod-template", "template", "spec"]].map {
      (.setting(ByteText("\(key).\(name.text)")), $0)
    }
  }

  /// The values of that template's containers, the uppermost first.
  private func classEntries(for name: String, _ path: [String]) -> [Saying] {
    guard let (source, spec) = deviceClass else { return [] }
    let names = name == pod.primaryContainer ? [name, "primary", "default"] : [name, "default"]
    let entries = spec["containers"]?.items ?? []
    return names.compactMap { layer in
      entries.first { $0["name"]?.string == layer }?[path: path].map { (source, $0) }
    }
  }

  /// True if co-pilot adds the container: it has co-pilot's name, and is not the author's own.
  private func isCopilot(_ name: String) -> Bool {
    task.usesCopilot && name != pod.primaryContainer
      && name.hasPrefix(model.settings.copilot.name)
  }

  private var containers: [PodObject] {
    [FieldName.initContainers, .containers].flatMap { pod.spec[$0]?.items ?? [] }
      .compactMap(\.object)
  }
}
