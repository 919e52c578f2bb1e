extension ValidationPass {
  mutating func container(
    _ container: PodObject, volumes: NameSet, isInit: Bool, _ spec: PodObject, _ path: () -> String
  ) {
    // A single blank passes: the API server asks for a text that is not empty.
    if container[.image]?.string?.isEmpty != false { refuse("\(path()).image", "is required") }
    choice(container, .imagePullPolicy, FieldChoices.pull, path)
    choice(container, .terminationMessagePolicy, FieldChoices.messages, path)
    choice(container, .restartPolicy, FieldChoices.restart, path)
    mounts(container, volumes, path)
    environment(container, path)
    ports(container, path)
    resources(container, path)
    claims(container, spec, path)
    resizing(container, isNeverRestarted: spec[.restartPolicy]?.string == "Never", path)
    if isInit, container[.restartPolicy]?.string != "Always" {
      for field in Self.onlyWhileRunning where container[field] != nil {
        refuse("\(path()).\(field.text)", "needs 'restartPolicy: Always' in an init container")
      }
    } else {
      handlers(
        container, gracePeriod: spec[.terminationGracePeriodSeconds]?.integer, path)
    }
    securityContext(container, spec, path)
  }

  /// Fields of containers that run beside others.
  private static let onlyWhileRunning: [FieldName] = [
    .livenessProbe, .readinessProbe, .startupProbe, .lifecycle, .resizePolicy,
  ]

  private mutating func mounts(_ container: PodObject, _ volumes: NameSet, _ path: () -> String) {
    let isPrivileged = container[.securityContext]?.object?[.privileged]?.bool == true
    var paths = NameSet()
    let mounts = container[.volumeMounts]?.items ?? []
    for (index, item) in mounts.enumerated() {
      guard let mount = item.object else { continue }
      func place() -> String { "\(path()).volumeMounts[\(index)]" }
      let name = mount[.name]?.string ?? ""
      if !volumes.contains(name) { refuse("\(place()).name", "there is no volume '\(name)'") }
      let target = mount[.mountPath]?.string ?? ""
      if target.isEmpty { refuse("\(place()).mountPath", "is required") }
      if mounts.count > 1, !paths.insert(target) {
        refuse("\(place()).mountPath", "'\(target)' stands twice")
      }
      if mount[.subPath] != nil, mount[.subPathExpr] != nil {
        refuse("\(place()).subPathExpr", "excludes subPath")
      }
      for field in Self.parts {
        if let part = mount[field]?.string, !Self.isDescending(part) {
          refuse("\(place()).\(field.text)", "must be a path below the volume's")
        }
      }
      propagation(mount, isPrivileged: isPrivileged, place)
    }
  }

  private static let parts: [FieldName] = [.subPath, .subPathExpr]

  private mutating func propagation(
    _ mount: PodObject, isPrivileged: Bool, _ place: () -> String
  ) {
    choice(mount, .mountPropagation, FieldChoices.propagations, place)
    choice(mount, .recursiveReadOnly, FieldChoices.recursion, place)
    let propagation = mount[.mountPropagation]?.string ?? "None"
    if propagation == "Bidirectional", !isPrivileged {
      refuse("\(place()).mountPropagation", "'Bidirectional' needs 'privileged: true'")
    }
    guard let recursive = mount[.recursiveReadOnly]?.string, recursive != "Disabled" else { return }
    if mount[.readOnly]?.bool != true || propagation != "None" {
      refuse("\(place()).recursiveReadOnly", "needs 'readOnly: true' and no propagation")
    }
  }

  private mutating func environment(_ container: PodObject, _ path: () -> String) {
    for (index, item) in (container[.env]?.items ?? []).enumerated() {
      guard let variable = item.object else { continue }
      let name = variable[.name]?.string ?? ""
      if name.isEmpty { refuse("\(path()).env[\(index)].name", "is required") }
      if !ObjectNames.isVariable(name) {
        refuse("\(path()).env[\(index)].name", "must be of printed ASCII without '='")
      }
      if variable[.value]?.string?.isEmpty == false, variable[.valueFrom] != nil {
        refuse("\(path()).env[\(index)].valueFrom", "excludes value")
      }
    }
  }

  private mutating func claims(
    _ container: PodObject, _ spec: PodObject, _ path: () -> String
  ) {
    var names = NameSet()
    for (index, item) in (container[.resources]?.object?[.claims]?.items ?? []).enumerated() {
      guard let claim = item.object else { continue }
      func place() -> String { "\(path()).resources.claims[\(index)]" }
      let name = claim[.name]?.string ?? ""
      let request = claim[.request]?.string ?? ""
      if !names.insert("\(name)/\(request)") { refuse(place(), "'\(name)' stands twice") }
      let isKnown = spec[.resourceClaims]?.items.contains { $0.object?[.name]?.string == name }
      if isKnown != true { refuse("\(place()).name", "there is no resource claim '\(name)'") }
    }
  }

  private mutating func resizing(
    _ container: PodObject, isNeverRestarted: Bool, _ path: () -> String
  ) {
    var names = NameSet()
    for (index, item) in (container[.resizePolicy]?.items ?? []).enumerated() {
      guard let policy = item.object else { continue }
      func place() -> String { "\(path()).resizePolicy[\(index)]" }
      let name = policy[.resourceName]?.string ?? ""
      if !names.insert(name) { refuse(place(), "'\(name)' stands twice") }
      choice(policy, .resourceName, FieldChoices.resized, place)
      choice(policy, .restartPolicy, FieldChoices.resizing, place)
      if isNeverRestarted, policy[.restartPolicy]?.string != "NotRequired" {
        refuse("\(place()).restartPolicy", "must be NotRequired where the pod never restarts")
      }
    }
  }
}
