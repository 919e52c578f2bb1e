import Diagnostics
import Flyte
import Reports

// The words that several formats have in common.

extension AuditVerdict {
  /// In words.
  var words: String {
    switch self {
    case .admitted: "admitted"
    case .refused: "refused"
    case .notBuilt: "no pod"
    case .lacksSecret: "admitted, lacks the secret"
    case .unclaimed: "no level claimed"
    }
  }
}

extension AuditRefusal.Refuser {
  /// In words.
  var words: String {
    switch self {
    case .podSecurity: "Pod Security"
    case .apiServer: "the API server"
    case .secretWebhook: "the secret webhook"
    case .pluginOperator: "the operator"
    case .policy: "an admission policy"
    case .limitRange: "a LimitRange"
    case .constraint: "OpenShift's SCCs"
    case .quota: "a ResourceQuota"
    case .flyte: "Flyte"
    }
  }

}

extension AuditRefusal {
  /// The refuser, in words.
  var refuserWords: String { refuser.words }

  /// The subject of the refusal: tasks, templates, namespaces.
  var subject: String {
    let under = templates.isEmpty ? "" : " under \(templates.joined(separator: ", "))"
    let places = namespaces == 0 ? "" : " in \(namespaces.counted("namespace"))"
    return tasks.joined(separator: ", ") + under + places
  }
}

extension AuditRefusal {
  /// Its causes in words, those of several containers together.
  var sentences: [String] { sentences(of: causes) }

  /// Some of its causes in words.
  func sentences(of causes: [AuditCause]) -> [String] {
    var groups: [[AuditCause]] = []
    for cause in causes {
      let known = groups.firstIndex { group in
        group[0].words == cause.words && group[0].place == cause.place
          && group[0].fields.hasSameBytes(as: cause.fields)
      }
      if let known { groups[known].append(cause) } else { groups.append([cause]) }
    }
    return groups.map { group in
      let first = group[0]
      let place = first.place.map { " (\($0.description))" } ?? ""
      guard !first.fields.isEmpty else { return first.words + place }
      let roles = group.map(\.role).joined(separator: ", ")
      return "\(roles): \(Self.together(first.fields)): \(first.words)\(place)"
    }
  }

  /// Fields, with what they have in common said once.
  private static func together(_ fields: [String]) -> String {
    let common = "securityContext."
    guard fields.count > 1, fields.allSatisfy({ $0.hasPrefix(common) }) else {
      return fields.joined(separator: ", ")
    }
    let rest = fields.map { String($0.dropFirst(common.utf8.count)) }
    return "securityContext (\(rest.joined(separator: ", ")))"
  }
}

extension AuditFinding {
  /// The fact, and its places.
  var sentence: String {
    let who = containers.isEmpty ? "" : "\(containers.listed): "
    let count = namespaces.counted("namespace")
    guard !templates.isEmpty else {
      return "\(who)\(words)\(namespaces == 0 ? "" : " (\(count))")"
    }
    let places = namespaces == 0 ? "" : " in \(count)"
    return "\(who)\(words) (\(templates.joined(separator: ", ")))\(places)"
  }

  /// The place that causes it, in parentheses; empty if there is none.
  var placeWords: String {
    guard let first = places.first else { return "" }
    let more = places.count - 1
    return " (\(first.description)\(more > 0 ? " and \(more.counted("more place"))" : ""))"
  }
}

extension FindingKind {
  /// Its name as words.
  var words: String { rawValue.replacing("-", with: " ") }
}

extension AuditFix.Proof {
  /// In words.
  var words: String {
    switch self {
    case .tried: "tried on the model"
    case .advised: "not tried"
    case .none: "no fix known"
    }
  }
}

extension AuditFix.Applicability {
  /// In words.
  var words: String {
    switch self {
    case .certain: "certain edit"
    case .likely: "likely edit"
    case .byHand: "by hand"
    }
  }
}

extension RefusedTask {
  /// The view of the user who started the task, in words.
  var words: String {
    switch self {
    case .failsAfterRetries: "the task fails with this text after its retries"
    case .failsAtOnce: "the task fails at once with this text"
    case .retriedUntilBudgetEnds:
      "the task seems to wait: Flyte retries until its budget for system errors is used up"
    case .inOperatorEvents:
      "the task seems to wait: the text is only in the events of the operator's resource"
    case .failsToSubmit:
      "the application fails with 'FailedSubmission' after 14 attempts; without executors it waits"
    case .appNotReady: "the app does not become ready; the text is in the status of its Revision"
    case .seemsStuck: "the task seems to run: Flyte retries again and again, and shows no text"
    }
  }
}

extension AuditedCluster {
  /// Its versions.
  var title: String { "\(name): Flyte \(flyte), Kubernetes \(kubernetes)" }

  /// The figures in a line.
  var summary: String {
    let all = pods.counted("pod")
    let places =
      namespaces == 0 ? "" : "\(namespaces.counted("namespace")), "
    let shapes = tasks.count.counted("task shape")
    let later =
      plannedPatches.isEmpty ? "" : ", \(refusedPlannedPods) with the planned patches"
    let accepted = acceptedPods > 0 ? " (\(acceptedPods) accepted)" : ""
    let governed = refusedGovernedPods.map { ", \($0) with policies" } ?? ""
    return "\(all) (\(places)\(shapes)): \(refusedPods) refused now\(accepted)\(later)\(governed)"
  }

  /// The meaning of `harden`, if a fix uses the word.
  var hardeningWords: String? {
    guard refusals.contains(where: \.fix.hardens) else { return nil }
    return
      "to harden a pod: 'runAsNonRoot: true, seccompProfile: { type: RuntimeDefault }' in its securityContext; a container: 'allowPrivilegeEscalation: false, capabilities: { drop: [ALL] }'"
  }

  /// The heading of the pods of plugins.
  static let roleWords = "the pods of plugins, by role"

  /// The heading of the facts on plugins.
  static let pluginWords =
    "not modeled, so not judged; this is known about the plugins, in a 'restricted' namespace with a PodTemplate that meets the level"

  /// The pods that no answer covers, in a line.
  var notCoveredWords: String {
    notCovered.isEmpty
      ? "docs/coverage.md lists what is modeled"
      : "\(plugins.isEmpty ? "" : "also ")not modeled, so not judged: \(notCovered.map(\.pods).joined(separator: "; ")) (docs/coverage.md)"
  }
}

extension AuditedRole {
  /// The operator, and the grounds for what is said of it.
  var runnerWords: String {
    "\(runner) (\(wasRun ? "this version was run" : "between versions that were run"))"
  }
}

extension AuditRow {
  /// Shapes of tasks of which the same becomes.
  struct Group {
    var tasks: [String]
    let cell: AuditCell
  }

  /// Its templates in words.
  var templateWords: String { templates.isEmpty ? "none" : templates.joined(separator: ", ") }

  /// Its cells, equal ones together.
  var groups: [Group] {
    var groups: [Group] = []
    for cell in cells {
      let known = groups.firstIndex {
        $0.cell.now == cell.now && $0.cell.planned == cell.planned
          && $0.cell.governed == cell.governed && $0.cell.isAccepted == cell.isAccepted
          && $0.cell.refusal == cell.refusal
      }
      if let known {
        groups[known].tasks.append(cell.task)
      } else {
        groups.append(Group(tasks: [cell.task], cell: cell))
      }
    }
    return groups
  }
}
