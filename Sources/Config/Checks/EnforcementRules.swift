import Admission
import Diagnostics
import Model
import PodSecurity
import Values

/// The checks of `enforce` and `allow`.
struct EnforcementRules {
  let profile: Profile
  let kubernetes: KubernetesTarget

  var findings: [Finding] { engine + unused + capabilities + root + registries }

  /// The API server has validating policies from 1.30 on.
  private var engine: [Finding] {
    guard let enforcement = profile.enforcement, kubernetes.policyEngine == .kubernetes,
      kubernetes.minor < 30
    else { return [] }
    let place = enforcement.origin
    return [
      Finding(
        severity: .error, id: .noValidatingPolicies,
        message:
          "Kubernetes 1.\(kubernetes.minor) has no admission policies to enforce a profile: they come with 1.30",
        origin: place,
        hint:
          "move to Kubernetes 1.30; or install Kyverno 1.15 and write 'policyEngine: kyverno' under 'kubernetes'; or write 'enforce: none'",
        fix: Fix(
          replacing: enforcement.action.rawValue, at: place.span, by: "none", .likely))
    ]
  }

  private var unused: [Finding] {
    guard profile.enforcement == nil, let allowance = profile.allowance else { return [] }
    return [
      Finding(
        severity: .warning, id: .allowanceUnused,
        message: "'allow' has no effect: nothing enforces the profile", origin: allowance.origin,
        hint: "add 'enforce: warn' or 'enforce: deny' to the profile, or remove 'allow'")
    ]
  }

  private func contradiction(_ message: String, _ origin: Origin, _ hint: String) -> Finding {
    Finding(
      severity: .error, id: .allowanceContradiction, message: message, origin: origin, hint: hint)
  }

  private var capabilities: [Finding] {
    guard let claim = profile.claim,
      let addable = PodSecurityLevel(rawValue: claim.level.rawValue)?.addableCapabilities
    else { return [] }
    return (profile.allowance?.capabilities ?? []).filter { allowed in
      !addable.contains { $0.text == allowed.value }
    }.map { allowed in
      contradiction(
        "'allow' permits the capability \(quoted: allowed.value), but the level '\(claim.level.rawValue)' refuses it",
        allowed.origin,
        "remove it, or claim a lower level; the level permits \(addable.map(\.text).joined(separator: ", "))"
      )
    }
  }

  /// User 0 is root, whatever else is allowed.
  private var root: [Finding] {
    guard profile.claim?.level == .restricted else { return [] }
    return (profile.allowance?.users ?? []).filter { $0.value.contains(0) }.map { allowed in
      contradiction(
        "'allow' permits user 0, but the level 'restricted' refuses root", allowed.origin,
        "start the range at 1 or later, or claim a lower level")
    }
  }

  private var registries: [Finding] {
    guard let list = profile.allowance?.registries, list.value.isEmpty else { return [] }
    return [
      contradiction(
        "'registries' is empty, so every image would be refused", list.origin,
        "name a registry, or remove 'registries'")
    ]
  }
}
