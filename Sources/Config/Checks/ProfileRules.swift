import Diagnostics
import Flyte
import Model
import Values

/// Checks a profile without making a pod: for what the API server refuses.
struct ProfileRules {
  let profile: Profile
  let flyte: Release
  let kubernetes: KubernetesTarget

  var findings: [Finding] {
    volumes + OwnContainerRules(profile: profile).findings + mounts + appArmor + profiles
      + privilege + restarts
      + OpenShiftRules(profile: profile, kubernetes: kubernetes).findings
  }

  private var containers: [(section: String, tree: OriginTree)] {
    [
      ("containers", profile.containers), ("primary", profile.primary),
      ("initContainers", profile.initContainers), ("copilot", profile.copilot),
    ].map { section, tree in
      // A null takes something away, and is nothing that a rule could be about.
      (section, Layering.lay(tree, over: .empty))
    }
      + OwnContainers(of: profile).entries.map {
        ("pod.\($0.list.rawValue)", Layering.lay($0.own, over: .empty))
      }
  }

  private func refused(_ message: String, _ origin: Origin, _ hint: String) -> Finding {
    Finding(severity: .error, id: .podRefused, message: message, origin: origin, hint: hint)
  }

  /// Something about a word that is not one of those that are known.
  private func refused(
    _ message: String, _ word: OriginTree, nearest: String?, _ otherwise: String
  ) -> Finding {
    let correction = Correction.name(nearest) ?? Correction(otherwise)
    return Finding(
      severity: .error, id: .podRefused, message: message, origin: word.origin,
      hint: correction.hint, fix: correction.fix(word.string ?? "", at: word.origin.span))
  }

  private var volumes: [Finding] {
    var seen: TextSet = []
    return (profile.pod["volumes"]?.items ?? []).compactMap { volume in
      guard !volume.holdsBroken else { return nil }
      guard let name = volume["name"], let text = name.string else {
        return refused("'name' is missing in a volume", volume.origin, "add it")
      }
      if let fault = TextRule.dnsLabel.fault(in: text) {
        return refused("the volume name '\(text)' \(fault)", name.origin, "rename it")
      }
      return seen.insert(text).inserted
        ? nil : refused("two volumes have the name '\(text)'", name.origin, "rename one")
    }
  }

  private var mounts: [Finding] {
    let names = TextSet((profile.pod["volumes"]?.items ?? []).compactMap { $0["name"]?.string })
    var nearest: NearestNames?
    func meant(_ name: String) -> String? {
      var prepared = nearest ?? NearestNames(names.sorted())
      defer { nearest = prepared }
      return prepared.of(name)
    }
    let areKnown = !profile.pod.isBroken && profile.pod["volumes"]?.holdsBroken != true
    return containers.flatMap { section, tree in
      (tree["volumeMounts"]?.items ?? []).compactMap { mount -> Finding? in
        guard !mount.holdsBroken else { return nil }
        guard let name = mount["name"], let text = name.string else {
          return refused(
            "'name' is missing in a mount", mount.origin, "name a volume of 'pod.volumes'")
        }
        guard mount["mountPath"]?.string?.isEmpty == false else {
          return refused("'mountPath' is missing in the mount of '\(text)'", mount.origin, "add it")
        }
        guard areKnown, !names.contains(text) else { return nil }
        return refused(
          "'\(section)' mounts '\(text)', but 'pod.volumes' has no such volume", name,
          nearest: meant(text),
          "add it to 'pod.volumes'; a template cannot mount volumes that Flyte adds")
      }
    }
  }

  private var appArmor: [Finding] {
    (profile.podMetadata["annotations"]?.entries ?? []).filter {
      $0.key.hasPrefix("container.apparmor.security.beta.kubernetes.io/")
    }.map {
      refused(
        "an AppArmor annotation does not work with Flyte: it must name a container of the template, but no pod has a container of that name",
        $0.keyOrigin, appArmorHint)
    }
  }

  /// The field came with Kubernetes 1.30.
  private var appArmorHint: String {
    let field = 30
    let otherwise =
      "on nodes with AppArmor the runtime's default profile applies anyway, and an admission policy can set another"
    guard kubernetes.minor >= field else {
      return
        "remove it: the field 'appArmorProfile' exists from Kubernetes 1.\(field) on; \(otherwise)"
    }
    guard flyte.apiMinor < field else {
      return "set 'appArmorProfile: { type: RuntimeDefault }' in 'pod.securityContext' instead"
    }
    let first = Release.all.first {
      $0 > flyte && $0.line == flyte.line && $0.apiMinor >= field && !$0.isPrerelease
    }
    let since = first.map { "before \($0.name) " } ?? ""
    return
      "remove it: \(since)neither a PodTemplate nor a Flyte setting can set it; \(otherwise)"
  }

  /// The security contexts, that of the pod first.
  private var contexts: [OriginTree] {
    ([profile.pod] + containers.map(\.tree)).compactMap { $0["securityContext"] }
  }

  private var profiles: [Finding] {
    contexts.flatMap { context in
      ["seccompProfile", "appArmorProfile"].flatMap { field -> [Finding] in
        guard let tree = context[field], !tree.holdsBroken else { return [] }
        return profileFindings(field, tree)
      }
    }
  }

  private func profileFindings(_ field: String, _ tree: OriginTree) -> [Finding] {
    let known = ["RuntimeDefault", "Localhost", "Unconfined"]
    guard let type = tree["type"], let text = type.string else {
      return [
        refused("'type' is missing in '\(field)'", tree.origin, "write 'type: RuntimeDefault'")
      ]
    }
    guard known.contains(text) else {
      let nearest = NearestName.of(text, among: known)
      return [
        refused(
          "'\(field).type' cannot be '\(text)'", type, nearest: nearest,
          "allowed values: \(known.joined(separator: ", "))")
      ]
    }
    let path = tree["localhostProfile"]
    if text == "Localhost", path?.string?.isEmpty != false {
      return [
        refused(
          "'Localhost' needs 'localhostProfile'", type.origin,
          "set 'localhostProfile' to a profile that exists on the nodes")
      ]
    }
    if text != "Localhost", let path {
      return [
        refused(
          "'localhostProfile' is allowed only with the type 'Localhost'", path.origin, "remove it")
      ]
    }
    return []
  }

  private var privilege: [Finding] {
    containers.compactMap { _, tree in
      guard let context = tree["securityContext"],
        context["allowPrivilegeEscalation"]?.content == .bool(false)
      else { return nil }
      if let privileged = context["privileged"], privileged.content == .bool(true) {
        return refused(
          "'privileged: true' and 'allowPrivilegeEscalation: false' cannot be combined",
          privileged.origin, "keep one of the two")
      }
      let added = context[path: ["capabilities", "add"]]?.items ?? []
      return added.first { $0.string == "CAP_SYS_ADMIN" }.map {
        refused(
          "'CAP_SYS_ADMIN' and 'allowPrivilegeEscalation: false' cannot be combined", $0.origin,
          "keep one of the two")
      }
    }
  }

  /// Before 1.35 only an init container has a restart policy of its own.
  private var restarts: [Finding] {
    guard kubernetes.minor < 35 else { return [] }
    return containers.filter { !$0.section.hasSuffix("initContainers") }.compactMap {
      section, tree in
      guard let policy = tree["restartPolicy"], !policy.isBroken else { return nil }
      return refused(
        "'\(section)' cannot have a 'restartPolicy' before Kubernetes 1.35", policy.origin,
        section == "pod.containers"
          ? "remove it, or move the container to 'pod.initContainers'" : "remove it")
    }
  }
}
