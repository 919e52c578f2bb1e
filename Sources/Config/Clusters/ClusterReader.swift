import Diagnostics
import Flyte
import Model
import PodAPI
import Values

/// Makes a cluster of what is written about it.
struct ClusterReader {
  let section: ConfigSections.ClusterSection
  let body: OriginTree
  /// The lines of its `assign`.
  let lines: [AssignEntry]
  let defaultsFolder: String
  /// The folder that the paths of `tasks` are relative to.
  let tasksFolder: String
  /// The folders that the paths of limits and quotas are relative to.
  let rulesFolders: RulesReader.Folders
  /// The folder that the paths of `values` are relative to.
  let valuesFolder: String

  var place: Span? { section.name.origin.span }

  mutating func read(
    _ table: inout ProfileTable, _ fields: inout FieldFindings, _ room: inout ClusterRoom,
    into diagnostics: inout DiagnosticList
  ) -> Cluster? {
    let before = diagnostics.errorCount
    let flyte = installation(into: &diagnostics)
    let kubernetes = kubernetes(into: &diagnostics)
    guard let flyte, let kubernetes else { return nil }
    let template = podTemplate
    let chart = chart(flyte, into: &diagnostics)
    let copilot = CopilotReader(
      body: body, own: section.body, release: flyte.release
    ).read(into: &diagnostics)
    let tasks = TaskReader(release: flyte.release, folder: tasksFolder).read(
      body["tasks"], into: &diagnostics)
    let fallback = fallback(flyte, into: &diagnostics)
    let rules = RulesReader(folders: rulesFolders, kubernetes: kubernetes)
    let common = rules.read(body, isEntry: false, into: &diagnostics)
    let entries = NamespaceReader(body: body, flyte: flyte, place: place, rules: rules).read(
      &room, into: &diagnostics)
    guard let entries else { return nil }
    let assign = body["assign"]
    var assignment = Assignment(
      lines: lines,
      isComplete: assign.map { !$0.isBroken } ?? !body.isBroken,
      defaultTemplate: template.name.value, place: place)
    let assigned = assignment.assign(entries, fallback: fallback, &table, into: &diagnostics)
    guard room.takesTemplates(assigned, at: assign?.origin.span ?? place, into: &diagnostics) else {
      return nil
    }
    let profiles = fields.checked(
      assigned.profiles, flyte: flyte, kubernetes: kubernetes, cluster: section.name,
      into: &diagnostics)
    let accept = AcceptReader.lines(body["accept"], into: &diagnostics)
    let plugins = PluginReader().read(body["plugins"], into: &diagnostics)
    let policies = policies(kubernetes, into: &diagnostics)
    let values = valuesFiles(chart, flyte, into: &diagnostics)
    guard diagnostics.errorCount == before else { return nil }
    return Cluster(
      name: section.name, flyte: flyte, kubernetes: kubernetes, chart: chart,
      chartSource: chartSource, valuesFiles: values, patches: patches, policies: policies,
      podTemplate: template, copilot: copilot, tasks: tasks, profiles: profiles,
      templateSets: assigned.templateSets, namespaces: assigned.namespaces,
      fallback: assigned.fallback, assign: assignment.lines.map(\.line), accept: accept,
      plugins: plugins, rules: common)
  }

  private var isFallback: Bool {
    if case .bool(let flag)? = body[path: ["podTemplate", "fallback"]]?.content { return flag }
    return true
  }

  /// Flyte's own namespace, where it gets templates as well.
  private func fallback(
    _ flyte: FlyteInstallation, into diagnostics: inout DiagnosticList
  ) -> Located<String>? {
    guard isFallback else { return nil }
    if flyte.namespace.value == NamespaceReader.reserved {
      diagnostics.error(
        .wrongNamespace,
        "Flyte's own namespace cannot be named '\(NamespaceReader.reserved)': kustomize uses that file name",
        at: flyte.namespace.origin.span,
        hint: "rename it, or write 'podTemplate: { fallback: false }'")
    }
    return flyte.namespace
  }

  private var podTemplate: PodTemplateChoice {
    let tree = body["podTemplate"] ?? .empty
    return PodTemplateChoice(
      name: located(tree["name"]) ?? Located("flyte-default", origin: .tool),
      labels: tree["labels"] ?? .empty, annotations: tree["annotations"] ?? .empty)
  }

  private func chart(
    _ flyte: FlyteInstallation, into diagnostics: inout DiagnosticList
  ) -> Located<String>? {
    guard let tree = body["chart"], let chart = located(tree) ?? located(tree["name"]) else {
      return nil
    }
    if flyte.release.charts.contains(chart.value) { return chart }
    if !flyte.release.charts.isEmpty {
      diagnostics.error(
        .noChart, "\(flyte.release.name) has no chart '\(chart.value)'", at: chart.origin.span,
        hint: "its charts are: \(flyte.release.charts.joined(separator: ", "))",
        fix: flyte.release.charts.count == 1
          ? Fix(
            replacing: chart.value, at: chart.origin.span, by: flyte.release.charts[0], .likely)
          : nil)
    }
    return nil
  }

  private var chartSource: ChartSource {
    body[path: ["chart", "from"]]?.string.flatMap(ChartSource.init) ?? .published
  }

  /// The user's own values files; a chart decides where the settings are in them.
  private func valuesFiles(
    _ chart: Located<String>?, _ flyte: FlyteInstallation, into diagnostics: inout DiagnosticList
  ) -> [FlyteInstallation.Place] {
    guard let tree = body["values"], !tree.items.isEmpty else { return [] }
    guard tree.items.count <= ConfigLimits.valuesFiles else {
      diagnostics.error(
        .configTooLarge, "the cluster has more than \(ConfigLimits.valuesFiles) values files",
        at: tree.origin.span, hint: "merge some of them")
      return []
    }
    if chart == nil, body["chart"]?.isBroken != true, let example = flyte.release.charts.last {
      diagnostics.error(
        .missingKey, "'values' needs a 'chart': it decides where Flyte's settings are in the files",
        at: tree.origin.span, hint: "add 'chart: \(example)', or the chart that is installed")
    }
    return tree.items.compactMap { item in
      located(item).map {
        .init(path: SourcePath.resolve($0.value, from: valuesFolder), written: $0)
      }
    }
  }

  private var patches: PatchRequest {
    guard let tree = body["patches"] else {
      return .automatic(section.name.origin)
    }
    switch tree.string {
    case "none": return .none(tree.origin)
    case "auto": return .automatic(tree.origin)
    default: return .list(ProfileTable.names(tree))
    }
  }

  func located(_ tree: OriginTree?) -> Located<String>? {
    tree.flatMap { node in node.string.map { Located($0, origin: node.origin) } }
  }

  /// Reports a key, unless what holds it has been reported as wrong.
  func missing(
    _ path: [String], _ example: String, into diagnostics: inout DiagnosticList
  ) {
    let isReported = (0...path.count).contains {
      body[path: Array(path.prefix($0))]?.isBroken == true
    }
    guard !isReported else { return }
    diagnostics.error(
      .missingKey,
      "'\(path.joined(separator: "."))' is missing in the cluster '\(section.name.value)'",
      at: place, hint: "add '\(example)'")
  }
}
