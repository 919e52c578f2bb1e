import Deployments
import Flyte
import Judges
import Judgment
import Operators
import Reports
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
    var namespaces: [String]
    /// The positions of the acceptances that are for its namespaces.
    var acceptances: [Int] = []
    /// The place where the template is written, or else the first namespace that has it.
    let origin: ReportPlace?
    /// The namespace whose ids the pods have, where each has its own; nil: all have the same.
    var idsOf: String?
    let now: [TaskPods]
    let planned: [TaskPods]
    /// The pods with the policies of the config; empty if it has none.
    let governed: [TaskPods]
  }

  /// Runs the audit.
  public func run() -> AuditedCluster {
    let running = subject.running
    var table = RefusalTable(FixSearch(subject))
    var rows = RowTable()
    var acceptances = Acceptances(running.acceptances, today: subject.today)
    let whole = lines
    let lines = whole.flatMap { parts(of: $0, acceptances) }
    var positions: [[Found]] = []
    for line in lines { positions.append(refusals(line, in: &table, &acceptances)) }
    table.fold()
    for (line, found) in zip(lines, positions) {
      let cells = subject.tasks.indices.map { index in
        AuditCell(
          task: subject.tasks[index].name, now: line.now[index].verdict(line.claim),
          planned: line.planned[index].verdict(line.claim),
          governed: line.governed.isEmpty ? nil : line.governed[index].verdict(line.claim),
          refusal: found[index].position.flatMap(table.number),
          isAccepted: found[index].isAccepted)
      }
      rows.add(
        template: line.template?.name,
        claim: line.claim.map { "\($0.level):\($0.version)" }, namespaces: line.namespaces, cells)
    }
    let refusals = table.refusals(subject.tasks)
    var fields = FieldsTable()
    for line in whole {
      fields.add(
        line.now, line.place, line.template, in: running, namespaces: line.namespaces.count,
        idsOf: line.idsOf)
    }
    return AuditedCluster(
      name: running.name, place: ReportPlace(subject.origin), flyte: running.version,
      release: running.release.name,
      kubernetes: "1.\(running.kubernetesMinor)", deployedPatches: subject.deployedPatches,
      plannedPatches: subject.plannedPatches,
      namespaces: running.namespaces.count,
      tasks: subject.tasks.map(\.name), rows: rows.rows, refusals: refusals,
      findings: findings(whole, acceptances),
      actions: ActionList.of(refusals),
      roles: RoleTable(subject, lines.map { .init($0.now, weight: max(1, $0.namespaces.count)) })
        .rows,
      plugins: PluginFact.of(choices: subject.plugins, at: running.release),
      notCovered: NotCovered.of(running.release, besides: subject.plugins.map(\.plugin)),
      podFields: fields.rows)
  }

  private func findings(_ lines: [Line], _ acceptances: Acceptances) -> [AuditFinding] {
    var context = FindingContext(
      subject.running,
      lines.map {
        FindingContext.Judged(
          set: $0.place.set, template: $0.template, namespaces: $0.namespaces,
          pods: $0.now.filter { $0.task.plugin == nil }.map(\.main))
      }, lost: subject.lost)
    context.withoutSource = subject.withoutSource
    context.place = ReportPlace(subject.origin)
    context.acceptances = acceptances
    return context.findings()
  }

  /// The line once for each choice of acceptances that its namespaces have.
  private func parts(of line: Line, _ acceptances: Acceptances) -> [Line] {
    acceptances.groups(line.namespaces).map { namespaces, own in
      var part = line
      part.namespaces = namespaces
      part.acceptances = own
      return part
    }
  }

  /// The namespaces of each set, in byte order.
  private var places: [Int: [String]] {
    Dictionary(grouping: subject.running.namespaces, by: \.templateSet)
      .mapValues { $0.map(\.name) }
  }

  private func ranges(of set: Int) -> NamespaceRanges? {
    subject.running.templateSets[set].rules.constraints?.ranges
  }

  private var lines: [Line] {
    let (running, planned, tasks) = (subject.running, subject.planned, subject.tasks)
    let places = places
    let origins = Dictionary(
      running.namespaces.map { ($0.templateSet, $0.origin) },
      uniquingKeysWith: { first, _ in first })
    let bareClaim = subject.bareClaim
    let (now, later) = BothCores.run {
      SetPods(of: running, tasks, bareClaim)
    } _: {
      SetPods(of: planned, tasks, bareClaim)
    }
    let governed = subject.governed.map { SetPods(of: $0, tasks, bareClaim) }
    // Sets whose pods are the same in every way share the lines of the first.
    var starts: [[Int]: Int] = [:]
    var lines: [Line] = []
    for set in running.templateSets.indices {
      let namespaces = places[set] ?? []
      let templates = running.templateSets[set].templates
      let indices = templates.isEmpty ? 0..<1 : templates.indices
      let twins = [now, later].map { $0.twins[set] } + (governed.map { [$0.twins[set]] } ?? [])
      if let start = starts[twins] {
        let first = lines[start].place.set
        let haveSameIDs = ranges(of: first) == ranges(of: set)
        for index in indices {
          lines[start + index].namespaces += namespaces
          if !haveSameIDs { lines[start + index].idsOf = places[first]?.first }
        }
        continue
      }
      starts[twins] = lines.count
      lines += indices.map { index in
        let range = index * tasks.count..<(index + 1) * tasks.count
        let template = templates.isEmpty ? nil : templates[index]
        return Line(
          place: PodPlace(set: set, template: template == nil ? nil : index), template: template,
          claim: template == nil ? bareClaim : template?.claim, namespaces: namespaces,
          origin: ReportPlace(template?.spec.origin) ?? ReportPlace(origins[set]),
          now: Array(now.pods(of: set)[range]), planned: Array(later.pods(of: set)[range]),
          governed: governed.map { Array($0.pods(of: set)[range]) } ?? [])
      }
    }
    for index in lines.indices {
      lines[index].namespaces.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
    return lines
  }

  /// A task's refusal: its position in the table, nil where there is none.
  private struct Found {
    var position: Int?
    var isAccepted = false
  }

  /// The refusals of the tasks.
  private func refusals(
    _ line: Line, in table: inout RefusalTable, _ acceptances: inout Acceptances
  ) -> [Found] {
    subject.tasks.indices.map { index in
      let now = RefusedPod(
        line.now[index], template: line.template, claim: line.claim, in: subject.running)
      let later = RefusedPod(
        line.planned[index], template: line.template, claim: line.claim, in: subject.planned)
      // What only a policy refuses is told as well: nothing was wrong without it.
      let held = subject.governed.flatMap { deployment in
        line.governed[index].pods.contains(where: \.isHeld)
          ? RefusedPod(
            line.governed[index], template: line.template, claim: line.claim, in: deployment) : nil
      }
      guard let refused = now ?? later ?? held else { return Found() }
      let acceptance = acceptances.accept(
        subject.tasks[index], under: line.template?.name, of: line.acceptances)
      let position = table.add(
        refused, subject.tasks[index], line.place, template: line.template?.name,
        namespaces: line.namespaces.count, at: line.origin, isNow: now != nil || later == nil,
        endsWithPlanned: later == nil && now != nil, acceptance: acceptance,
        idsOf: refused.refuser == .constraint ? line.idsOf : nil)
      return Found(position: position, isAccepted: acceptance != nil)
    }
  }
}
