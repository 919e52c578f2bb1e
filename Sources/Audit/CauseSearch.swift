import Deployments
import Diagnostics
import Flyte
import Judgment
import PodAPI
import PodSecurity
import Values

/// Says why a pod is refused: what decides each field, and what of the release lets it be so.
struct CauseSearch {
  let deployment: Deployment
  /// Nil: no template applies.
  let template: PodTemplate?
  let pod: JudgedPod

  private var behaviors: Behaviors { deployment.behaviors }

  /// The causes of what Pod Security refuses, each container and reason once.
  func causes(_ decisions: [JudgedPod.Decision]) -> [AuditCause] {
    var found: [AuditCause] = []
    for decision in decisions {
      let words = words(decision)
      let place = decision.origin?.span.map {
        AuditPlace(path: $0.file.path, line: $0.line, column: $0.column)
      }
      let known = found.firstIndex {
        $0.container.hasSameBytes(as: decision.container) && $0.words == words && $0.place == place
      }
      guard let known else {
        found.append(
          AuditCause(
            container: decision.container, role: role(of: decision.container),
            fields: [decision.field], words: words, place: place))
        continue
      }
      let old = found[known]
      guard !old.fields.contains(decision.field) else { continue }
      found[known] = AuditCause(
        container: old.container, role: old.role, fields: old.fields + [decision.field],
        words: words, place: place)
    }
    return found
  }

  /// What a container is, whatever it is called.
  private func role(of name: String?) -> String {
    guard let name else { return "the pod" }
    if name == pod.pod?.primaryContainer { return "the task's container" }
    if isCopilot(name) { return "co-pilot's container '\(name)'" }
    return isInit(name) ? "the init container '\(name)'" : "the container '\(name)'"
  }

  private func isCopilot(_ name: String) -> Bool {
    pod.task.usesCopilot && name != pod.pod?.primaryContainer
      && name.hasPrefix(deployment.pluginSettings.copilot.name)
  }

  private func isInit(_ name: String) -> Bool {
    (pod.pod?.spec[.initContainers]?.items ?? []).contains {
      $0.object?[.name]?.string == name
    }
  }

  private func words(_ decision: JudgedPod.Decision) -> String {
    switch decision.source {
    case .setting(let key): "the setting '\(key)' sets it"
    case .template(let name): "'\(name)' of the PodTemplate sets it"
    case .podTemplate: "the PodTemplate sets it"
    case .task: "the task's own pod sets it"
    case .flyte:
      "\(deployment.version) adds it to tasks that use co-pilot, and no setting turns it off"
    case .webhook: "the secret webhook adds this container after every PodTemplate"
    case .nobody: "nothing sets it: " + reason(decision.container)
    }
  }

  /// Why nothing that could set a field does.
  private func reason(_ container: String?) -> String {
    if behaviors.ignoresTemplates {
      return "\(deployment.version) ignores PodTemplates, and " + setting(for: container)
    }
    guard let template, isApplied(template) else {
      return "no PodTemplate applies, and " + setting(for: container)
    }
    guard let container else { return "the PodTemplate does not set it, and " + setting(for: nil) }
    guard isInit(container) else { return entry("default", in: "containers", of: template) }
    if behaviors.initMerge == .concatenated {
      return "\(deployment.version) never applies a PodTemplate to init containers"
    }
    return entry("default-init", in: "initContainers", of: template)
  }

  /// Whether tasks get it that name none, where it is the default one.
  private func isApplied(_ template: PodTemplate) -> Bool {
    template.name != deployment.defaultTemplate
      || template.name == deployment.pluginSettings.defaultPodTemplateName
  }

  private func entry(_ name: String, in list: String, of template: PodTemplate) -> String {
    let has = template.spec[list]?.items.contains { $0["name"]?.string == name } ?? false
    return has
      ? "'\(name)' of the PodTemplate does not set it"
      : "the PodTemplate has no '\(name)' in '\(list)'"
  }

  private func setting(for container: String?) -> String {
    guard let container else { return "'default-pod-security-context' does not set it" }
    if isCopilot(container) {
      return behaviors.readsCopilotSecurityContext
        ? "'co-pilot.security-context' does not set it"
        : "no setting for containers reaches co-pilot's"
    }
    guard container == pod.pod?.primaryContainer else {
      return "no setting for containers reaches others than the task's own"
    }
    if pod.task.usesCopilot, behaviors.defaultSecurityContext == .skipped {
      return "'default-security-context' is skipped for tasks that use co-pilot"
    }
    return "'default-security-context' does not set it"
  }
}
