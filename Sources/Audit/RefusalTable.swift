import Flyte
import Judgment
import Reports
import Values

/// The refusals of a cluster, each different one once.
struct RefusalTable {
  /// A refusal on its way into the report.
  struct Entry {
    let refused: RefusedPod
    let fix: AuditFix
    let isNow: Bool
    let endsWithPlanned: Bool
    let causes: Set<ByteText>
    let place: ReportPlace?
    let acceptance: AuditAcceptance?
    let idsOf: String?
    var tasks: [JudgedTask] = []
    var templates = TextSet()
    /// The number of namespaces in which it happens, by set of templates; no two sets share a
    /// namespace.
    var namespaces: [Int: Int] = [:]
    var pods = 0
    /// The entry that covers it too.
    var isPartOf: Int?

    /// True if another entry may cover it.
    func isLike(_ other: Entry) -> Bool {
      refused.refuser == other.refused.refuser && refused.seen == other.refused.seen
        && refused.claim.hasSameBytes(as: other.refused.claim) && isNow == other.isNow
        && endsWithPlanned == other.endsWithPlanned
        && acceptance == other.acceptance
        && fix.proof == other.fix.proof && fix.steps == other.fix.steps
        && fix.otherwise == other.fix.otherwise && fix.governed == other.fix.governed
    }
  }

  private let search: FixSearch
  private(set) var entries: [Entry] = []
  private var positions: [Set<ByteText>: [Int]] = [:]
  /// The number of each entry that is reported by itself, from 1; made by `fold`.
  private var numbers: [Int: Int] = [:]

  init(_ search: FixSearch) { self.search = search }

  /// Adds a pod, and returns the position of its entry.
  mutating func add(
    _ refused: RefusedPod, _ task: JudgedTask, _ place: PodPlace, template: String?,
    namespaces: Int, at origin: ReportPlace?, isNow: Bool, endsWithPlanned: Bool,
    acceptance: AuditAcceptance?, idsOf: String?
  ) -> Int {
    let causes = Set(RefusedPod.key(of: refused.causes))
    let position =
      known(causes, refused, task, place, isNow, endsWithPlanned, acceptance)
      ?? {
        entries.append(
          Entry(
            refused: refused, fix: fix(of: refused, task, place), isNow: isNow,
            endsWithPlanned: endsWithPlanned, causes: causes, place: origin,
            acceptance: acceptance, idsOf: idsOf))
        positions[causes, default: []].append(entries.count - 1)
        return entries.count - 1
      }()
    if !entries[position].tasks.contains(task) { entries[position].tasks.append(task) }
    if let template { entries[position].templates.insert(template) }
    entries[position].namespaces[place.set] = namespaces
    entries[position].pods += max(1, namespaces)
    return position
  }

  /// An entry of the same causes whose fix helps this pod as well.
  private func known(
    _ causes: Set<ByteText>, _ refused: RefusedPod, _ task: JudgedTask, _ place: PodPlace,
    _ isNow: Bool, _ endsWithPlanned: Bool, _ acceptance: AuditAcceptance?
  ) -> Int? {
    positions[causes]?.first { index in
      let entry = entries[index]
      guard entry.refused.refuser == refused.refuser, entry.isNow == isNow,
        entry.endsWithPlanned == endsWithPlanned, entry.acceptance == acceptance,
        entry.refused.claim.hasSameBytes(as: refused.claim),
        entry.refused.refuser == .podSecurity || entry.refused.message == refused.message
      else { return false }
      if refused.advice != nil, entry.fix.proof != .tried { return true }
      return entry.fix.proof == .tried
        ? search.helps(entry.fix, place, task)
        : search.fix(place, task, refused.decisions) == nil
    }
  }

  private func fix(of refused: RefusedPod, _ task: JudgedTask, _ place: PodPlace) -> AuditFix {
    // Of all that is tried nothing changes what a namespace has of its own, but pods may come to fit.
    let isOfNamespace = refused.refuser == .limitRange || refused.refuser == .quota
    if !isOfNamespace, let found = search.fix(place, task, refused.decisions) { return found }
    if let advice = refused.advice { return advice }
    // Nobody but the author of the task writes such a pod.
    if task.plugin?.hasOwnPods == true, refused.causes.allSatisfy({ $0.kind == .lostOnTheWay }) {
      let pods = ByteText("the task's own pods, which need a complete securityContext")
      return AuditFix(proof: .advised, steps: [.change(pods, nil)], otherwise: [])
    }
    // What is at fault stands somewhere, and can be changed there.
    let changes = refused.causes.filter { $0.place != nil }.map { cause in
      AuditStep.change(
        ByteText("\(cause.fields.joined(separator: ", ")) of \(cause.role)"), cause.place)
    }
    guard !changes.isEmpty, changes.count == refused.causes.count else { return .unknown }
    return AuditFix(proof: .advised, steps: changes, otherwise: [])
  }

  /// Lets an entry be told with one that has all its causes, and the same fix.
  mutating func fold() {
    for index in entries.indices {
      let whole = entries.indices.first { other in
        other != index && entries[other].isPartOf == nil && entries[index].isLike(entries[other])
          && entries[other].causes.isStrictSuperset(of: entries[index].causes)
      }
      guard let whole else { continue }
      let part = entries[index]
      entries[index].isPartOf = whole
      for task in part.tasks where !entries[whole].tasks.contains(task) {
        entries[whole].tasks.append(task)
      }
      entries[whole].templates.formUnion(part.templates)
      entries[whole].namespaces.merge(part.namespaces) { first, _ in first }
      entries[whole].pods += part.pods
    }
    for index in entries.indices where entries[index].isPartOf == nil {
      numbers[index] = numbers.count + 1
    }
  }

  /// The number under which an entry is reported, once they are folded.
  func number(of position: Int) -> Int? {
    var position = position
    while let whole = entries[position].isPartOf { position = whole }
    return numbers[position]
  }

  /// The entries that are reported.
  /// - Parameter tasks: all, in their order.
  func refusals(_ tasks: [JudgedTask]) -> [AuditRefusal] {
    entries.filter { $0.isPartOf == nil }.enumerated().map { index, entry in
      AuditRefusal(
        number: index + 1, refuser: entry.refused.refuser, message: entry.refused.message,
        idsOf: entry.idsOf,
        tasks: tasks.filter(entry.tasks.contains).map(\.name),
        templates: entry.templates.sorted(), namespaces: entry.namespaces.values.reduce(0, +),
        pods: entry.pods,
        causes: entry.refused.causes, seen: entry.refused.seen, fix: entry.fix,
        isNow: entry.isNow, endsWithPlanned: entry.endsWithPlanned, place: entry.place,
        acceptance: entry.acceptance,
        pod: entry.refused.pod)
    }
  }
}
