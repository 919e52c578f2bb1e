extension ValidationPass {
  mutating func container(
    _ container: PodObject, volumes: NameSet, isInit: Bool, _ spec: PodObject, _ path: () -> String
  ) {
    // A single blank passes: the API server asks for a text that is not empty.
    if container[.image]?.string?.isEmpty != false { refuse("\(path()).image", "is required") }
    let pull = ["Always", "IfNotPresent", "Never"]
    if let policy = container[.imagePullPolicy]?.string, !pull.contains(policy) {
      refuse("\(path()).imagePullPolicy", "does not take '\(policy)'")
    }
    let messages = ["File", "FallbackToLogsOnError"]
    if let policy = container[.terminationMessagePolicy]?.string, !messages.contains(policy) {
      refuse("\(path()).terminationMessagePolicy", "does not take '\(policy)'")
    }
    mounts(container, volumes, path)
    environment(container, path)
    ports(container, path)
    claims(container, spec, path)
    resizing(container, path)
    let restart = container[.restartPolicy]?.string
    if isInit {
      if let restart, restart != "Always", container[.restartPolicyRules] == nil,
        !["Never", "OnFailure"].contains(restart)
      {
        refuse("\(path()).restartPolicy", "does not take '\(restart)'")
      }
      if restart != "Always" {
        let fields: [FieldName] = [
          .livenessProbe, .readinessProbe, .startupProbe, .lifecycle, .resizePolicy,
        ]
        for field in fields where container[field] != nil {
          refuse("\(path()).\(field.text)", "needs 'restartPolicy: Always' in an init container")
        }
      }
    }
    securityContext(container, spec, path)
  }

  private mutating func mounts(_ container: PodObject, _ volumes: NameSet, _ path: () -> String) {
    var paths = NameSet()
    for (index, item) in (container[.volumeMounts]?.items ?? []).enumerated() {
      guard let mount = item.object else { continue }
      func place() -> String { "\(path()).volumeMounts[\(index)]" }
      let name = mount[.name]?.string ?? ""
      if !volumes.contains(name) { refuse("\(place()).name", "there is no volume '\(name)'") }
      let target = mount[.mountPath]?.string ?? ""
      if target.isEmpty { refuse("\(place()).mountPath", "is required") }
      if !paths.insert(target) { refuse("\(place()).mountPath", "'\(target)' stands twice") }
      if mount[.subPath] != nil, mount[.subPathExpr] != nil {
        refuse("\(place()).subPathExpr", "excludes subPath")
      }
    }
  }

  private mutating func environment(_ container: PodObject, _ path: () -> String) {
    for (index, item) in (container[.env]?.items ?? []).enumerated() {
      guard let variable = item.object else { continue }
      if variable[.name]?.string?.isEmpty != false {
        refuse("\(path()).env[\(index)].name", "is required")
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

  private mutating func resizing(_ container: PodObject, _ path: () -> String) {
    var names = NameSet()
    for (index, item) in (container[.resizePolicy]?.items ?? []).enumerated() {
      let name = item.object?[.resourceName]?.string ?? ""
      if !names.insert(name) {
        refuse("\(path()).resizePolicy[\(index)]", "'\(name)' stands twice")
      }
    }
  }

  private mutating func ports(_ container: PodObject, _ path: () -> String) {
    var names = NameSet()
    for (index, item) in (container[.ports]?.items ?? []).enumerated() {
      guard let port = item.object else { continue }
      func place() -> String { "\(path()).ports[\(index)]" }
      if let name = port[.name]?.string, !name.isEmpty, !names.insert(name) {
        refuse("\(place()).name", "'\(name)' stands twice")
      }
      let number = port[.containerPort]?.integer ?? 0
      if !(1...65535).contains(number) { refuse("\(place()).containerPort", "must be 1 to 65535") }
    }
  }
}
