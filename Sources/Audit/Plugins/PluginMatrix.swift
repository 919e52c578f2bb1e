import Flyte
import Operators
import PodAPI
import PodSecurity
import Values

/// The verdicts of `restricted` on the pods of each plugin, by release and by version of the operator,
/// under a PodTemplate that sets everything that the level asks: a part of docs/plugins.md.
public enum PluginMatrix {
  /// The cell where every pod is admitted.
  static let admitted = "✓"

  /// The tables, in Markdown.
  public static var tables: String {
    StandardPluginTask.allCases.map(table).joined(separator: "\n")
  }

  /// Releases of one line of which the same becomes with every version, and which the same settings cure.
  struct Row {
    let first: Release
    var last: Release
    let cells: [String]
    let cures: [String]

    /// Returns whether a row says the same.
    func isSame(as other: Row) -> Bool {
      first == other.first && last == other.last && cells.hasSameBytes(as: other.cells)
        && cures.hasSameBytes(as: other.cures)
    }
  }

  private static func table(of task: StandardPluginTask) -> String {
    let runners = Operator.measured(of: task.plugin).compactMap {
      Operator(of: task.plugin, version: $0)
    }
    guard let any = runners.first else { return "" }
    let title = "### `\(task.rawValue)` with \(any.kind)\n\n"
    let rows = rows(of: task, runners)
    if task.hasOwnPods, let plain = StandardPluginTask.of(task.plugin).first {
      let same = self.rows(of: plain, runners)
      if rows.count == same.count, zip(rows, same).allSatisfy({ $0.isSame(as: $1) }) {
        return title + "As `\(plain.rawValue)`.\n"
      }
    }
    let head = ["Flyte"] + runners.map { "\($0.version)" } + ["fix"]
    let lines = rows.indices.map { index in
      let row = rows[index]
      let range =
        row.first == row.last ? row.first.name : "\(row.first.name) to \(row.last.name)"
      let fix = MatrixFix(task: task, rows: rows, row: row, runners: runners).words
      return "| \(([range] + row.cells + [fix]).joined(separator: " | ")) |\n"
    }
    return title + "| \(head.joined(separator: " | ")) |\n"
      + "|\(String(repeating: " --- |", count: head.count))\n" + lines.joined()
  }

  private static func rows(of task: StandardPluginTask, _ runners: [Operator]) -> [Row] {
    var rows: [Row] = []
    // Of what Flyte sends in the same words the same becomes.
    var known: [(sent: PlainValue?, cells: [String], cures: [String])] = []
    for release in Release.all where !release.isPrerelease && release.has(task.plugin) {
      let changes = MatrixChange.all(for: task.plugin)
      let sent = Sent(task, release, nil)
      let changed = changes.map { Sent(task, release, $0) }
      let both = PlainValue.list(([sent] + changed).map(\.value))
      let found: (sent: PlainValue?, cells: [String], cures: [String])
      if let same = known.first(where: { $0.sent == both }) {
        found = same
      } else {
        let cells = runners.map { cell($0, sent) }
        let cures = zip(changes, changed).compactMap { change, sent in
          change.words(
            runners, cells: cells, after: runners.map { cell(change.applied(to: $0), sent) })
        }
        found = (both, cells, cures)
        known.append(found)
      }
      if let last = rows.last, last.first.line == release.line,
        last.cells.hasSameBytes(as: found.cells), last.cures.hasSameBytes(as: found.cures)
      {
        rows[rows.count - 1].last = release
      } else {
        rows.append(Row(first: release, last: release, cells: found.cells, cures: found.cures))
      }
    }
    return rows
  }

  /// What Flyte sends, to an operator without pod templates and to one with them.
  private struct Sent {
    let plain: PlainValue?
    let withTemplates: PlainValue?

    init(_ task: StandardPluginTask, _ release: Release, _ change: MatrixChange?) {
      plain = PluginMatrix.resource(task, release, takesTemplates: false, change)
      withTemplates =
        task.plugin == .spark
        ? PluginMatrix.resource(task, release, takesTemplates: true, change) : plain
    }

    var value: PlainValue { .list([plain ?? .null, withTemplates ?? .null]) }
  }

  private static func resource(
    _ task: StandardPluginTask, _ release: Release, takesTemplates: Bool, _ change: MatrixChange?
  ) -> PlainValue? {
    let model = FlyteModel(
      behaviors: release.behaviors,
      settings: PluginSettings(
        reading: .fields(
          [("default-pod-template-name", .string(template.name))] + (change?.settings ?? []))))
    let store = TemplateStore(
      [template], defaultNamespace: template.namespace, behaviors: release.behaviors)
    var settings = OperatorSettings(ray: change?.ray, spark: nil, apps: nil)
    settings.spark.crdHasTemplate = takesTemplates
    let made = model.resource(
      for: task.task(), plugins: release.plugins, operators: settings, in: template.namespace,
      store: store)
    guard case .success(let resource)? = made else { return nil }
    return resource.value
  }

  private static func cell(_ runner: Operator, _ sent: Sent) -> String {
    guard let sent = runner.takesTemplates ? sent.withTemplates : sent.plain else {
      return "no resource"
    }
    switch runner.outcome(of: sent) {
    case .refused(let refusal): return refusal.isByDefinition ? "not served" : "denied"
    case .pods(let pods):
      let refused = pods.filter { pod in
        !PodSecurity.evaluate(
          spec: pod.spec, annotations: pod.metadata[.annotations]?.map, level: .restricted,
          version: .latest, server: PodSchema.minorVersions.upperBound
        ).isAllowed
      }
      let names = refused.map { pod in
        if case .worker = pod.role { "worker" } else { pod.role.name }
      }
      return names.isEmpty ? admitted : "✗ \(names.joined(separator: ", "))"
    }
  }

  private static let template: StoredTemplate = {
    let container = RestrictedFields.container
    func entry(_ name: String) -> PlainValue {
      .fields([
        ("name", .string(name)), ("image", .string("template.invalid/image:v1")),
        ("securityContext", PlainValue(container)),
      ])
    }
    return StoredTemplate(
      name: "flyte-default", namespace: "tasks", metadata: PodObject(),
      spec: PodDecoder.newest.decode(
        .fields([
          ("securityContext", PlainValue(RestrictedFields.pod)),
          ("containers", .list([entry("default")])),
          ("initContainers", .list([entry("default-init")])),
        ]), as: "PodSpec"))
  }()
}
