import Model
import PodAPI
import Values

/// The pod level of a PodTemplate.
struct TemplatePod {
  let profile: Profile

  /// The profile's PodSpec fields; what containers say that has a form at the pod is said there
  /// too, so that it reaches containers which no template reaches. A field that the profile itself
  /// says at the pod is left as it is: half of one and half of the other would be neither.
  var spec: OriginTree {
    let context = profile.pod["securityContext"] ?? .empty
    let lifted = ContextFields.ofBoth.compactMap { field -> (String, OriginTree)? in
      guard context[field] == nil else { return nil }
      return profile.containers[path: ["securityContext", field]].map { (field, $0) }
    }
    guard !lifted.isEmpty else { return profile.pod }
    let whole = lifted.reduce(context) { $0.setting($1.0, to: $1.1) }
    return profile.pod.setting("securityContext", to: whole)
  }
}
