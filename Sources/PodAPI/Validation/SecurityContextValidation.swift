extension ValidationPass {
  mutating func podSecurityContext(_ spec: PodObject, _ path: () -> String) {
    if spec[.shareProcessNamespace]?.bool == true, spec[.hostPID]?.bool == true {
      refuse("\(path()).shareProcessNamespace", "excludes hostPID")
    }
    if spec[.hostUsers]?.bool == false {
      for field in [FieldName.hostNetwork, .hostPID, .hostIPC] where spec[field]?.bool == true {
        refuse("\(path()).\(field.text)", "excludes 'hostUsers: false'")
      }
    }
    guard let context = spec[.securityContext]?.object else { return }
    func place() -> String { "\(path()).securityContext" }
    ids(Self.podIDs, context, place)
    for (index, group) in (context[.supplementalGroups]?.items ?? []).enumerated() {
      if !Self.isID(group.integer) {
        refuse("\(place()).supplementalGroups[\(index)]", "must be 0 to 2147483647")
      }
    }
    choice(context, .fsGroupChangePolicy, FieldChoices.groupChanges, place)
    choice(context, .supplementalGroupsPolicy, FieldChoices.groups, place)
    choice(context, .seLinuxChangePolicy, FieldChoices.contextChanges, place)
    profile(context, .seccompProfile, place)
    profile(context, .appArmorProfile, place)
    sysctls(context, of: spec, place)
  }

  mutating func securityContext(_ container: PodObject, _ spec: PodObject, _ path: () -> String) {
    guard let context = container[.securityContext]?.object else { return }
    func place() -> String { "\(path()).securityContext" }
    ids(Self.containerIDs, context, place)
    profile(context, .seccompProfile, place)
    profile(context, .appArmorProfile, place)
    if let mount = context[.procMount]?.string {
      if mount != "Default", mount != "Unmasked" {
        refuse("\(place()).procMount", "does not take '\(mount)'")
      } else if mount == "Unmasked", spec[.hostUsers]?.bool != false {
        refuse("\(place()).procMount", "'Unmasked' needs 'hostUsers: false'")
      }
    }
    guard context[.allowPrivilegeEscalation]?.bool == false else { return }
    if context[.privileged]?.bool == true {
      refuse(place(), "'allowPrivilegeEscalation: false' excludes 'privileged: true'")
    }
    let added = context[.capabilities]?.object?[.add]?.items ?? []
    if added.contains(where: { $0.string == "CAP_SYS_ADMIN" }) {
      refuse(place(), "'allowPrivilegeEscalation: false' excludes CAP_SYS_ADMIN")
    }
  }

  private static let containerIDs: [FieldName] = [.runAsUser, .runAsGroup]
  private static let podIDs = containerIDs + [.fsGroup]

  private static func isID(_ number: Int64?) -> Bool {
    number.map { (0...2_147_483_647).contains($0) } ?? true
  }

  private mutating func ids(_ fields: [FieldName], _ context: PodObject, _ path: () -> String) {
    for field in fields where !Self.isID(context[field]?.integer) {
      refuse("\(path()).\(field.text)", "must be 0 to 2147483647")
    }
  }

  /// A field that takes some words only.
  mutating func choice(
    _ owner: PodObject, _ field: FieldName, _ words: [String], _ path: () -> String
  ) {
    if let word = owner[field]?.string, !words.contains(word) {
      refuse("\(path()).\(field.text)", "does not take '\(word)'")
    }
  }

  private mutating func profile(_ context: PodObject, _ field: FieldName, _ path: () -> String) {
    guard let profile = context[field]?.object else { return }
    func place() -> String { "\(path()).\(field.text)" }
    let type = profile[.type]?.string ?? ""
    let local = profile[.localhostProfile]?.string
    switch type {
    case "Localhost":
      // Of seccomp an empty path passes.
      guard let local, !local.isEmpty || field == .seccompProfile else {
        refuse("\(place()).localhostProfile", "is required with Localhost")
        return
      }
      if field == .seccompProfile, !Self.isDescending(local) {
        refuse("\(place()).localhostProfile", "must be a path below the kubelet's folder")
      }
      if field == .appArmorProfile, local.utf8.count > 4095 || local != Self.trimmed(local) {
        refuse("\(place()).localhostProfile", "is too long, or begins or ends with a blank")
      }
    case "RuntimeDefault", "Unconfined":
      if local != nil { refuse("\(place()).localhostProfile", "goes with Localhost only") }
    default: refuse("\(place()).type", "does not take '\(type)'")
    }
  }

  /// Whether a path stays below where it begins.
  static func isDescending(_ path: String) -> Bool {
    let slash = UInt8(ascii: "/")
    return path.utf8.first != slash
      && !path.utf8.split(separator: slash).contains { $0.elementsEqual("..".utf8) }
  }

  private static func trimmed(_ text: String) -> String {
    let start = text.drop { $0.isWhitespace }
    let end = start.unicodeScalars.reversed().prefix { $0.isWhitespace }.count
    return String(start.dropLast(end))
  }

  private mutating func sysctls(_ context: PodObject, of spec: PodObject, _ path: () -> String) {
    let hasHostNetwork = spec[.hostNetwork]?.bool == true
    let hasHostIPC = spec[.hostIPC]?.bool == true
    var names = NameSet()
    for (index, item) in (context[.sysctls]?.items ?? []).enumerated() {
      func place() -> String { "\(path()).sysctls[\(index)].name" }
      let name = item.object?[.name]?.string ?? ""
      if !ObjectNames.isSysctl(name) { refuse(place(), "is not the name of a sysctl") }
      if !names.insert(name) { refuse(place(), "'\(name)' stands twice") }
      let dotted = name.replacing("/", with: ".")
      if hasHostNetwork, dotted.hasPrefix("net.") { refuse(place(), "excludes hostNetwork") }
      let isIPC = ["kernel.shm", "kernel.msg", "fs.mqueue."].contains { dotted.hasPrefix($0) }
      if hasHostIPC, isIPC || dotted == "kernel.sem" { refuse(place(), "excludes hostIPC") }
    }
  }
}
