import Audit
import Deployments
import Flyte
import Judgment
import Values

/// A set-up without a config, with other templates, settings, patches, or another release.
struct FoundTrial: AuditTrial {
  let running: Deployment
  let patches: [ModeledPatch]
  let claim: Claim
  /// The policies that would change pods; nil: the API server has none.
  private let policies: ClusterPolicies?

  init(running: Deployment, patches: [ModeledPatch], claim: Claim) {
    self.running = running
    self.patches = patches
    self.claim = claim
    policies = FoundPolicies.policies(of: running, claim)
  }

  private static let podSetting = "default-pod-security-context"
  private static let setting = "default-security-context"
  private static let copilot = "co-pilot"

  func steps(for task: JudgedTask, _ decisions: [JudgedPod.Decision]) -> [AuditStep] {
    let behaviors = running.behaviors
    var steps = RefusedFields.steps(decisions)
    if !behaviors.ignoresTemplates || !newestIgnoresTemplates {
      steps += [
        .templatePod, .templateContainer("default"), .templateContainer("default-init"),
      ]
    }
    steps += [.setting(ByteText(Self.podSetting)), .setting(ByteText(Self.setting))]
    let manager = manager(of: task)
    let isFree = task.manager == nil && manager?.setting != nil
    // A manager that somebody chose is kept where a patch helps.
    let change = AuditStep.secretManager(ByteText(SecretManager.k8s.rawValue))
    if isFree, running.secretManagers.isEmpty { steps.append(change) }
    steps += patches.filter { $0.plugin == nil || $0.plugin == task.plugin?.plugin }
      .map { .patch(ByteText($0.rawValue), .withoutSources) }
    if patches.contains(.copilotSecurityContext) {
      steps.append(.setting("co-pilot.security-context"))
    }
    if let path = manager?.setting, patches.contains(.secretManagerSecurityContext) {
      steps.append(.setting(ByteText(Self.webhook + path.joined(separator: "."))))
    }
    if isFree, !running.secretManagers.isEmpty { steps.append(change) }
    if policies != nil { steps.append(.policy(isPlanned: false)) }
    return steps
  }

  private static let webhook = "webhook."

  /// The secret manager that a task gets its secret from; nil: it asks for none.
  private func manager(of task: JudgedTask) -> SecretManager? {
    guard task.secret != nil else { return nil }
    return task.manager ?? running.secretManagers.first ?? running.behaviors.webhook?.defaultManager
  }

  private var newestIgnoresTemplates: Bool {
    Release.newest(of: running.release.line)?.behaviors.ignoresTemplates ?? false
  }

  func deployment(taking steps: [AuditStep]) -> Deployment {
    var result = running
    result.behaviors = AuditStep.release(of: steps)?.behaviors ?? running.behaviors
    for case .patch(let name, _) in steps {
      if let patch = ModeledPatch(named: name.text) {
        result.behaviors = result.behaviors.applying(patch)
      }
    }
    for step in steps { apply(step, to: &result) }
    return result
  }

  private func apply(_ step: AuditStep, to deployment: inout Deployment) {
    switch step {
    case .templatePod:
      change(&deployment) { spec in
        spec.setting(
          "securityContext",
          to: RestrictedFields.lay(RestrictedFields.pod, over: spec["securityContext"]))
      }
    case .templateContainer(let name):
      let isInit = name == "default-init"
      // Before templates reach init containers it would run as one.
      guard !isInit || deployment.behaviors.mergesInitTemplates else { return }
      let list = isInit ? "initContainers" : "containers"
      change(&deployment) { Self.hardening(name.text, in: list, of: $0) }
    case .setting(let key) where key.text.hasPrefix(Self.webhook):
      let path = key.text.dropFirst(Self.webhook.utf8.count).split(separator: ".").map(String.init)
      deployment.webhook = deployment.webhook.setting(path, to: RestrictedFields.container)
    case .setting(let key):
      let fields = key.text == Self.podSetting ? RestrictedFields.pod : RestrictedFields.container
      deployment.settings =
        key == "co-pilot.security-context"
        ? deployment.settings.setting(
          Self.copilot,
          to: (deployment.settings[Self.copilot] ?? .empty).setting("security-context", to: fields))
        : deployment.settings.setting(key.text, to: fields)
    case .secretManager(let name):
      guard let manager = SecretManager(named: name.text),
        let webhook = deployment.behaviors.webhook
      else { return }
      deployment.secretManagers = [manager]
      deployment.webhook = deployment.webhook.setting(asking: [manager], webhook)
    case .takeOut(let field, let container, _, _):
      change(&deployment) { RefusedFields.taking(field.text, of: container?.text, from: $0) }
    case .policy: deployment.policies = policies ?? .none
    case .patch, .release, .change, .namespace, .operatorChange: break
    }
  }

  /// Changes every template; where there is none, one is made.
  private func change(_ deployment: inout Deployment, _ edit: (OriginTree) -> OriginTree) {
    deployment.templateSets = deployment.templateSets.map { set in
      let templates =
        set.templates.isEmpty ? [.empty(running.defaultTemplate, claim: claim)] : set.templates
      return PodTemplateSet(
        templates: templates.map { $0.with(spec: edit($0.spec)) }, rules: set.rules)
    }
  }

  /// A spec whose container of a name says what `restricted` asks; where there is none, it is added.
  private static func hardening(
    _ name: String, in list: String, of spec: OriginTree
  ) -> OriginTree {
    var items = spec[list]?.items ?? []
    let place = items.firstIndex { $0["name"]?.string == name }
    let old =
      place.map { items[$0] }
      ?? .mapping(["name": .string(name), "image": .string(PodTemplate.placeholder)])
    let new = old.setting(
      "securityContext",
      to: RestrictedFields.lay(RestrictedFields.container, over: old["securityContext"]))
    if let place { items[place] = new } else { items.append(new) }
    return spec.setting(list, to: OriginTree(.list(items), origin: .tool))
  }
}
