import Deployments
import Flyte
import Judgment
import Values

/// Audits one cluster: every pod that its templates and shapes of tasks give, now and as planned.
public struct ClusterAudit {
  private let subject: AuditSubject

  /// Makes an audit.
  public init(_ subject: AuditSubject) { self.subject = subject }

  /// A template, or none, in the namespaces of a set, with its pods.
  private struct Line {
    let place: PodPlace
    let template: PodTemplate?
    let claim: Claim?
    let namespaces: [String]
    let now: [JudgedPod]
    let planned: [JudgedPod]
    /// Empty where the config has no policies.
    let governed: [JudgedPod]
  }

  /// What is found.
  public func run() -> AuditedCluster {
    let running = subject.running
    var table = RefusalTable(FixSearch(subject))
    var rows = RowTable()
    let lines = lines
    var positions: [[Int?]] = []
    for line in lines { positions.append(positionsOfRefusals(line, in: &table)) }
    table.fold()
    for (line, found) in zip(lines, positions) {
      let cells = subject.tasks.indices.map { index in
        AuditCell(
          task: subject.tasks[index].rawValue, now: line.now[index].verdict(line.claim),
          planned: line.planned[index].verdict(line.claim),
          governed: line.governed.isEmpty ? nil : line.governed[index].verdict(line.claim),
          refusal: found[index].flatMap(table.number))
      }
      rows.add(
        template: line.template?.name,
        claim: line.claim.map { "\($0.level):\($0.version)" }, namespaces: line.namespaces, cells)
    }
    var search = FindingSearch(running)
    if let container = subject.tasks.firstIndex(of: .container) {
      for line in lines {
        search.look(
          at: line.now[container], template: line.template?.name, namespaces: line.namespaces)
      }
    }
    let refusals = table.refusals(release: running.release)
    return AuditedCluster(
      name: running.name, flyte: running.version, release: running.release.name,
      kubernetes: "1.\(running.kubernetesMinor)", deployedPatches: subject.deployedPatches,
      plannedPatches: subject.plannedPatches,
      namespaces: Set(lines.map(\.place.set)).reduce(0) { $0 + (places[$1]?.count ?? 0) },
      tasks: subject.tasks.map(\.rawValue), rows: rows.rows, refusals: refusals,
      findings: search.findings,
      actions: ActionList.of(refusals), notCovered: NotCovered.of(running.release))
  }

  /// The namespaces of each set, in byte order.
  private var places: [Int: [String]] {
    Dictionary(grouping: subject.running.namespaces, by: \.templateSet)
      .mapValues { $0.map(\.name) }
  }

  private var lines: [Line] {
    let now = Judgment(deployment: subject.running)
    let planned = Judgment(deployment: subject.planned)
    let governed = subject.governed.map { Judgment(deployment: $0) }
    let places = places
    return subject.running.templateSets.indices.flatMap { set -> [Line] in
      let namespaces = places[set] ?? []
      let templates = subject.running.templateSets[set].templates
      guard !templates.isEmpty else {
        let place = PodPlace(set: set, template: nil)
        func pods(_ judgment: Judgment) -> [JudgedPod] {
          subject.tasks.map { place.pod($0, judgment, subject.bareClaim) }
        }
        return [
          Line(
            place: place, template: nil, claim: subject.bareClaim, namespaces: namespaces,
            now: pods(now), planned: pods(planned), governed: governed.map(pods) ?? [])
        ]
      }
      let both = [now, planned].map { $0.pods(of: set, tasks: subject.tasks) }
      let held = governed?.pods(of: set, tasks: subject.tasks)
      let count = subject.tasks.count
      return templates.indices.map { index in
        let range = index * count..<(index + 1) * count
        return Line(
          place: PodPlace(set: set, template: index), template: templates[index],
          claim: templates[index].claim, namespaces: namespaces, now: Array(both[0][range]),
          planned: Array(both[1][range]), governed: held.map { Array($0[range]) } ?? [])
      }
    }
  }

  /// Where the refusal of each task went.
  private func positionsOfRefusals(_ line: Line, in table: inout RefusalTable) -> [Int?] {
    subject.tasks.indices.map { index in
      let now = RefusedPod(
        line.now[index], template: line.template, claim: line.claim, in: subject.running)
      let later = RefusedPod(
        line.planned[index], template: line.template, claim: line.claim, in: subject.planned)
      // What only a policy refuses is told as well: nothing was wrong without it.
      let held = subject.governed.flatMap { deployment in
        line.governed[index].isHeld
          ? RefusedPod(
            line.governed[index], template: line.template, claim: line.claim, in: deployment) : nil
      }
      guard let refused = now ?? later ?? held else { return nil }
      return table.add(
        refused, subject.tasks[index], line.place, template: line.template?.name,
        namespaces: line.namespaces, isNow: now != nil || later == nil,
        endsWithPlanned: later == nil && now != nil)
    }
  }
}
