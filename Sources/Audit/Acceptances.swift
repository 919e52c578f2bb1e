import Deployments
import Flyte
import Values

/// The acceptances of a cluster on the day of an audit, and those that found something to accept.
struct Acceptances {
  private let all: [Acceptance]
  /// The positions of those that hold.
  private let active: [Int]
  /// The positions of those that accepted something.
  private(set) var used: Set<Int> = []

  /// - Parameter today: nil: none has ended.
  init(_ all: [Acceptance], today: CalendarDay?) {
    self.all = all
    active = all.indices.filter { index in
      guard let until = all[index].until, let today else { return true }
      return today <= until
    }
  }

  /// Those that have ended.
  var expired: [Acceptance] {
    all.indices.filter { !active.contains($0) }.map { all[$0] }
  }

  /// Those that accept nothing.
  var unused: [Acceptance] { active.filter { !used.contains($0) }.map { all[$0] } }

  /// Namespaces by the acceptances of refusals that are for them.
  func groups(_ namespaces: [String]) -> [(namespaces: [String], acceptances: [Int])] {
    let refusals = active.filter { all[$0].subject == .refused }
    guard !refusals.isEmpty else { return [(namespaces, [])] }
    guard !namespaces.isEmpty else {
      return [(namespaces, refusals.filter { all[$0].namespaces == nil })]
    }
    var order: [[Int]] = []
    var groups: [[Int]: [String]] = [:]
    for name in namespaces {
      let own = refusals.filter { all[$0].covers(namespace: name) }
      if groups[own] == nil { order.append(own) }
      groups[own, default: []].append(name)
    }
    return order.map { (groups[$0] ?? [], $0) }
  }

  /// The first of some acceptances that covers a refusal.
  mutating func accept(
    _ task: JudgedTask, under template: String?, of some: [Int]
  ) -> AuditAcceptance? {
    let index = some.first { all[$0].covers(refusalOf: task, under: template) }
    guard let index else { return nil }
    used.insert(index)
    return AuditAcceptance(all[index])
  }

  /// Findings of a kind by the acceptance that covers them; those in other namespaces stay.
  mutating func split(
    _ findings: [Finding], of kind: FindingKind
  ) -> [(acceptance: AuditAcceptance?, findings: [Finding])] {
    var open = findings
    var parts: [(acceptance: AuditAcceptance?, findings: [Finding])] = []
    for index in active where all[index].subject == .finding(ByteText(kind.rawValue)) {
      let acceptance = all[index]
      var taken: [Finding] = []
      open = open.compactMap { finding in
        let (covered, rest) = Self.split(finding, by: acceptance)
        if let covered { taken.append(covered) }
        return rest
      }
      guard !taken.isEmpty else { continue }
      used.insert(index)
      parts.append((AuditAcceptance(acceptance), taken))
    }
    return [(nil, open)] + parts
  }

  private static func split(
    _ finding: Finding, by acceptance: Acceptance
  ) -> (covered: Finding?, rest: Finding?) {
    guard let scope = finding.scope else {
      // Of the cluster as a whole no part can be selected.
      let isForAll = acceptance.namespaces == nil && acceptance.templates == nil
      return isForAll ? (finding, nil) : (nil, finding)
    }
    guard
      acceptance.templates == nil
        || !scope.templates.isEmpty && scope.templates.allSatisfy(acceptance.covers(template:))
    else { return (nil, finding) }
    guard acceptance.namespaces != nil else { return (finding, nil) }
    func part(_ namespaces: [String]) -> Finding? {
      guard !namespaces.isEmpty else { return nil }
      var part = finding
      part.scope = FindingScope(
        number: scope.number, templates: scope.templates, namespaces: namespaces)
      return part
    }
    let covered = scope.namespaces.filter(acceptance.covers(namespace:))
    guard !covered.isEmpty else { return (nil, finding) }
    return (part(covered), part(scope.namespaces.filter { !acceptance.covers(namespace: $0) }))
  }
}

extension Acceptance {
  /// Returns whether it covers a template of this name.
  fileprivate func covers(template name: String) -> Bool { covers(template: Optional(name)) }
}
