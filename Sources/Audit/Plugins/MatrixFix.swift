import Flyte
import Operators
import PodAPI
import Values

/// A change of a setting, of Flyte or of an operator, that may let the pods of a plugin in.
struct MatrixChange {
  private let name: String
  /// `plugins.ray`; nil: nothing of it is changed.
  let ray: PlainValue?
  /// What is changed in `plugins.k8s`.
  let settings: [(key: String, value: PlainValue?)]
  private let edit: @Sendable (inout Operator.Settings) -> Void

  private init(
    _ name: String, ray: PlainValue? = nil, settings: [(key: String, value: PlainValue?)] = [],
    _ edit: @escaping @Sendable (inout Operator.Settings) -> Void = { _ in }
  ) {
    self.name = name
    self.ray = ray
    self.settings = settings
    self.edit = edit
  }

  /// The changes that are tried for a plugin.
  static func all(for plugin: FlytePlugin) -> [MatrixChange] { own(of: plugin) + [contexts] }

  private static var contexts: MatrixChange {
    MatrixChange(
      "`default-security-context` and `default-pod-security-context`",
      settings: [
        ("default-security-context", PlainValue(RestrictedFields.container)),
        ("default-pod-security-context", PlainValue(RestrictedFields.pod)),
      ])
  }

  private static func own(of plugin: FlytePlugin) -> [MatrixChange] {
    switch plugin {
    case .ray:
      [
        MatrixChange(
          "`submissionMode: HTTPMode`", ray: .fields([("submissionMode", .string("HTTPMode"))]))
      ]
    case .spark: [MatrixChange("`webhook.enable: true`") { $0.webhook = true }]
    case .pytorch:
      [
        MatrixChange("`--pytorch-init-container-template-file`") {
          $0.initContext = PodDecoder.newest.decode(
            PlainValue(RestrictedFields.container), as: "SecurityContext")
        }
      ]
    case .apps: [MatrixChange("`secure-pod-defaults: enabled`") { $0.secureDefaults = .enabled }]
    default: []
    }
  }

  /// The operator with the change.
  func applied(to runner: Operator) -> Operator {
    var settings = runner.settings
    edit(&settings)
    return runner.with(settings)
  }

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

/// The fix in a row of the tables: a setting, another version of the operator or of Flyte, or else a policy.
struct MatrixFix {
  let task: StandardPluginTask
  let rows: [PluginMatrix.Row]
  let row: PluginMatrix.Row
  let runners: [Operator]

  private func isAdmitted(_ cell: String) -> Bool { cell == PluginMatrix.admitted }

  var words: String {
    guard !row.cells.allSatisfy(isAdmitted) else { return "–" }
    let ways = row.cures + [version, release].compactMap { $0 }
    guard ways.isEmpty else { return ways.joined(separator: "; or ") }
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
