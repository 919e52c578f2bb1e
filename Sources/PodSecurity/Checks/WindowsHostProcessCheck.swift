import PodAPI

/// No container is a Windows host process.
enum WindowsHostProcessCheck {
  static let revisions = [
    Check(
      id: "windowsHostProcess", level: .baseline, since: 0, needs: [.windowsOptions],
      evaluate: evaluate)
  ]

  @Sendable private static func evaluate(_ pod: PodView) -> CheckFinding? {
    func isHostProcess(_ context: PodObject?) -> Bool {
      context?[.windowsOptions]?.object?[.hostProcess]?.bool == true
    }
    let isPod = isHostProcess(pod.securityContext)
    let names = pod.containers.filter { isHostProcess($0.securityContext) }.map(\.name)
    guard isPod || !names.isEmpty else { return nil }
    let field = "securityContext.windowsOptions.hostProcess"
    return CheckFinding(
      check: "windowsHostProcess", reason: "hostProcess",
      detail: "\(CheckWords.setters(pod: isPod, names)) must not set \(field)=true",
      offenders: Offenders.of(pod: isPod, names, field: field))
  }
}
