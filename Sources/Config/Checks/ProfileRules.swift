import Diagnostics
import Flyte
import Model
import Values

/// What can be seen to be wrong with a profile without making a pod: what the API server refuses.
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
        return refused("a volume has no 'name'", volume.origin, "give it one")
      }
      if let fault = TextRule.dnsLabel.fault(in: text) {
        return refused("the volume name '\(text)' \(fault)", name.origin, "rename it")
      }
      return seen.insert(text).inserted
        ? nil : refused("two volumes are called '\(text)'", name.origin, "rename one")
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
          return refused("a mount has no 'name'", mount.origin, "name a volume of 'pod.volumes'")
        }
        guard mount["mountPath"]?.string?.isEmpty == false else {
          return refused("the mount of '\(text)' has no 'mountPath'", mount.origin, "add it")
        }
        guard areKnown, !names.contains(text) else { return nil }
        return refused(
          "'\(section)' mounts '\(text)', and 'pod.volumes' has no such volume", name,
          nearest: meant(text),
          "add it to 'pod.volumes'; volumes that Flyte adds cannot be mounted by a template")
      }
    }
  }

  private var appArmor: [Finding] {
    (profile.podMetadata["annotations"]?.entries ?? []).filter {
      $0.key.hasPrefix("container.apparmor.security.beta.kubernetes.io/")
    }.map {
      refused(
        "an AppArmor annotation cannot be used with Flyte: it must name a container of the template, and the pods have none of that name",
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
        "take it out: Kubernetes has the field 'appArmorProfile' from 1.\(field) on; \(otherwise)"
    }
    guard flyte.apiMinor < field else {
      return "say 'appArmorProfile: { type: RuntimeDefault }' in 'pod.securityContext' instead"
    }
    let first = Release.all.first {
      $0 > flyte && $0.line == flyte.line && $0.apiMinor >= field && !$0.isPrerelease
    }
    let since = first.map { "before \($0.name) " } ?? ""
    return
      "take it out: \(since)neither a PodTemplate nor a setting of Flyte can say it; \(otherwise)"
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
      return [refused("'\(field)' has no 'type'", tree.origin, "write 'type: RuntimeDefault'")]
    }
    guard known.contains(text) else {
      let nearest = NearestName.of(text, among: known)
      return [
        refused(
          "'\(field).type' does not take '\(text)'", type, nearest: nearest,
          "it takes: \(known.joined(separator: ", "))")
      ]
    }
    let path = tree["localhostProfile"]
    if text == "Localhost", path?.string?.isEmpty != false {
      return [
        refused(
          "'Localhost' needs 'localhostProfile'", type.origin, "name the profile on the nodes")
      ]
    }
    if text != "Localhost", let path {
      return [
        refused("'localhostProfile' goes with 'Localhost' only", path.origin, "take it out")
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
          "'privileged: true' and 'allowPrivilegeEscalation: false' exclude each other",
          privileged.origin, "keep one of the two")
      }
      let added = context[path: ["capabilities", "add"]]?.items ?? []
      return added.first { $0.string == "CAP_SYS_ADMIN" }.map {
        refused(
          "'CAP_SYS_ADMIN' and 'allowPrivilegeEscalation: false' exclude each other", $0.origin,
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
        "before Kubernetes 1.35 '\(section)' cannot have a 'restartPolicy'", policy.origin,
        section == "pod.containers"
          ? "take it out, or move the container to 'pod.initContainers'" : "take it out")
    }
  }
}
