import PodAPI

/// /proc is masked as the runtime masks it. Since 1.35 `baseline` leaves it to pods with users of
/// their own; `restricted` does not.
enum ProcMountCheck {
  static let revisions = [
    Check(
      id: "procMount", level: .baseline, since: 0, needs: [.procMount],
      evaluate: { evaluate($0, "procMount") }),
    Check(
      id: "procMount", level: .baseline, since: 35, needs: [.procMount],
      evaluate: { $0.hasOwnUsers ? nil : evaluate($0, "procMount") }),
    Check(
      id: "procMount_restricted", level: .restricted, since: 35, overrides: ["procMount"],
      needs: [.procMount],
      evaluate: { evaluate($0, "procMount_restricted") }),
  ]

  @Sendable private static func evaluate(_ pod: PodView, _ id: String) -> CheckFinding? {
    var values: [String] = []
    let offenders = pod.containers.filter { container in
      guard let value = container.securityContext?[.procMount]?.string, value != "Default" else {
        return false
      }
      values.append(value)
      return true
    }
    return pod.finding(id, "procMount", offenders, field: "securityContext.procMount") {
      "\($0) must not set securityContext.procMount to \(CheckWords.quoted(CheckWords.sorted(values)))"
    }
  }
}
