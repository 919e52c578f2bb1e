extension ValidationPass {
  mutating func spec(
    _ spec: PodObject, annotations: PodMap?, path: () -> String, metadataPath: () -> String
  ) {
    let volumes = volumes(spec, path)
    var names = NameSet()
    let inits = spec[.initContainers]?.items ?? []
    let containers = spec[.containers]?.items ?? []
    if containers.isEmpty { refuse("\(path()).containers", "is required") }
    var hostPorts = NameSet()
    for (list, items) in [("containers", containers), ("initContainers", inits)] {
      for (index, item) in items.enumerated() {
        guard let container = item.object else { continue }
        func place() -> String { "\(path()).\(list)[\(index)]" }
        let name = container[.name]?.string ?? ""
        if !ObjectNames.isLabel(name) { refuse("\(place()).name", "must be a DNS label") }
        if !names.insert(name) { refuse("\(place()).name", "'\(name)' stands twice") }
        self.container(container, volumes: volumes, isInit: list == "initContainers", spec, place)
        if list == "containers" { self.hostPorts(container, &hostPorts, place) }
      }
    }
    if isTemplate, spec[.ephemeralContainers]?.items.isEmpty == false {
      refuse("\(path()).ephemeralContainers", "a template cannot have any")
    }
    podSecurityContext(spec, path)
    pod(spec, path)
    appArmor(annotations, names, spec, metadataPath)
  }

  private mutating func volumes(_ spec: PodObject, _ path: () -> String) -> NameSet {
    var names = NameSet()
    for (index, item) in (spec[.volumes]?.items ?? []).enumerated() {
      guard let volume = item.object else { continue }
      func place() -> String { "\(path()).volumes[\(index)]" }
      let name = volume[.name]?.string ?? ""
      if !ObjectNames.isLabel(name) { refuse("\(place()).name", "must be a DNS label") }
      if !names.insert(name) { refuse("\(place()).name", "'\(name)' stands twice") }
      let sources = volume.fields.count { $0.name != .name }
      if sources > 1 { refuse(place(), "has more than one source") }
      if let path = volume[.hostPath]?.object, path[.path]?.string?.isEmpty != false {
        refuse("\(place()).hostPath.path", "is required")
      }
    }
    return names
  }

  private mutating func hostPorts(
    _ container: PodObject, _ taken: inout NameSet, _ place: () -> String
  ) {
    for (index, item) in (container[.ports]?.items ?? []).enumerated() {
      guard let port = item.object, let number = port[.hostPort]?.integer, number != 0 else {
        continue
      }
      let parts = [
        port[.protocol]?.string ?? "TCP", port[.hostIP]?.string ?? "", "\(number)",
      ]
      if !taken.insert(parts.joined(separator: "/")) {
        refuse("\(place()).ports[\(index)].hostPort", "\(number) stands twice")
      }
    }
  }

  private mutating func pod(_ spec: PodObject, _ path: () -> String) {
    let policies = ["Always", "OnFailure", "Never"]
    if let policy = spec[.restartPolicy]?.string, !policies.contains(policy) {
      refuse("\(path()).restartPolicy", "does not take '\(policy)'")
    }
    let dns = ["ClusterFirst", "ClusterFirstWithHostNet", "Default", "None"]
    if let policy = spec[.dnsPolicy]?.string, !dns.contains(policy) {
      refuse("\(path()).dnsPolicy", "does not take '\(policy)'")
    }
    if let seconds = spec[.terminationGracePeriodSeconds]?.integer, seconds < 0 {
      refuse("\(path()).terminationGracePeriodSeconds", "cannot be negative")
    }
    if let seconds = spec[.activeDeadlineSeconds]?.integer, !(1...2_147_483_647).contains(seconds) {
      refuse("\(path()).activeDeadlineSeconds", "must be 1 to 2147483647")
    }
    for (index, toleration) in (spec[.tolerations]?.items ?? []).enumerated() {
      guard let toleration = toleration.object else { continue }
      func place() -> String { "\(path()).tolerations[\(index)]" }
      let key = toleration[.key]?.string ?? ""
      let verb = toleration[.operator]?.string ?? "Equal"
      if key.isEmpty, verb != "Exists" {
        refuse("\(place()).operator", "must be Exists without a key")
      }
      if !key.isEmpty, !ObjectNames.isQualified(key) {
        refuse("\(place()).key", "is not a label key")
      }
      if verb == "Exists", toleration[.value]?.string?.isEmpty == false {
        refuse("\(place()).value", "must be empty with Exists")
      }
    }
  }

  /// An annotation must name a container, and not contradict the container's own field.
  private mutating func appArmor(
    _ annotations: PodMap?, _ names: NameSet, _ spec: PodObject, _ path: () -> String
  ) {
    let prefix = "container.apparmor.security.beta.kubernetes.io/"
    for entry in annotations?.entries ?? [] where entry.key.hasPrefix(prefix) {
      func place() -> String { "\(path()).annotations[\(entry.key)]" }
      let name = String(entry.key.dropFirst(prefix.count))
      let value = entry.value.string ?? ""
      let isKnown =
        value == "runtime/default" || value == "unconfined" || value.hasPrefix("localhost/")
        || value.isEmpty
      if !isKnown { refuse(place(), "'\(value)' is not a profile") }
      guard names.contains(name) else {
        refuse(place(), "there is no container '\(name)'")
        continue
      }
      let lists = [FieldName.containers, .initContainers].flatMap { spec[$0]?.items ?? [] }
      let container = lists.compactMap(\.object).first { $0[.name]?.string == name }
      guard
        let profile = container?[.securityContext]?.object?[.appArmorProfile]?.object
      else { continue }
      if Self.annotation(of: profile) != value {
        refuse(place(), "differs from the field of the container")
      }
    }
  }

  private static func annotation(of profile: PodObject) -> String {
    switch profile[.type]?.string {
    case "RuntimeDefault": "runtime/default"
    case "Unconfined": "unconfined"
    default: "localhost/\(profile[.localhostProfile]?.string ?? "")"
    }
  }
}
