import Flyte
import Operators
import PodAPI
import PodSecurity
import Values

/// The verdicts of `restricted` on the pods of each plugin, by release and by version of the operator,
/// under a PodTemplate that sets everything that the level asks: a part of docs/plugins.md.
public enum PluginMatrix {
  /// The tables, in Markdown.
  public static var tables: String {
    StandardPluginTask.allCases.map(table).joined(separator: "\n")
  }

  /// Releases of one line of which the same becomes with every version.
  private struct Row {
    let first: Release
    var last: Release
    let cells: [String]
  }

  private static func table(of task: StandardPluginTask) -> String {
    guard let any = OperatorVersion("1.0.0").flatMap({ Operator(of: task.plugin, version: $0) })
    else { return "" }
    let runners = any.measured.compactMap { Operator(of: task.plugin, version: $0) }
    var rows: [Row] = []
    // Of what Flyte sends in the same words the same becomes.
    var known: [(sent: PlainValue?, cells: [String])] = []
    for release in Release.all
    where !release.isPrerelease && PluginFact.hasPlugin(task.plugin, at: release) {
      let sent = resource(task, release, takesTemplates: false)
      let withTemplates =
        task.plugin == .spark ? resource(task, release, takesTemplates: true) : sent
      let both = PlainValue.list([sent ?? .null, withTemplates ?? .null])
      let cells =
        known.first { $0.sent == both }?.cells
        ?? runners.map { cell($0, $0.takesTemplates ? withTemplates : sent) }
      known.append((both, cells))
      if let last = rows.last, last.first.line == release.line, last.cells.hasSameBytes(as: cells) {
        rows[rows.count - 1].last = release
      } else {
        rows.append(Row(first: release, last: release, cells: cells))
      }
    }
    let head = ["Flyte"] + runners.map { "\($0.version)" }
    let lines = rows.map { row in
      let range =
        row.first == row.last ? row.first.name : "\(row.first.name) to \(row.last.name)"
      return "| \(([range] + row.cells).joined(separator: " | ")) |\n"
    }
    return "### `\(task.rawValue)` with \(any.kind)\n\n| \(head.joined(separator: " | ")) |\n"
      + "|\(String(repeating: " --- |", count: head.count))\n" + lines.joined()
  }

  private static func resource(
    _ task: StandardPluginTask, _ release: Release, takesTemplates: Bool
  ) -> PlainValue? {
    let model = FlyteModel(
      behaviors: release.behaviors,
      settings: PluginSettings(
        reading: .fields([("default-pod-template-name", .string(template.name))])))
    let store = TemplateStore(
      [template], defaultNamespace: template.namespace, behaviors: release.behaviors)
    var settings = OperatorSettings()
    settings.spark.crdHasTemplate = takesTemplates
    let made = model.resource(
      for: task.task(), plugins: release.plugins, operators: settings, in: template.namespace,
      store: store)
    guard case .success(let resource)? = made else { return nil }
    return resource.value
  }

  private static func cell(_ runner: Operator, _ sent: PlainValue?) -> String {
    guard let sent else { return "no resource" }
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
      return names.isEmpty ? "✓" : "✗ \(names.joined(separator: ", "))"
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
      spec: PodDecoder(minor: PodSchema.minorVersions.upperBound).decode(
        .fields([
          ("securityContext", PlainValue(RestrictedFields.pod)),
          ("containers", .list([entry("default")])),
          ("initContainers", .list([entry("default-init")])),
        ]), as: "PodSpec"))
  }()
}
