import Admission
import Audit
import Deployments
import Flyte
import PodAPI
import PodSecurity
import Values

/// The policy that would change the pods of a set-up without a config: it gives them what the level
/// asks for, and takes away what it forbids.
enum FoundPolicies {
  /// Nil: the API server has no such policies, or the level asks for nothing.
  static func policies(of deployment: Deployment, _ claim: Claim) -> ClusterPolicies? {
    guard let version = MutatingVersion(deployment.kubernetes),
      let level = PodSecurityLevel(named: claim.level)
    else { return nil }
    let decoder = PodDecoder(minor: deployment.kubernetesMinor)
    let isRestricted = level == .restricted
    let pod = PodObject(
      isRestricted
        ? [
          .init(
            .securityContext,
            .object(decoder.decode(PlainValue(RestrictedFields.pod), as: "PodSecurityContext")))
        ] : [])
    let context = decoder.decode(PlainValue(RestrictedFields.container), as: "SecurityContext")
    let profile = PolicyProfile(
      name: claim.level, pod: pod,
      contexts: isRestricted
        ? Dictionary(uniqueKeysWithValues: PolicyProfile.Role.allCases.map { ($0, context) }) : [:],
      addable: level.addableCapabilities, dropsAll: isRestricted,
      copilotPrefix: deployment.pluginSettings.copilot.name)
    let policy = MutatingPolicy.filling(
      profile, name: "flyte-harden-fill", minor: deployment.kubernetesMinor,
      marks: PodMarks(deployment.release))
    guard let policy else { return nil }
    return ClusterPolicies(
      engine: .kubernetes, mutatingVersion: version,
      profiles: [
        ProfilePolicies(
          name: claim.level, said: [profile], profileNames: [claim.level], mutating: policy,
          validating: nil,
          templateSets: Set(deployment.templateSets.indices),
          namespaces: deployment.namespaces.map(\.name))
      ])
  }
}
