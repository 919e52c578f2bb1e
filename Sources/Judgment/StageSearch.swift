import Flyte
import Operators
import PodAPI
import PodSecurity
import Values

/// Finds the stage at which a plugin's pod got, or lost, what it is refused for: Flyte's merge with the
/// PodTemplate, the plugin, or the operator.
struct StageSearch {
  let run: PluginRun
  let role: PodRole
  /// The pod that is refused.
  let made: BuiltPod
  let runner: Operator?
  let verdict: (BuiltPod) -> Verdict
  /// The search in the pod of a container task.
  let plainDecisions: (BuiltPod) -> DecisionSearch

  private var runnerName: ByteText {
    let loss = role == .submitter ? run.loss : nil
    return ByteText(loss ?? runner?.name ?? "")
  }

  /// The decisions for each offender.
  func decisions(on found: Verdict) -> [JudgedPod.Decision] {
    found.findings.flatMap { finding in
      finding.offenders.flatMap { decisions(on: $0, finding.check) }
    }
  }

  private func decisions(on offender: Offender, _ check: String) -> [JudgedPod.Decision] {
    func decided(_ source: JudgedPod.Decision.Source) -> [JudgedPod.Decision] {
      [
        JudgedPod.Decision(
          container: offender.container, field: offender.field, source: source, origin: nil)
      ]
    }
    guard let plain = run.plain else { return decided(.nobody) }
    let sent = run.sent.first { $0.role == role }
    let template = sent.map {
      BuiltPod(metadata: $0.metadata, spec: $0.spec, primaryContainer: Self.first($0.spec))
    }
    guard let template else { return decided(.byOperator(runnerName)) }
    if let name = offender.container, name != made.primaryContainer, !Self.has(name, template.spec)
    {
      return decided(.byOperator(runnerName))
    }
    if same(offender, in: template, check) == nil { return decided(.lostByOperator(runnerName)) }
    if let name = offender.container, name != template.primaryContainer,
      !Self.has(name, plain.spec)
    {
      return decided(.byPlugin)
    }
    guard let same = same(offender, in: plain, check) else { return decided(.lostByPlugin) }
    return plainDecisions(plain).decisions(on: same).map {
      JudgedPod.Decision(
        container: offender.container, field: $0.field, source: $0.source, origin: $0.origin)
    }
  }

  private static func first(_ spec: PodObject) -> String {
    spec[.containers]?.items.first?.object?[.name]?.string ?? ""
  }

  private static func has(_ name: String, _ spec: PodObject) -> Bool {
    [FieldName.containers, .initContainers].contains { list in
      (spec[list]?.items ?? []).contains { $0.object?[.name]?.string == name }
    }
  }

  /// The offender of a stage before that is so for the same field of the same container; nil if there
  /// is none.
  private func same(_ offender: Offender, in pod: BuiltPod, _ check: String) -> Offender? {
    let name = offender.container.map {
      $0 == made.primaryContainer ? pod.primaryContainer : $0
    }
    return verdict(pod).findings.first { $0.check == check }?.offenders.first {
      $0.container.hasSameBytes(as: name) && $0.field == offender.field
    }
  }
}
