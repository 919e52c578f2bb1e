import Diagnostics
import PodAPI

// Fields of one operating system in a pod for another, and what Windows has of its own.

extension ValidationPass {
  mutating func operatingSystem(_ spec: PodObject) {
    guard let system = spec.part(.os) else { return }
    let name = system.text(.name)
    switch name {
    case "": within(.os) { $0.refuse(.required, at: .name, "is missing; write linux or windows") }
    case "linux":
      forbid([.windowsOptions], inContextOf: spec, "Linux")
      eachContainer(of: spec) { $0.forbid([.windowsOptions], inContextOf: $1, "Linux") }
    case "windows": windows(spec)
    default:
      refuse(
        .unsupported, at: .os, truly: [.field(.os), .field(.name)],
        Self.notTaken(name, ["linux", "windows"]))
    }
  }

  private static let notInPods: [FieldName] = [
    .appArmorProfile, .seLinuxOptions, .seccompProfile, .fsGroup, .fsGroupChangePolicy, .sysctls,
    .runAsUser, .runAsGroup, .supplementalGroups, .supplementalGroupsPolicy, .seLinuxChangePolicy,
  ]
  private static let notInContainers: [FieldName] = [
    .appArmorProfile, .seLinuxOptions, .seccompProfile, .capabilities, .readOnlyRootFilesystem,
    .privileged, .allowPrivilegeEscalation, .procMount, .runAsUser, .runAsGroup,
  ]

  private mutating func windows(_ spec: PodObject) {
    forbid(Self.notInPods, inContextOf: spec, "Windows")
    for field in [FieldName.hostUsers, .shareProcessNamespace] where spec[field] != nil {
      refuse(.forbidden, at: field, "cannot be set for Windows; remove it")
    }
    for field in [FieldName.hostPID, .hostIPC] where spec.flag(field) {
      refuse(.forbidden, at: field, "cannot be set for Windows; remove it")
    }
    eachContainer(of: spec) { $0.forbid(Self.notInContainers, inContextOf: $1, "Windows") }
  }

  private mutating func forbid(
    _ fields: [FieldName], inContextOf owner: PodObject, _ system: String
  ) {
    within(.securityContext, of: owner) { pass, context in
      for field in fields where context[field] != nil {
        pass.refuse(.forbidden, at: field, "cannot be set for \(system); remove it")
      }
    }
  }

  /// Looks at each container, in the server's order.
  mutating func eachContainer(
    of spec: PodObject, _ body: (inout ValidationPass, PodObject) -> Void
  ) {
    for list in FieldName.containerLists {
      each(list, of: spec) { pass, container, _ in body(&pass, container) }
    }
  }

  /// Either all containers are processes of the host or none, and they are in its network.
  mutating func hostProcesses(_ spec: PodObject) {
    let own = spec.part(.securityContext)?.part(.windowsOptions)?[.hostProcess]?.bool
    guard own != nil || Self.saysWindows(spec) else { return }
    var count = 0
    var hosts = 0
    eachContainer(of: spec) { pass, container in
      count += 1
      let said = container.part(.securityContext)?.part(.windowsOptions)?[.hostProcess]?.bool
      if let own, let said, own != said {
        pass.within(.securityContext) { pass in
          pass.within(.windowsOptions) {
            $0.refuse(.invalid, at: .hostProcess, "must be \(own), as in the pod")
          }
        }
      }
      if said ?? own ?? false { hosts += 1 }
    }
    guard hosts > 0 else { return }
    if hosts != count {
      refuse(.invalid, "has containers with and without hostProcess; all must be the same")
    }
    if !spec.flag(.hostNetwork) {
      refuse(.invalid, at: .hostNetwork, "must be true with 'hostProcess: true'")
    }
  }

  /// True if a container has options for Windows.
  private static func saysWindows(_ spec: PodObject) -> Bool {
    FieldName.containerLists.contains { list in
      spec.items(list).contains {
        $0.object?.part(.securityContext)?[.windowsOptions] != nil
      }
    }
  }

  mutating func windowsOptions(_ context: PodObject) {
    within(.windowsOptions, of: context) { pass, options in
      if let name = options[.gmsaCredentialSpecName]?.string {
        pass.check(name, .subdomain, at: .gmsaCredentialSpecName)
      }
      if let credential = options[.gmsaCredentialSpec]?.string {
        if credential.isEmpty {
          pass.refuse(.invalid, at: .gmsaCredentialSpec, "cannot be empty; remove it")
        } else if credential.utf8.count > 65_536 {
          pass.refuse(.invalid, at: .gmsaCredentialSpec, "is larger than 64 KiB")
        }
      }
      if let name = options[.runAsUserName]?.string {
        for phrase in WindowsUser.complaints(name) {
          pass.refuse(.invalid, at: .runAsUserName, "\(quoted: name) \(phrase)")
        }
      }
    }
  }
}

/// Names of users on Windows, `DOMAIN\user` or `user`.
enum WindowsUser {
  static func complaints(_ name: String) -> [String] {
    if name.isEmpty { return ["cannot be empty"] }
    let bytes = name.utf8
    if bytes.contains(where: { $0 < 0x20 || $0 == 0x7F }) { return ["has a control character"] }
    let parts = bytes.split(separator: 0x5C, omittingEmptySubsequences: false)
    guard parts.count <= 2 else { return [#"has more than one '\'"#] }
    var complaints: [String] = []
    if parts.count == 2 {
      let domain = parts[0]
      if domain.count >= 256 { complaints.append("has a domain of more than 255 characters") }
      if !isNetBIOS(domain), !isDNS(domain) {
        complaints.append("has a domain that is not a NetBIOS or DNS name")
      }
    }
    let user = parts[parts.count - 1]
    if user.isEmpty {
      complaints.append("has no user")
    } else if user.count > 104 {
      complaints.append("has a user of more than 104 characters")
    }
    if !user.isEmpty, user.allSatisfy({ $0 == 0x2E || $0 == 0x20 }) {
      complaints.append("has a user that consists only of dots and spaces")
    }
    if user.contains(where: { #""/\:;|=,+*?<>@[]"#.utf8.contains($0) }) {
      complaints.append(#"has a user with one of "/\:;|=,+*?<>@[]"#)
    }
    return complaints
  }

  private typealias Part = Substring.UTF8View.SubSequence

  /// 1 to 15 characters; the first is no dot.
  private static func isNetBIOS(_ bytes: String.UTF8View.SubSequence) -> Bool {
    let scalars = String(decoding: Array(bytes), as: UTF8.self).unicodeScalars
    guard (1...15).contains(scalars.count), scalars.first != "." else { return false }
    return !bytes.contains { #"\/:*?"<>|"#.utf8.contains($0) }
  }

  private static func isDNS(_ bytes: String.UTF8View.SubSequence) -> Bool {
    Bytes.isJoined(bytes) { part in
      guard (1...63).contains(part.count), let first = part.first, let last = part.last else {
        return false
      }
      return Bytes.isWord(first) && Bytes.isWord(last)
        && part.allSatisfy { Bytes.isWord($0) || $0 == 0x2D }
    }
  }
}
