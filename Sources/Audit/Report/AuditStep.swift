public import Deployments
import Diagnostics
public import Flyte
public import Reports

/// One step of a fix.
public enum AuditStep: Sendable, Hashable {
  /// The state of a patch.
  public enum Patch: Sendable, Hashable {
    /// It is planned: `generate` writes it.
    case planned
    /// It can be made, and is not planned.
    case possible
    /// Nobody said where the sources are that it would be made from.
    case withoutSources
  }

  /// A field is to be taken out of the template: of a container, or (nil) of the pod.
  /// The edit is there if it leaves no choice.
  case takeOut(ByteText, of: ByteText?, ReportPlace?, AuditEdit?)
  /// The pod of the template must set what `restricted` asks of a pod.
  case templatePod
  /// The template's container of this name must set what `restricted` asks of a container.
  case templateContainer(ByteText)
  /// A value must be changed in its place; the result was not tried.
  case change(ByteText, ReportPlace?)
  /// Something of the namespace must be changed: a limit, a quota, an SCC; in the imperative.
  case namespace(ByteText)
  /// A setting of `plugins.k8s` must set what `restricted` asks.
  case setting(ByteText)
  /// The binary is to be built with a patch.
  case patch(ByteText, Patch)
  /// An admission policy is to change the pods.
  case policy(isPlanned: Bool)
  /// Secrets are to come from another manager.
  case secretManager(ByteText)
  /// An operator, or a plugin's setting, is to be changed.
  case operatorChange(OperatorChange)
  /// Flyte is to be of this release or a later one.
  case release(ByteText)

  /// Its kind, in a word, and what it is about.
  public var parts: (kind: String, name: String) {
    switch self {
    case .takeOut(let field, let container, _, _):
      ("take-out", [container?.text, field.text].compactMap { $0 }.joined(separator: ": "))
    case .templatePod: ("template", "pod")
    case .templateContainer(let name): ("template", name.text)
    case .change(let what, _): ("change", what.text)
    case .namespace(let words): ("namespace", words.text)
    case .setting(let key): ("setting", key.text)
    case .patch(let name, _): ("patch", name.text)
    case .policy: ("policy", "fill")
    case .secretManager(let name): ("secret-manager", name.text)
    case .operatorChange(let change): ("operator", change.name)
    case .release(let name): ("release", name.text)
    }
  }

  /// The step, in the imperative.
  public var words: String { AuditStep.words([self]) }

  /// The edit that does it; nil: it is done by hand.
  var edit: AuditEdit? {
    if case .takeOut(_, _, _, let edit) = self { edit } else { nil }
  }

  /// True if it is a patch.
  var isPatch: Bool { if case .patch = self { true } else { false } }

  /// True if it is an admission policy.
  var isPolicy: Bool { if case .policy = self { true } else { false } }

  /// True if it is a move to another release.
  var isRelease: Bool { if case .release = self { true } else { false } }

  /// The release that steps lead to; nil: the one that runs.
  public static func release(of steps: [AuditStep]) -> Release? {
    for case .release(let name) in steps { return Release.named(name.text) }
    return nil
  }

  /// True if it asks for the fields of `restricted`.
  var hardens: Bool {
    switch self {
    case .templatePod, .templateContainer, .setting: true
    default: false
    }
  }
}

extension AuditStep {
  /// All steps, in the imperative; those of a kind together.
  static func words(_ steps: [AuditStep]) -> String {
    var phrases: [String] = []
    func say(_ names: [String], _ one: String, _ many: String, _ end: String = "") {
      guard !names.isEmpty else { return }
      phrases.append((names.count == 1 ? one : many) + names.listed + end)
    }
    for case .takeOut(let field, let container, let place, _) in steps {
      let owner = container.map { "'\($0.text)' of the PodTemplate" } ?? "the PodTemplate"
      phrases.append("remove '\(field.text)' from \(owner)" + self.place(place))
    }
    for case .change(let what, let place) in steps {
      phrases.append("change \(what.text)" + self.place(place))
    }
    for case .namespace(let words) in steps { phrases.append(words.text) }
    let entries = steps.compactMap { step -> String? in
      switch step {
      case .templatePod: "the pod"
      case .templateContainer(let name): "'\(name.text)'"
      default: nil
      }
    }
    say(entries, "harden ", "harden ", " of the PodTemplate")
    say(
      steps.compactMap { if case .setting(let key) = $0 { "'\(key.text)'" } else { nil } },
      "harden the setting ", "harden the settings ")
    for case .secretManager(let name) in steps {
      phrases.append(
        "use the secret manager '\(name.text)' ('secretManager' in a config, 'webhook' in Flyte's settings)"
      )
    }
    for case .operatorChange(let change) in steps { phrases.append(change.words) }
    func patches(_ state: Patch) -> [String] {
      steps.compactMap {
        if case .patch(let name, state) = $0 { "'\(name.text)'" } else { nil }
      }
    }
    say(patches(.planned), "deploy the planned patch ", "deploy the planned patches ")
    say(patches(.possible), "plan and deploy the patch ", "plan and deploy the patches ")
    say(
      patches(.withoutSources), "build Flyte with the patch ", "build Flyte with the patches ")
    for case .policy(let isPlanned) in steps {
      phrases.append(
        isPlanned
          ? "apply the admission policy that is written"
          : "use an admission policy ('policies: auto' in a config)")
    }
    for case .release(let name) in steps {
      phrases.append("move to Flyte \(name.text) or later")
    }
    return phrases.listed
  }

  private static func place(_ place: ReportPlace?) -> String {
    place.map { " (\($0.description))" } ?? ""
  }
}

extension AuditFix {
  /// The whole fix in words.
  public var words: String {
    if steps.isEmpty { return "none is known" }
    let ways = [steps, governed, otherwise].filter { !$0.isEmpty }
    let common = steps.filter { step in ways.allSatisfy { $0.contains(step) } }
    let rest = ways.map { side in side.filter { !common.contains($0) } }
    guard ways.count > 1, !rest[0].isEmpty else { return AuditStep.words(steps) }
    let choice = rest.filter { !$0.isEmpty }.map(AuditStep.words).joined(separator: ", or ")
    return common.isEmpty ? choice : "\(AuditStep.words(common)); and \(choice)"
  }

  /// True if it asks for the fields of `restricted`.
  var hardens: Bool { steps.contains(where: \.hardens) || otherwise.contains(where: \.hardens) }
}
