import Diagnostics
import Judges
import Reports
import Values

/// Why a LimitRange, a quota or OpenShift's SCCs refuse a pod, and what helps.
struct JudgeCauses {
  let refuser: AuditRefusal.Refuser
  private(set) var causes: [AuditCause] = []
  let advice: AuditFix
  /// True if Flyte waits until the quota has room.
  private(set) var waits = false

  init(_ refusal: JudgeRefusal, search: CauseSearch) {
    func cause(
      _ kind: AuditCauseKind, _ container: String?, _ fields: [String], _ words: String,
      _ origin: Origin
    ) -> AuditCause {
      AuditCause(
        container: container, role: search.role(of: container), fields: fields, kind: kind,
        words: words, place: ReportPlace(origin))
    }
    func advise(_ steps: [String], otherwise: [String] = []) -> AuditFix {
      AuditFix(
        proof: steps.isEmpty ? .none : .advised, steps: steps.map { .namespace(ByteText($0)) },
        otherwise: otherwise.map { .namespace(ByteText($0)) })
    }
    switch refusal {
    case .limits(let refused):
      refuser = .limitRange
      causes = refused.violations.map { violation in
        cause(
          .refusedByLimit, violation.container?.text, [violation.field],
          "the LimitRange '\(refused.range.text)': \(violation.words)", refused.origin)
      }
      let lacking = refused.violations.filter(\.isLacking)
      let names = Self.distinct(lacking.map(\.resource.text))
      advice =
        lacking.isEmpty
        ? advise([
          "change the resources that the LimitRange '\(refused.range.text)' refuses, or its amounts"
        ])
        : advise(
          [
            "give the LimitRange '\(refused.range.text)' a 'default' and a 'defaultRequest' of \(names.listed) for type Container"
          ], otherwise: ["set \(names.listed) in 'resources' of every container"])
    case .quota(let refused):
      refuser = .quota
      switch refused.reason {
      case .unsaid(let list):
        causes = list.flatMap { unsaid in
          unsaid.containers.map { name in
            cause(
              .refusedByQuota, name.text, [Self.field(unsaid.resource.text)],
              "the quota '\(refused.quota.text)' counts \(unsaid.resource.text), and the container does not set it",
              refused.origin)
          }
        }
        let names = Self.distinct(list.map { Self.bare($0.resource.text) })
        advice = advise(
          ["add a LimitRange with a 'default' of \(names.listed) for type Container"],
          otherwise: [
            "set \(names.listed) in 'resources' of every container: in the PodTemplate, in the task, and for co-pilot in 'copilot.cpu' and 'copilot.memory'"
          ])
      case .exceeded(let list):
        waits = true
        causes = list.map { exceeded in
          cause(
            .refusedByQuota, nil, [Self.field(exceeded.resource.text)],
            "the quota '\(refused.quota.text)' has \(exceeded.used.text) of \(exceeded.hard.text) \(exceeded.resource.text) in use, and the pod needs \(exceeded.requested.text)",
            refused.origin)
        }
        let names = list.map(\.resource.text)
        advice = advise(
          ["raise \(names.listed) of the quota '\(refused.quota.text)'"],
          otherwise: names.allSatisfy(Self.isCount) ? [] : ["let the task ask for less"])
      }
    case .constraints(let refused):
      refuser = .constraint
      guard case .attempts(let attempts, _) = refused.reason else {
        causes = [
          cause(
            .refusedByConstraint, nil, ["metadata.annotations"], refused.words, refused.origin)
        ]
        advice = advise([
          "correct or remove the annotation '\(ConstraintAdmission.requiredAnnotation)'"
        ])
        break
      }
      for attempt in attempts {
        let groups = Dictionary(grouping: attempt.faults) { $0.container }
        for container in Self.order(of: attempt.faults) {
          let fields = Self.distinct(groups[container]?.compactMap { $0.field?.text } ?? [])
          causes.append(
            cause(
              .refusedByConstraint, container?.text, fields,
              "the SCC '\(attempt.constraint.text)' does not let it in", refused.origin))
        }
      }
      let left = Self.distinct(causes.flatMap(\.fields)).filter { Self.filled.contains($0) }
      let grant = refused.fitting.map { "let the service account use the SCC '\($0.text)'" }
      let leaving =
        left.isEmpty || left.count < Self.distinct(causes.flatMap(\.fields)).count
        ? nil
        : "leave \(left.map { "'\($0)'" }.listed) out, so that the SCC sets \(left.count == 1 ? "it" : "them")"
      advice = advise(
        [leaving ?? grant].compactMap { $0 },
        otherwise: leaving == nil ? [] : [grant].compactMap { $0 })
    case .podSecurity:
      refuser = .podSecurity
      advice = advise([])
    case .policy:
      refuser = .policy
      advice = advise([])
    case .server:
      refuser = .apiServer
      advice = advise([])
    }
  }

  /// Fields that an SCC sets where a pod leaves them out.
  private static let filled: TextSet = [
    "securityContext.runAsUser", "securityContext.fsGroup", "securityContext.supplementalGroups",
    "securityContext.seLinuxOptions.level", "securityContext.seLinuxOptions.type",
    "securityContext.seLinuxOptions.user", "securityContext.seLinuxOptions.role",
  ]

  private static func order(of faults: [ConstraintFault]) -> [ByteText?] {
    faults.reduce(into: []) { if !$0.contains($1.container) { $0.append($1.container) } }
  }

  private static func distinct(_ names: [String]) -> [String] {
    var seen = TextSet()
    return names.filter { seen.insert($0).inserted }
  }

  /// The field of a container that a quota's resource counts: `resources.limits.cpu`.
  private static func field(_ resource: String) -> String {
    if isCount(resource) { return resource }
    return resource.hasPrefix("limits.") || resource.hasPrefix("requests.")
      ? "resources.\(resource)" : "resources.requests.\(resource)"
  }

  /// True if it is a number of objects.
  private static func isCount(_ resource: String) -> Bool {
    resource == "pods" || resource.hasPrefix("count/")
  }

  /// The resource without what a quota puts before it.
  private static func bare(_ resource: String) -> String {
    for prefix in ["limits.", "requests."] where resource.hasPrefix(prefix) {
      return String(resource.dropFirst(prefix.count))
    }
    return resource
  }
}

extension LimitViolation {
  /// The field that it is about.
  fileprivate var field: String {
    switch found {
    case .noRequest, .request: "resources.requests.\(resource.text)"
    case .noLimit, .limit, .ratio: "resources.limits.\(resource.text)"
    }
  }

  /// True if a default would help.
  fileprivate var isLacking: Bool { found == .noRequest || found == .noLimit }
}
