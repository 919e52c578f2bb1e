import Config
import Diagnostics
import Model

/// A config of one cluster, put together from what a test is about.
struct Sample {
  /// Lines at the top, `clusterDefaults: …`.
  var top = ""
  /// The keys of the profile `s`, in flow style.
  var profile = "extends: builtin/restricted"
  /// Further profiles, a line each.
  var profiles: [String] = []
  /// The contents of `flyte`.
  var flyte = "version: v1.16.8"
  /// The contents of `kubernetes`.
  var kubernetes = "version: \"1.31\""
  /// The namespaces.
  var namespaces = "namespaces: [{ projects: [a], domains: [dev] }]"
  /// The lines that assign.
  var assign = "assign: [{ profile: s }]"
  /// Further keys of the cluster, a line each.
  var cluster: [String] = []

  var text: String {
    """
    apiVersion: flyte-harden/v1
    \(top)
    profiles:
      s: { \(profile) }
    \(profiles.map { "  " + $0 }.joined(separator: "\n"))
    clusters:
      p:
        flyte: { \(flyte) }
        kubernetes: { \(kubernetes) }
        \(namespaces)
        \(assign)
    \(cluster.map { "    " + $0 }.joined(separator: "\n"))

    """
  }

  /// The model, and what was found.
  func checked() -> (model: Model?, list: DiagnosticList) { Self.check(text) }

  /// The faults, each as `domain/name line: message`.
  var faults: [String] { Self.faults(checked().list) }

  static func faults(_ list: DiagnosticList) -> [String] {
    list.sorted.map { "\($0.id.name) \($0.span?.line ?? 0): \($0.message)" }
  }

  static func check(_ texts: String...) -> (model: Model?, list: DiagnosticList) {
    var list = DiagnosticList()
    let files = texts.enumerated().map { SourceFile(path: "\($0).yaml", text: $1) }
    let model = Config(files: files, into: &list).model(builtins: builtins, into: &list)
    return (model, list)
  }

  private static let builtins = [
    SourceFile(
      path: "restricted.yaml",
      text: """
        podSecurity: { level: restricted }
        pod:
          securityContext: { runAsNonRoot: true, runAsUser: 1000, seccompProfile: { type: RuntimeDefault } }
        containers:
          securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: [ALL] } }
        """),
    SourceFile(path: "baseline.yaml", text: "podSecurity: { level: baseline }"),
  ]
}
