import Model
import Origins

/// The pod level of a PodTemplate.
struct TemplatePod {
  let profile: Profile

  /// The profile's PodSpec fields; what containers say that has a form at the pod is said there
  /// too, so that it reaches containers which no template reaches.
  var spec: OriginTree {
    let lifted = Self.podForms.compactMap { field -> (String, OriginTree)? in
      profile.containers[path: ["securityContext", field]].map { (field, $0) }
    }
    guard !lifted.isEmpty else { return profile.pod }
    let below = OriginTree.mapping([
      "securityContext": .mapping(Dictionary(uniqueKeysWithValues: lifted))
    ])
    return Layering.lay(profile.pod, over: below)
  }

  /// The fields that both SecurityContext and PodSecurityContext have (Kubernetes 1.36).
  private static let podForms = [
    "appArmorProfile", "runAsGroup", "runAsNonRoot", "runAsUser", "seLinuxOptions",
    "seccompProfile", "windowsOptions",
  ]
}
