import Diagnostics
import Model
import Values

/// The fields that OpenShift decides itself: its SCC `restricted-v2` gives each namespace a range
/// of user ids, a range for `fsGroup` and an SELinux level, and refuses pods that say others. It
/// has no rule for `runAsGroup` and `supplementalGroups`.
struct OpenShiftRules {
  let profile: Profile
  let kubernetes: KubernetesTarget

  var findings: [Finding] {
    guard kubernetes.platform == .openshift else { return [] }
    let sections =
      [
        ("pod", profile.pod), ("containers", profile.containers), ("primary", profile.primary),
        ("initContainers", profile.initContainers), ("copilot", profile.copilot),
      ] + OwnContainers(of: profile).entries.map { ("pod.\($0.list.rawValue)", $0.own) }
    return sections.flatMap { section, tree in
      let context = Layering.lay(tree, over: .empty)["securityContext"]
      return (context?.entries ?? []).flatMap { findings($0, in: section) }
    }
  }

  private func findings(_ entry: OriginTree.Entry, in section: String) -> [Finding] {
    switch entry.key {
    case "runAsUser", "fsGroup": [finding(entry.key, entry.value, taken: entry, section)]
    // Each of its fields must be what the SCC says, and what is left out is what the SCC says.
    case "seLinuxOptions":
      entry.value.entries.map {
        finding("seLinuxOptions.\($0.key)", $0.value, taken: entry, section)
      }
    default: []
    }
  }

  private func finding(
    _ field: String, _ tree: OriginTree, taken entry: OriginTree.Entry, _ section: String
  ) -> Finding {
    // The first is the line of `assign`, the others are what brought another profile in.
    let isOwn = tree.origin.via.count < 2
    let name = entry.key
    let other = name == "seLinuxOptions" ? "" : ", or let the tasks use the SCC 'nonroot-v2'"
    let hint =
      isOwn
      ? "remove '\(name)'\(other)"
      : "extend 'builtin/openshift' instead, or write '\(section): { securityContext: { \(name): null } }' in the profile that is assigned\(other)"
    return Finding(
      severity: .warning, id: .openshiftIds,
      message: "OpenShift's SCCs assign '\(field)' themselves, and refuse most others",
      origin: tree.origin, hint: hint,
      fix: isOwn ? Fix(takingOut: entry.keyOrigin.span, .likely) : nil)
  }
}
