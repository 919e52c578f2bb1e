import Config
import Deployments
public import Diagnostics
import Flyte
import Hardening
import Judges
import Judgment
import Model
import PodAPI
import Values

/// The SCCs that let the pods of the built-in profiles in, by release and by what the service account may
/// use: a part of docs/judges.md. Flyte runs with the PodTemplates and settings that this tool writes, without
/// patches.
public struct ConstraintMatrix {
  private static let profiles = ["builtin/openshift", "builtin/restricted"]
  /// Grants besides `restricted-v2`, which everybody may use.
  private static let grants: [[String]] = [
    [], ["nonroot-v2"], ["anyuid"], ["anyuid", "nonroot-v2"], ["privileged"],
  ]
  private static let ranges = NamespaceRanges(
    users: 1_000_660_000...1_000_669_999, groups: [], level: "s0:c26,c5")

  private let clusters: [Cluster]

  /// Makes one; nil after a fault.
  /// - Parameter builtins: the built-in profiles, one a file.
  public init?(builtins: [SourceFile], into diagnostics: inout DiagnosticList) {
    let config = Config(
      files: [SourceFile(path: "matrix.yaml", bytes: Array(Self.config.utf8))], into: &diagnostics)
    guard let model = config.model(builtins: builtins, into: &diagnostics) else { return nil }
    clusters = model.clusters
  }

  /// A cluster for each profile and release, the profiles one after the other.
  private static var config: String {
    let releases = Release.all.filter { !$0.isPrerelease }
    let clusters = profiles.indices.flatMap { index in
      releases.map { release in
        """
          p\(index)-\(release.name.replacing(".", with: "-")):
            flyte: { version: \(release.name) }
            assign: [{ profile: \(profiles[index]) }]

        """
      }
    }
    return """
      apiVersion: flyte-harden/v1
      clusterDefaults:
        kubernetes: { version: "1.33", platform: openshift }
        podTemplate: { fallback: false }
        patches: none
        namespaces: [{ name: tasks }]
      clusters:

      """ + clusters.joined()
  }

  /// Releases of one line with the same outcomes.
  private struct Row {
    let first: Release
    var last: Release
    let cells: [String]
  }

  /// The tables, in Markdown.
  public var tables: String {
    Self.profiles.indices.map { "### `\(Self.profiles[$0])`\n\n" + table(of: $0) }
      .joined(separator: "\n")
  }

  private func table(of profile: Int) -> String {
    var rows: [Row] = []
    let count = clusters.count / Self.profiles.count
    for cluster in clusters.dropFirst(profile * count).prefix(count) {
      let release = cluster.flyte.release
      let cells = Self.grants.map { Self.cell(cluster, $0) }
      if let last = rows.last, last.first.line == release.line, last.cells.hasSameBytes(as: cells) {
        rows[rows.count - 1].last = release
      } else {
        rows.append(Row(first: release, last: release, cells: cells))
      }
    }
    let head =
      ["Flyte"]
      + Self.grants.map { $0.isEmpty ? "no grant" : $0.map { "`\($0)`" }.joined(separator: ", ") }
    let lines = rows.map { row in
      let range =
        row.first == row.last ? row.first.name : "\(row.first.name) to \(row.last.name)"
      return "| \(([range] + row.cells).joined(separator: " | ")) |\n"
    }
    return "| \(head.joined(separator: " | ")) |\n"
      + "|\(String(repeating: " --- |", count: head.count))\n" + lines.joined()
  }

  /// The outcomes of the pods of a profile, each with the tasks that have it unless all do.
  private static func cell(_ cluster: Cluster, _ grant: [String]) -> String {
    var cluster = cluster
    cluster.giveRules { _, _ in
      var rules = NamespaceRules()
      rules.constraints = ConstraintSetup(usable: grant, ranges: ranges, origin: .tool)
      return rules
    }
    let set = cluster.namespaces[0].templateSet
    let hardening = Hardening(
      cluster: cluster, choice: .nothing, sources: cluster.flyte.release.behaviors)
    let pods = Judgment(deployment: hardening.deployment).pods(of: set)
    var outcomes: [(words: String, tasks: [String])] = []
    for pod in pods {
      let words = outcome(pod)
      guard let known = outcomes.firstIndex(where: { $0.words == words }) else {
        outcomes.append((words, [pod.task.name]))
        continue
      }
      outcomes[known].tasks.append(pod.task.name)
    }
    guard outcomes.count > 1 else { return outcomes.first?.words ?? "" }
    return outcomes.map { "\($0.words): \($0.tasks.joined(separator: ", "))" }
      .joined(separator: "; ")
  }

  private static func outcome(_ pod: JudgedPod) -> String {
    let annotations = pod.pod?.metadata[.annotations]?.map
    guard let name = annotations?[ConstraintAdmission.chosenAnnotation]?.string else {
      return "refused"
    }
    return pod.isAdmitted ? "`\(name)`" : "`\(name)`, then refused by Pod Security"
  }
}
