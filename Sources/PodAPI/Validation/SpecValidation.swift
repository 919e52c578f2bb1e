extension ValidationPass {
  mutating func spec(
    _ spec: PodObject, annotations: PodMap?, path: () -> String, metadataPath: () -> String
  ) {
    let volumes = volumes(spec, path)
    var names = NameSet()
    var hostPorts = NameSet()
    let containers = spec[.containers]?.items ?? []
    if containers.isEmpty { refuse("\(path()).containers", "is required") }
    for (index, item) in containers.enumerated() {
      guard let container = item.object else { continue }
      func place() -> String { "\(path()).containers[\(index)]" }
      named(container, &names, place)
      self.container(container, volumes: volumes, isInit: false, spec, place)
      self.hostPorts(container, &hostPorts, place)
    }
    for (index, item) in (spec[.initContainers]?.items ?? []).enumerated() {
      guard let container = item.object else { continue }
      func place() -> String { "\(path()).initContainers[\(index)]" }
      named(container, &names, place)
      self.container(container, volumes: volumes, isInit: true, spec, place)
      // They run one after the other.
      hostPorts = NameSet()
      self.hostPorts(container, &hostPorts, place)
    }
    if spec[.ephemeralContainers]?.items.isEmpty == false {
      refuse("\(path()).ephemeralContainers", "can only be added to a pod that runs")
    }
    hostNetworkPorts(spec, path)
    podSecurityContext(spec, path)
    pod(spec, path)
    system(spec, path)
    profileAnnotations(annotations, names, spec, metadataPath)
  }

  private mutating func named(
    _ container: PodObject, _ names: inout NameSet, _ place: () -> String
  ) {
    let name = container[.name]?.string ?? ""
    if !ObjectNames.isLabel(name) { refuse("\(place()).name", "must be a DNS label") }
    if !names.insert(name) { refuse("\(place()).name", "'\(name)' stands twice") }
  }

  /// Sources that are another object, and the field that names it.
  private static let named: [(FieldName, FieldName)] = [
    (.configMap, .name), (.secret, .secretName), (.persistentVolumeClaim, .claimName),
  ]

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
      for (source, key) in Self.named {
        if let object = volume[source]?.object, object[key]?.string?.isEmpty != false {
          refuse("\(place()).\(source.text).\(key.text)", "is required")
        }
      }
      claim(volume, place)
    }
    return names
  }

  private mutating func pod(_ spec: PodObject, _ path: () -> String) {
    choice(spec, .restartPolicy, FieldChoices.restart, path)
    choice(
      spec, .dnsPolicy, FieldChoices.dns, path)
    if let seconds = spec[.terminationGracePeriodSeconds]?.integer, seconds < 0 {
      refuse("\(path()).terminationGracePeriodSeconds", "cannot be negative")
    }
    if let seconds = spec[.activeDeadlineSeconds]?.integer, !(1...2_147_483_647).contains(seconds) {
      refuse("\(path()).activeDeadlineSeconds", "must be 1 to 2147483647")
    }
    names(spec, path)
    nameServers(spec, path)
    for (index, item) in (spec[.tolerations]?.items ?? []).enumerated() {
      if let object = item.object { toleration(object) { "\(path()).tolerations[\(index)]" } }
    }
  }

  private static let subdomains: [FieldName] = [
    .serviceAccountName, .priorityClassName, .runtimeClassName,
  ]
  private static let hostNames: [FieldName] = [.hostname, .subdomain]

  private mutating func names(_ spec: PodObject, _ path: () -> String) {
    for field in Self.subdomains {
      if let name = spec[field]?.string, !ObjectNames.isSubdomain(name) {
        refuse("\(path()).\(field.text)", "must be a DNS subdomain in lower case")
      }
    }
    for field in Self.hostNames {
      if let name = spec[field]?.string, !ObjectNames.isLabel(name) {
        refuse("\(path()).\(field.text)", "must be a DNS label")
      }
    }
    labels(spec[.nodeSelector]?.map, { "\(path()).nodeSelector" })
  }

  private mutating func nameServers(_ spec: PodObject, _ path: () -> String) {
    let count = spec[.dnsConfig]?.object?[.nameservers]?.items.count ?? 0
    if count > 3 { refuse("\(path()).dnsConfig.nameservers", "cannot be more than 3") }
    if count == 0, spec[.dnsPolicy]?.string == "None" {
      refuse("\(path()).dnsConfig.nameservers", "is required with 'dnsPolicy: None'")
    }
  }

  private mutating func toleration(_ toleration: PodObject, _ place: () -> String) {
    let key = toleration[.key]?.string ?? ""
    let value = toleration[.value]?.string ?? ""
    let verb = toleration[.operator]?.string ?? "Equal"
    choice(toleration, .operator, FieldChoices.tolerated, place)
    choice(toleration, .effect, FieldChoices.effects, place)
    if key.isEmpty, verb != "Exists" {
      refuse("\(place()).operator", "must be Exists without a key")
    }
    if !key.isEmpty, !ObjectNames.isQualified(key) {
      refuse("\(place()).key", "is not a label key")
    }
    if verb == "Exists", !value.isEmpty {
      refuse("\(place()).value", "must be empty with Exists")
    }
    if verb == "Equal", !ObjectNames.isLabelValue(value) {
      refuse("\(place()).value", "is not a label value")
    }
    if toleration[.tolerationSeconds] != nil, toleration[.effect]?.string != "NoExecute" {
      refuse("\(place()).effect", "must be NoExecute with tolerationSeconds")
    }
  }
}
