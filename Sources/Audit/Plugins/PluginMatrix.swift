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

  /// Successive releases of one line with the same verdicts and the same cures.
  struct Row {
    let first: Release
    var last: Release
    let cells: [String]
    /// The settings that cure something.
    let cures: [String]
    /// The fewest patches that do; nil: none.
    let patch: String?

    /// Returns whether a row says the same.
    func isSame(as other: Row) -> Bool {
      first == other.first && last == other.last && cells.hasSameBytes(as: other.cells)
        && cures.hasSameBytes(as: other.cures) && patch == other.patch
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
    // Equal resources have equal verdicts.
    var known: [(sent: PlainValue?, cells: [String], cures: [String], patch: String?)] = []
    for release in Release.all where !release.isPrerelease && release.has(task.plugin) {
      let settings = MatrixChange.settings(for: task.plugin)
      let changes = settings + MatrixChange.patches(for: task.plugin, at: release)
      let sent = Sent(task, release, nil)
      let changed = changes.map { Sent(task, release, $0) }
      let both = PlainValue.list(([sent] + changed).map(\.value))
      let found: (sent: PlainValue?, cells: [String], cures: [String], patch: String?)
      if let same = known.first(where: { $0.sent == both }) {
        found = same
      } else {
        let cells = runners.map { cell($0, sent) }
        func cure(_ index: Int) -> String? {
          changes[index].words(
            runners, cells: cells,
            after: runners.map { cell(changes[index].applied(to: $0), changed[index]) })
        }
        let patch = changes.indices.dropFirst(settings.count).lazy.compactMap(cure).first
        found = (both, cells, settings.indices.compactMap(cure), patch)
        known.append(found)
      }
      if let last = rows.last, last.first.line == release.line,
        last.cells.hasSameBytes(as: found.cells), last.cures.hasSameBytes(as: found.cures),
        last.patch == found.patch
      {
        rows[rows.count - 1].last = release
      } else {
        rows.append(
          Row(
            first: release, last: release, cells: found.cells, cures: found.cures,
            patch: found.patch))
      }
    }
    return rows
  }

  /// The resource that Flyte sends, to an operator without pod templates and to one with them.
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
    let behaviors = change?.behaviors(of: release) ?? release.behaviors
    let model = FlyteModel(
      behaviors: behaviors,
      settings: PluginSettings(
        reading: .fields(
          [("default-pod-template-name", .string(template.name))] + (change?.settings ?? []))))
    let store = TemplateStore(
      [template], defaultNamespace: template.namespace, behaviors: behaviors)
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
