import Diagnostics
import PodAPI

// Security contexts of pods and containers.

extension ValidationPass {
  mutating func podSecurityContext(_ spec: PodObject) {
    if spec.flag(.shareProcessNamespace), spec.flag(.hostPID) {
      within(saying: .field(.securityContext), truly: nil) {
        $0.refuse(
          .invalid, at: .shareProcessNamespace, "cannot be combined with 'hostPID: true'; write one"
        )
      }
    }
    within(.securityContext, of: spec) { pass, context in
      pass.ids(Self.podIDs, of: context)
      for (index, group) in context.items(.supplementalGroups).enumerated() {
        pass.within(.supplementalGroups) { $0.id(group.integer ?? 0, at: .index(index)) }
      }
      pass.apply(Self.podContextRules, to: context)
      pass.seLinuxChange(context)
      pass.sysctls(context, of: spec)
      pass.seccomp(context)
      pass.appArmor(context)
      pass.windowsOptions(context)
    }
  }

  private static let podIDs: [FieldName] = [.runAsUser, .runAsGroup, .fsGroup]
  private static let containerIDs: [FieldName] = [.runAsUser, .runAsGroup]
  private static let podContextRules: [FieldRule] = [
    .word(.fsGroupChangePolicy, FieldChoices.groupChanges),
    .word(.supplementalGroupsPolicy, FieldChoices.groups),
  ]

  /// Mounting with a label is behind a gate of its own.
  private mutating func seLinuxChange(_ context: PodObject) {
    guard let word = context[.seLinuxChangePolicy]?.string else { return }
    let words = release.has(.seLinuxMount) ? FieldChoices.contextChanges : ["Recursive"]
    check(word, among: words, at: .seLinuxChangePolicy)
  }

  mutating func securityContext(_ container: PodObject, _ context: ContainerContext) {
    within(.securityContext, of: container) { pass, own in
      pass.ids(Self.containerIDs, of: own)
      pass.procMount(own, context)
      pass.seccomp(own)
      pass.escalation(own)
      pass.windowsOptions(own)
      pass.appArmor(own)
    }
  }

  private mutating func procMount(_ own: PodObject, _ context: ContainerContext) {
    guard let word = own[.procMount]?.string else { return }
    check(word, among: ["Default", "Unmasked"], at: .procMount)
    if word == "Unmasked", context.usesHostUsers, release.holds(.unmaskedNeedsOwnUsers) {
      refuse(
        .invalid, at: .procMount,
        "'Unmasked' needs 'hostUsers: false' in the pod; set that, or use Default")
    }
  }

  private mutating func escalation(_ context: PodObject) {
    guard context[.allowPrivilegeEscalation]?.bool == false else { return }
    if context.flag(.privileged) {
      refuse(
        .invalid,
        "has 'allowPrivilegeEscalation: false' together with 'privileged: true'; remove one of them"
      )
    }
    for capability in context.part(.capabilities)?.items(.add) ?? []
    where capability.string == "CAP_SYS_ADMIN" {
      refuse(
        .invalid,
        "has 'allowPrivilegeEscalation: false' together with CAP_SYS_ADMIN; remove one of them")
    }
  }

  private mutating func ids(_ fields: [FieldName], of context: PodObject) {
    for field in fields {
      if let number = context[field]?.integer { id(number, at: .field(field)) }
    }
  }

  private mutating func id(_ number: Int64, at step: FieldPath.Step) {
    if !(0...2_147_483_647).contains(number) {
      refuse(.invalid, at: step, "\(number) is out of range; write 0 to 2147483647")
    }
  }

  private static let profileTypes = ["Localhost", "RuntimeDefault", "Unconfined"]

  private mutating func seccomp(_ context: PodObject) {
    within(.seccompProfile, of: context) { pass, profile in
      pass.apply(.requiredWord(.type, Self.profileTypes), to: profile)
      let local = profile[.localhostProfile]?.string
      guard profile.text(.type) == "Localhost" else {
        if local != nil {
          pass.refuse(
            .invalid, at: .localhostProfile,
            "can be set only with 'type: Localhost'; remove it, or set that type")
        }
        return
      }
      guard let local else {
        pass.refuse(
          .required, at: .localhostProfile, "is missing; Localhost needs the name of a profile")
        return
      }
      // An empty path passes.
      pass.checkBelow(local, at: .field(.localhostProfile))
    }
  }

  private mutating func appArmor(_ context: PodObject) {
    within(.appArmorProfile, of: context) { pass, profile in
      pass.apply(.requiredWord(.type, Self.profileTypes), to: profile)
      let local = profile[.localhostProfile]?.string
      switch profile.text(.type) {
      case "Localhost":
        pass.localAppArmor(local)
      case "RuntimeDefault", "Unconfined":
        if local != nil {
          pass.refuse(
            .invalid, at: .localhostProfile,
            "can be set only with 'type: Localhost'; remove it, or set that type")
        }
      default: break
      }
    }
  }

  private mutating func localAppArmor(_ local: String?) {
    guard let local else {
      refuse(.required, at: .localhostProfile, "is missing; Localhost needs the name of a profile")
      return
    }
    if ByteTrim.blanks(local).utf8.count != local.utf8.count {
      refuse(.invalid, at: .localhostProfile, "cannot start or end with a space; remove it")
    } else if local.isEmpty {
      refuse(
        .required, at: .localhostProfile, "cannot be empty; Localhost needs the name of a profile")
    }
    if local.utf8.count > 4_095 {
      refuse(.tooLong, at: .localhostProfile, "is longer than 4095 bytes")
    }
  }

  private mutating func sysctls(_ context: PodObject, of spec: PodObject) {
    var names = NameSet()
    each(.sysctls, of: context) { pass, sysctl, _ in
      let name = sysctl.text(.name)
      if name.isEmpty {
        pass.refuse(.required, at: .name, "is missing; write, for example, 'name: kernel.shmmax'")
      } else if name.utf8.count > 253 || !Bytes.isSysctl(name) {
        pass.refuse(.invalid, at: .name, "\(quoted: name) is not a sysctl, such as kernel.shmmax")
      } else if names.contains(name) {
        pass.refuse(.duplicate, at: .name, "\(quoted: name) appears twice; keep it once")
      }
      _ = names.insert(name)
      // Those of a namespace that the pod has not for itself are refused.
      guard pass.release.holds(.sysctlsOfHost) else { return }
      switch Sysctl.space(of: name) {
      case .network? where spec.flag(.hostNetwork):
        pass.refuse(
          .invalid, at: .name,
          "\(quoted: name) cannot be set with 'hostNetwork: true'; remove one of them")
      case .communication? where spec.flag(.hostIPC):
        pass.refuse(
          .invalid, at: .name,
          "\(quoted: name) cannot be set with 'hostIPC: true'; remove one of them")
      default: break
      }
    }
  }

  static let besideOwnUsers = "cannot be set with 'hostUsers: false'; remove one of them"

  /// Users of a pod's own, which namespaces of the node have no place for. The server spells two of
  /// the fields its own way.
  mutating func hostUsers(_ spec: PodObject) {
    guard spec[.hostUsers]?.bool == false else { return }
    if release.holds(.volumesOfOwnUsers) { volumesOfOwnUsers(spec) }
    if spec.flag(.hostNetwork), !release.has(.userNamespacesOnHostNetwork) {
      refuse(.forbidden, at: .hostNetwork, Self.besideOwnUsers)
    }
    if spec.flag(.hostPID) {
      refuse(
        .forbidden, at: .word("HostPID"), truly: [.field(.hostPID)], Self.besideOwnUsers)
    }
    if spec.flag(.hostIPC) {
      refuse(
        .forbidden, at: .word("HostIPC"), truly: [.field(.hostIPC)], Self.besideOwnUsers)
    }
  }
}

extension ValidationPass {
  private static let ownVolumes: [FieldName] = [
    .emptyDir, .secret, .downwardAPI, .configMap, .projected,
  ]

  /// Once a pod with users of its own could have volumes that the kubelet makes, and no others.
  private mutating func volumesOfOwnUsers(_ spec: PodObject) {
    within(.volumes) { pass in
      for (index, volume) in spec.items(.volumes).enumerated()
      where !Self.ownVolumes.contains(where: { volume.object?[$0] != nil }) {
        let kinds = Self.ownVolumes.map(\.text).joined(separator: ", ")
        pass.refuse(
          .forbidden, at: .index(index),
          "cannot be combined with 'hostUsers: false'; use one of \(kinds)")
      }
    }
  }
}

/// The namespaces that kernel settings belong to (`component-helpers/node/util/sysctl`).
enum Sysctl {
  enum Space {
    case network, communication
  }

  private static let shared: TextSet = [
    "kernel.sem", "kernel.shmall", "kernel.shmmax", "kernel.shmmni", "kernel.shm_rmid_forced",
    "kernel.shm", "kernel.msgmax", "kernel.msgmnb", "kernel.msgmni", "kernel.msg",
  ]

  static func space(of name: String) -> Space? {
    let dotted = dotted(name)
    let prefix = String(
      decoding: Array(dotted.utf8.prefix { $0 != UInt8(ascii: "*") }), as: UTF8.self)
    if shared.contains(prefix) { return .communication }
    if prefix.utf8.starts(with: "net.".utf8) { return .network }
    return prefix.utf8.starts(with: "fs.mqueue.".utf8) ? .communication : nil
  }

  /// The name with dots between its parts: where a slash stands first, slashes and dots change
  /// places.
  private static func dotted(_ name: String) -> String {
    let (dot, slash) = (UInt8(ascii: "."), UInt8(ascii: "/"))
    guard let first = name.utf8.first(where: { $0 == dot || $0 == slash }), first == slash else {
      return name
    }
    let bytes = name.utf8.map { $0 == slash ? dot : $0 == dot ? slash : $0 }
    return String(decoding: bytes, as: UTF8.self)
  }
}
