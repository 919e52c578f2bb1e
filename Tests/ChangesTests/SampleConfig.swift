import Changes
import Diagnostics
import Foundation
import Pipeline
import TestSupport

/// A small config with places to change, and the side of a comparison that it makes.
struct SampleConfig {
  /// The order in which fields are written.
  enum Order { case written, reversed }

  /// Fields of the profile's pod.
  var podFields: [String] = []
  /// Fields of the pod's security context.
  var podContextFields: [String] = []
  /// Fields of the containers.
  var containerFields: [String] = []
  /// Fields of the containers' security context.
  var contextFields: [String] = []
  var order = Order.written
  /// Sections of the profile beside these.
  var profile = ""
  /// The claim.
  var claim = "level: privileged"
  /// Other profiles.
  var profiles = ""
  var version = "v1.16.8"
  var kubernetes = "1.34"
  /// Keys of the cluster.
  var cluster = "patches: none"
  /// Other keys of the cluster, a line each, whose order does not count.
  var clusterKeys: [String] = []
  /// Settings of the user's own values.
  var settings: [String] = []
  var flyte = ""
  var namespaces = "[{ name: one }, { name: two }]"
  var assign = "[{ profile: sample }]"

  var pod: String {
    get { podFields.joined(separator: ", ") }
    set { podFields = newValue.isEmpty ? [] : [newValue] }
  }
  var podContext: String {
    get { podContextFields.joined(separator: ", ") }
    set { podContextFields = newValue.isEmpty ? [] : [newValue] }
  }
  var containers: String {
    get { containerFields.joined(separator: ", ") }
    set { containerFields = newValue.isEmpty ? [] : [newValue] }
  }
  var context: String {
    get { contextFields.joined(separator: ", ") }
    set { contextFields = newValue.isEmpty ? [] : [newValue] }
  }

  private func flow(_ fields: [String]) -> String {
    let ordered = order == .written ? fields : fields.reversed()
    return "{ " + ordered.joined(separator: ", ") + " }"
  }

  var text: String {
    let podContext = flow(["runAsNonRoot: true"] + podContextFields)
    let context = flow(["allowPrivilegeEscalation: false"] + contextFields)
    let pod = flow(["enableServiceLinks: false", "securityContext: \(podContext)"] + podFields)
    let containers = flow(["securityContext: \(context)"] + containerFields)
    return """
      apiVersion: flyte-harden/v1
      profiles:
        sample:
          podSecurity: { \(claim) }
          pod: \(pod)
          containers: \(containers)
          \(profile)
        \(profiles)
      clusters:
        production:
          flyte: { version: \(version)\(flyte) }
          kubernetes: { version: "\(kubernetes)" }
          chart: flyte-binary
          podTemplate: { fallback: false }
          \(cluster)
          \((order == .written ? clusterKeys : clusterKeys.reversed()).joined(separator: "\n    "))
          namespaces: \(namespaces)
          assign: \(assign)

      """
  }

  /// The side of a comparison; what is wrong with the config is thrown.
  func side() throws -> ComparedSide {
    let values = "configuration: { inline: { plugins: { k8s: \(flow(settings)) } } }"
    return try Self.side(
      of: settings.isEmpty ? text : text + "    values: [values.yaml]\n", values: values)
  }

  struct Refused: Error, CustomStringConvertible { let description: String }

  /// The side that a config makes.
  static func side(of text: String, values: String = "{}") throws -> ComparedSide {
    let scratch = try TemporaryFolder()
    _ = try scratch.write(values, to: "values.yaml")
    let file = try scratch.write(text, to: "config.yaml")
    var options = RunOptions()
    options.config = file.path
    var diagnostics = DiagnosticList()
    let plan = Walk(options: options).plan(into: &diagnostics)
    let side = plan?.side(in: "generated", into: &diagnostics)
    guard let side, !diagnostics.hasErrors else {
      throw Refused(
        description: DiagnosticText.render(diagnostics, color: false).text + "\n" + text)
    }
    return side
  }
}

extension ChangeReport {
  /// The meanings that its changes have, neutral ones aside.
  var meanings: Set<Meaning> { Set(changes.map(\.meaning)).subtracting([.neutral]) }

  /// The report in words, for a test that fails.
  var words: String {
    changes.map { change in
      "\(change.meaning) \(change.path) \(String(describing: change.before)) → \(String(describing: change.after)) (\(change.effect), stated \(change.stated))"
    }.joined(separator: "\n")
  }
}
