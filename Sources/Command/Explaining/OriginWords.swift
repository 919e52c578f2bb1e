import Deployments
import Diagnostics
import Judgment
import Pipeline
import PodAPI
import Values
import YAMLTree

/// The origins of values, in words.
struct OriginWords {
  let deployment: Deployment

  /// The origins of a field's value, in a line.
  /// - Parameter others: the other fields of the pod.
  func makers(of field: FieldOrigin, beside others: [FieldOrigin] = []) -> String {
    guard field.value != nil else {
      let nothing = field.lost.isEmpty ? "nothing sets it" : "no value takes effect"
      guard let pods = Self.value(ofPodFor: field.path, among: others) else { return nothing }
      return nothing + ": the pod's own value applies, \(Self.value(pods))"
    }
    return field.makers.map(saying).joined(separator: ", ")
  }

  /// The makers of a value, a line each, with what of a list each of them gave and what brought it in.
  /// - Parameters:
  ///   - layers: what profiles say of the field.
  ///   - others: the other fields of the pod.
  func from(
    _ field: FieldOrigin, layers: [ProfileSaying] = [], beside others: [FieldOrigin] = []
  ) -> [String] {
    guard field.value != nil else { return [makers(of: field, beside: others)] }
    return field.makers.flatMap { maker -> [String] in
      var line = saying(maker)
      if case .list = maker.value, field.makers.count > 1 { line += ": \(Self.value(maker.value))" }
      let profile = layers.first { $0.value.origin.span == maker.origin?.span }
      if let profile, maker.origin?.span != nil {
        line += ", set in '\(profile.section)' of the profile '\(profile.profile)'"
      }
      return [line] + (maker.origin?.via ?? []).map { "brought in by \($0.description)" }
    }
  }

  /// Lines under a name, which stands before the first.
  static func lines(_ name: TerminalText, _ lines: [String]) -> TerminalText {
    lines.enumerated().map { index, line in
      "  " + (index == 0 ? name : "").padded(to: 10) + "\(line)\n"
    }.joined()
  }

  /// Fields that a pod has for those of its containers that do not set them.
  private static let shared: TextSet = [
    "runAsUser", "runAsGroup", "runAsNonRoot", "seccompProfile", "seLinuxOptions",
    "appArmorProfile", "windowsOptions",
  ]

  /// The pod's own value, which applies where a container has none.
  private static func value(
    ofPodFor path: PodField, among others: [FieldOrigin]
  ) -> PodValue? {
    guard path.part.container != nil, path.steps.first?.text == "securityContext",
      let field = path.steps.dropFirst().first?.text, shared.contains(field)
    else { return nil }
    return others.first { $0.path == PodField(.spec, path.steps) }?.value
  }

  /// The source of a value, and its place.
  func saying(_ saying: FieldOrigin.Saying) -> String {
    who(saying.source) + (place(saying.origin).map { " (\($0))" } ?? "")
  }

  /// The source of a value.
  func who(_ source: FieldOrigin.Source) -> String {
    switch source {
    case .task: "the task"
    case .setting(let key): "the setting '\(key.text)'"
    case .chart(let key): "the chart's own setting '\(key.text)'"
    case .podTemplate: "the PodTemplate"
    case .entry(let name): "'\(name.text)' of the PodTemplate"
    case .templateDefault(let entry):
      "the API server's default for \(entry.map { "'\($0.text)' of the PodTemplate" } ?? "the PodTemplate")"
    case .flyte: "Flyte \(deployment.version)"
    case .copilot: "Flyte \(deployment.version), for co-pilot"
    case .plugin: "Flyte's plugin"
    case .byOperator(let name): name.text
    case .webhook: "Flyte's secret webhook"
    case .policy(let name): "the admission policy '\(name.text)'"
    case .limitRange(let name): "the LimitRange '\(name.text)'"
    case .constraint(let name): "the SCC '\(name.text)'"
    case .apiServer: "the API server's default"
    }
  }

  /// A place in a file.
  func place(_ origin: Origin?) -> String? { origin?.span?.description }

  /// A value on one line.
  static func value(_ value: PodValue?) -> String {
    value.map { YAMLWriter.flow($0.plain) } ?? "not set"
  }
}
