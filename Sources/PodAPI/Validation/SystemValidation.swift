// Fields of one operating system in a pod for another, and Windows' host processes.

extension ValidationPass {
  mutating func system(_ spec: PodObject, _ path: () -> String) {
    hostProcesses(spec, path)
    guard let system = spec[.os]?.object else { return }
    switch system[.name]?.string ?? "" {
    case "linux": forbid([.windowsOptions], inContextsOf: spec, "Linux", path)
    case "windows":
      forbid(Self.notInWindows, inContextsOf: spec, "Windows", path)
      for field in [FieldName.hostPID, .hostIPC, .shareProcessNamespace, .hostUsers]
      where spec[field] != nil {
        refuse("\(path()).\(field.text)", "is not for Windows")
      }
    case "": refuse("\(path()).os.name", "is required")
    case let name: refuse("\(path()).os.name", "does not take '\(name)'")
    }
  }

  /// Fields of security contexts, of the pod's and of containers'.
  private static let notInWindows: [FieldName] = [
    .appArmorProfile, .seLinuxOptions, .seccompProfile, .fsGroup, .fsGroupChangePolicy, .sysctls,
    .runAsUser, .runAsGroup, .supplementalGroups, .supplementalGroupsPolicy, .seLinuxChangePolicy,
    .capabilities, .readOnlyRootFilesystem, .privileged, .allowPrivilegeEscalation, .procMount,
  ]

  private mutating func forbid(
    _ fields: [FieldName], inContextsOf spec: PodObject, _ system: String, _ path: () -> String
  ) {
    func check(_ owner: PodObject, _ place: () -> String) {
      for field in fields where owner[.securityContext]?.object?[field] != nil {
        refuse("\(place()).securityContext.\(field.text)", "is not for \(system)")
      }
    }
    check(spec, path)
    for list in [FieldName.initContainers, .containers] {
      for (index, item) in (spec[list]?.items ?? []).enumerated() {
        if let object = item.object { check(object) { "\(path()).\(list.text)[\(index)]" } }
      }
    }
  }

  /// Either all containers are processes of the host or none, and they are in its network.
  private mutating func hostProcesses(_ spec: PodObject, _ path: () -> String) {
    func options(_ owner: PodObject?) -> PodObject? {
      owner?[.securityContext]?.object?[.windowsOptions]?.object
    }
    func flag(_ owner: PodObject?) -> Bool? { options(owner)?[.hostProcess]?.bool }
    let inits = spec[.initContainers]?.items ?? []
    let containers = spec[.containers]?.items ?? []
    guard
      options(spec) != nil || containers.contains(where: { options($0.object) != nil })
        || inits.contains(where: { options($0.object) != nil })
    else { return }
    let own = flag(spec)
    let flags = (inits + containers).map { flag($0.object) }
    func place() -> String { "\(path()).securityContext.windowsOptions.hostProcess" }
    if let own, flags.contains(where: { $0 != nil && $0 != own }) {
      refuse(place(), "must be the same in the pod and in its containers")
    }
    let count = flags.count { $0 ?? own ?? false }
    guard count > 0 else { return }
    if count != flags.count { refuse(place(), "must hold for all containers or for none") }
    if spec[.hostNetwork]?.bool != true { refuse("\(path()).hostNetwork", "must be true") }
  }
}
