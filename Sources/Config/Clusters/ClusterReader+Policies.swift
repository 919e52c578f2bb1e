import Admission
import Diagnostics
import Model
import Values

extension ClusterReader {
  /// The request for policies that change pods; a cluster that cannot have them is a fault.
  func policies(
    _ kubernetes: KubernetesTarget, into diagnostics: inout DiagnosticList
  ) -> PolicyRequest {
    guard let tree = body["policies"], tree.string == "auto" else {
      return .none(body["policies"]?.origin ?? .tool)
    }
    if kubernetes.policyEngine == .kubernetes, kubernetes.mutatingVersion == nil {
      let hint: String
      if kubernetes.minor >= 36 {
        hint = "turn the feature gate 'MutatingAdmissionPolicy' on, or write 'policies: none'"
      } else if kubernetes.minor >= 34 {
        hint =
          "start the API server with '--feature-gates=MutatingAdmissionPolicy=true --runtime-config=admissionregistration.k8s.io/v1beta1=true' and write 'features: { MutatingAdmissionPolicy: true }' under 'kubernetes'; or install Kyverno and write 'policyEngine: kyverno' there; or write 'policies: none'"
      } else {
        hint =
          "move to Kubernetes 1.36; or install Kyverno 1.15 and write 'policyEngine: kyverno' under 'kubernetes'; or write 'policies: none'"
      }
      diagnostics.error(
        .noMutatingPolicies,
        "Kubernetes 1.\(kubernetes.minor) has no policies that change pods\(kubernetes.minor >= 34 ? " while the feature gate 'MutatingAdmissionPolicy' is off" : "")",
        at: tree.origin.span, hint: hint,
        fix: Fix(replacing: "auto", at: tree.origin.span, by: "none", .likely))
    }
    return .automatic(tree.origin)
  }
}
