import Deployments
import Diagnostics
import Flyte
import Judgment
import PodAPI
import PodSecurity
import Reports
import Values

/// Finds why a pod is refused: the origin of each field, and the behavior of the release behind it.
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
      let (kind, words) = words(decision)
      let place = ReportPlace(decision.origin)
      let known = found.firstIndex {
        $0.container.hasSameBytes(as: decision.container) && $0.words == words && $0.place == place
      }
      guard let known else {
        found.append(
          AuditCause(
            container: decision.container, role: role(of: decision.container),
            fields: [decision.field], kind: kind, words: words, place: place))
        continue
      }
      let old = found[known]
      guard !old.fields.contains(decision.field) else { continue }
      found[known] = AuditCause(
        container: old.container, role: old.role, fields: old.fields + [decision.field],
        kind: kind, words: words, place: place)
    }
    return found
  }

  private var plugin: String {
    "the plugin '\(pod.task.plugin?.plugin.rawValue ?? "")' of \(deployment.version)"
  }

  /// The role of a container, whatever its name.
  func role(of name: String?) -> String {
    guard pod.task.plugin != nil else { return ownRole(of: name) }
    guard let name else { return "the pod of the \(pod.role.name)" }
    return "the \(isInit(name) ? "init container" : "container") '\(name)' of the \(pod.role.name)"
  }

  private func ownRole(of name: String?) -> String {
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

  /// A kind of cause, and its words.
  private typealias Reason = (kind: AuditCauseKind, words: String)

  private func words(_ decision: JudgedPod.Decision) -> Reason {
    switch decision.source {
    case .setting(let key): (.setBySetting, "the setting '\(key)' sets it")
    case .template(let name): (.setByTemplate, "'\(name)' of the PodTemplate sets it")
    case .podTemplate: (.setByTemplate, "the PodTemplate sets it")
    case .task: (.setByTask, "the task's own pod sets it")
    case .constraint(let name): (.setByConstraint, "the SCC '\(name.text)' sets it")
    case .flyte:
      (
        .addedByFlyte,
        "\(deployment.version) adds it to tasks that use co-pilot, and no setting turns it off"
      )
    case .webhook:
      (.addedByWebhook, "the secret webhook adds this container after every PodTemplate")
    case .byOperator(let name):
      (
        .addedByOperator,
        pod.role == .submitter || decision.container == nil
          ? "\(name.text) makes it, and no PodTemplate reaches it"
          : "\(name.text) adds this container, and no PodTemplate reaches it"
      )
    case .byPlugin:
      (.addedByFlyte, "\(plugin) adds it, and no PodTemplate reaches it")
    case .lostByPlugin:
      (.lostOnTheWay, "the container task has it, and \(plugin) does not carry it here")
    case .lostByOperator(let name):
      (.lostOnTheWay, "\(plugin) sends it, and \(name.text) drops it")
    case .nobody: Self.reason("nothing sets it: ", reason(decision.container))
    }
  }

  /// The reason why nothing sets a field.
  private func reason(_ container: String?) -> Reason {
    if let why = deployment.whyTemplatesAreIgnored {
      return Self.reason("\(why), and ", setting(for: container))
    }
    guard let template, isApplied(template) else {
      return Self.reason("no PodTemplate applies, and ", setting(for: container))
    }
    guard let container else {
      return (.notSet, "the PodTemplate does not set it, and " + setting(for: nil).words)
    }
    guard isInit(container) else { return entry("default", in: "containers", of: template) }
    if behaviors.initMerge == .concatenated {
      return (
        .notReached, "\(deployment.version) never applies a PodTemplate to init containers"
      )
    }
    return entry("default-init", in: "initContainers", of: template)
  }

  private static func reason(_ start: String, _ rest: Reason) -> Reason {
    (rest.kind, start + rest.words)
  }

  /// True if tasks get it that name none, or if it is not the default one.
  private func isApplied(_ template: PodTemplate) -> Bool {
    template.name != deployment.defaultTemplate
      || template.name == deployment.pluginSettings.defaultPodTemplateName
  }

  private func entry(_ name: String, in list: String, of template: PodTemplate) -> Reason {
    let has = template.spec[list]?.items.contains { $0["name"]?.string == name } ?? false
    return (
      .notSet,
      has
        ? "'\(name)' of the PodTemplate does not set it"
        : "the PodTemplate has no '\(name)' in '\(list)'"
    )
  }

  private func setting(for container: String?) -> Reason {
    guard let container else {
      return (.notSet, "'default-pod-security-context' does not set it")
    }
    if isCopilot(container) {
      return behaviors.readsCopilotSecurityContext
        ? (.notSet, "'co-pilot.security-context' does not set it")
        : (.notReached, "no setting for containers reaches co-pilot's")
    }
    guard container == pod.pod?.primaryContainer else {
      return (.notReached, "no setting for containers reaches others than the task's own")
    }
    if pod.task.usesCopilot, behaviors.defaultSecurityContext == .skipped {
      return (
        .notReached, "'default-security-context' is skipped for tasks that use co-pilot"
      )
    }
    return (.notSet, "'default-security-context' does not set it")
  }
}
