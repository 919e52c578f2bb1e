import Deployments
import Judges
import Reports

extension FindingRule {
  static let anyUserGrant = FindingRule(
    kind: .anyUserGrant,
    meaning:
      "On OpenShift, the SCC with the highest priority is tried first, and of those that are shipped only `anyuid` has one. So a service account that may use `anyuid` gets it for every pod without a seccomp profile: no user of the namespace's range, no `fsGroup`, and the user of the image, even root. An SCC of your own that is tried before `restricted-v2` and lets in any user does the same.",
    fix:
      "Take the grant of `anyuid` away, or give it to a service account of its own. `nonroot-v2` takes pods with a fixed user."
  ) { context in
    context.ruled.flatMap { rules, scope -> [Finding] in
      guard let setup = rules.constraints else { return [] }
      return setup.looserFirst(onKubernetes: context.deployment.kubernetesMinor).map { constraint in
        let pods = constraint.seccompProfiles.isEmpty ? "pods that set no seccomp profile" : "pods"
        return Finding(
          scope: scope,
          words:
            "the service accounts may use the SCC '\(constraint.name)', which is tried before 'restricted-v2': \(pods) run as the user of their image, even root",
          fix:
            "take the grant away, or give it to a service account of its own; 'nonroot-v2' is enough for a fixed user",
          place: ReportPlace(setup.origin))
      }
    }
  }
}
