import Flyte
import Judges
import PodAPI
import PodSecurity

extension ConstraintRefusal {
  /// What the SCCs do not let in, in the shape in which Pod Security says so. A value that a container
  /// has of its pod is the pod's.
  func findings(in pod: BuiltPod) -> Verdict {
    guard case .attempts(let attempts, _) = reason else { return Verdict(findings: []) }
    return Verdict(
      findings: attempts.map { attempt in
        CheckFinding(
          check: attempt.constraint.text, reason: "", detail: "",
          offenders: attempt.faults.map { offender($0, in: pod) })
      })
  }

  private func offender(_ fault: ConstraintFault, in pod: BuiltPod) -> Offender {
    let offender = Offender(container: fault.container?.text, field: fault.field.text)
    guard let name = fault.container?.text else { return offender }
    let containers = [FieldName.containers, .initContainers].flatMap {
      (pod.spec[$0]?.items ?? []).compactMap(\.object)
    }
    let own = containers.first { $0[.name]?.string == name }
    let has = own.map { DecisionSearch.value($0, offender.path) != nil } ?? true
    return has || DecisionSearch.value(pod.spec, offender.path) == nil
      ? offender : Offender(container: nil, field: fault.field.text)
  }
}
