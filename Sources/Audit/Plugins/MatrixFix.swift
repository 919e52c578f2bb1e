import Deployments
import Diagnostics
import Flyte
import Operators
import PodAPI
import Values

/// A change of a setting, of Flyte's code or of an operator, that may let the pods of a plugin in.
struct MatrixChange {
  private let name: String
  private let change: OperatorChange?
  /// The changes of `plugins.k8s`.
  let settings: [(key: String, value: PlainValue?)]
  private let patches: [ModeledPatch]

  private init(
    _ name: String, _ change: OperatorChange? = nil,
    settings: [(key: String, value: PlainValue?)] = [], patches: [ModeledPatch] = []
  ) {
    self.name = name
    self.change = change
    self.settings = settings
    self.patches = patches
  }

  /// The changes of settings that are tried for a plugin.
  static func settings(for plugin: FlytePlugin) -> [MatrixChange] {
    let own: [MatrixChange] =
      switch plugin {
      case .ray: [.init("`submissionMode: HTTPMode`", .httpMode)]
      case .spark: [.init("`webhook.enable: true`", .webhook)]
      case .pytorch: [.init("`--pytorch-init-container-template-file`", .initTemplate)]
      case .apps: [.init("`secure-pod-defaults: enabled`", .securePodDefaults)]
      default: []
      }
    return own + [contexts]
  }

  private static var contexts: MatrixChange {
    MatrixChange(
      "`default-security-context` and `default-pod-security-context`",
      settings: [
        ("default-security-context", PlainValue(RestrictedFields.container)),
        ("default-pod-security-context", PlainValue(RestrictedFields.pod)),
      ])
  }

  /// The sets of patches that can be made for a plugin of a release, the smallest first.
  static func patches(for plugin: FlytePlugin, at release: Release) -> [MatrixChange] {
    let known = ModeledPatch.allCases.filter {
      $0.plugin == plugin && release.behaviors.needs($0)
    }
    return (1..<(1 << known.count)).sorted { ($0.nonzeroBitCount, $0) < ($1.nonzeroBitCount, $1) }
      .map { bits in
        let chosen = known.indices.filter { bits & (1 << $0) != 0 }.map { known[$0] }
        let names = chosen.map { "`\($0.rawValue)`" }
        return MatrixChange(
          (names.count == 1 ? "the patch " : "the patches ") + names.listed, patches: chosen)
      }
  }

  /// `plugins.ray`; nil: nothing of it is changed.
  var ray: PlainValue? {
    guard let entries = change?.ray, !entries.isEmpty else { return nil }
    return .mapping(entries.map { .init($0.key, PlainValue(OriginTree($0.value, origin: .tool))) })
  }

  /// The behavior of a release with the change.
  func behaviors(of release: Release) -> Behaviors {
    patches.reduce(release.behaviors) { $0.applying($1) }
  }

  /// The operator with the change.
  func applied(to runner: Operator) -> Operator { change?.applied(to: runner) ?? runner }

  /// The change, and the versions with which it cures what is refused; nil: none.
  func words(_ runners: [Operator], cells: [String], after: [String]) -> String? {
    let open = cells.indices.filter { cells[$0] != PluginMatrix.admitted }
    let cured = open.filter { after[$0] == PluginMatrix.admitted }
    guard let first = cured.first, let last = cured.last else { return nil }
    if cured == open { return name }
    let isRest = last == runners.count - 1 && cured == open.filter { $0 >= first }
    let versions = cured.map { "\(runners[$0].version)" }
    return "\(name) with \(runners[first].kind) "
      + (isRest ? "\(versions[0]) or later" : versions.joined(separator: ", "))
  }
}

/// The fix in a row of the tables: a setting, a patch, another version of the operator or of Flyte, or else a
/// policy.
struct MatrixFix {
  let task: StandardPluginTask
  let rows: [PluginMatrix.Row]
  let row: PluginMatrix.Row
  let runners: [Operator]

  private func isAdmitted(_ cell: String) -> Bool { cell == PluginMatrix.admitted }

  var words: String {
    guard !row.cells.allSatisfy(isAdmitted) else { return "–" }
    let ways = row.cures + [row.patch, version, release].compactMap { $0 }
    guard ways.isEmpty else { return ways.joined(separator: "; or ") }
    if let patched { return patched }
    return task.hasOwnPods
      ? "a complete securityContext in the task's own pods" : "an admission policy"
  }

  /// The first version from which on every pod is admitted; nil: the newest does not help.
  private func first(_ cells: [String]) -> Int? {
    let last = cells.lastIndex { !isAdmitted($0) } ?? -1
    return last + 1 < cells.count ? last + 1 : nil
  }

  private var version: String? {
    first(row.cells).map { "\(runners[$0].kind) \(runners[$0].version) or later" }
  }

  /// The first later release of the line that a patch is enough for.
  private var patched: String? {
    let later = rows.first {
      $0.first.line == row.first.line && $0.first > row.last && $0.patch != nil
    }
    guard let later, let patch = later.patch else { return nil }
    return "Flyte \(later.first.name) or later, and \(patch)"
  }

  /// The first later release of the line where the newest operator is enough, or a setting helps.
  private var release: String? {
    guard first(row.cells) == nil else { return nil }
    let later = rows.first {
      $0.first.line == row.first.line && $0.first > row.last
        && (first($0.cells) != nil || !$0.cures.isEmpty)
    }
    guard let later else { return nil }
    let words = "Flyte \(later.first.name) or later"
    guard let index = first(later.cells) else { return "\(words), and \(later.cures[0])" }
    return index == 0
      ? words : "\(words) with \(runners[index].kind) \(runners[index].version) or later"
  }
}
