/// The defaults that the API server fills in before anything else sees an object (Kubernetes 1.36;
/// the defaults of pods have not changed since 1.24 but for fields that are newer).
public enum PodDefaults {
  /// A whole PodTemplate as it is kept.
  public static func podTemplate(_ object: PodObject) -> PodObject {
    var object = object
    var template = object[.template]?.object ?? PodObject()
    template[.spec] = .object(self.template(template[.spec]?.object ?? PodObject()))
    object[.template] = .object(template)
    return object
  }

  /// A spec on the node's network as servers keep it where they fill in every port of the node: in
  /// pods, and before 1.28 in templates.
  public static func takingHostPorts(_ spec: PodObject) -> PodObject {
    var spec = spec
    guard spec[.hostNetwork]?.bool == true else { return spec }
    for list in [FieldName.containers, .initContainers] {
      spec.mapItems(list) { ContainerDefaults.takeHostPorts(&$0) }
    }
    return spec
  }

  /// A pod template's spec as it is kept in a PodTemplate.
  public static func template(_ spec: PodObject) -> PodObject {
    completed(spec, fields: templateFields, ContainerDefaults.fill)
  }

  /// The defaults of a spec, in order of the names.
  private static let templateFields = PodObject([
    .init(.restartPolicy, .string("Always")), .init(.dnsPolicy, .string("ClusterFirst")),
    .init(.schedulerName, .string("default-scheduler")),
    .init(.terminationGracePeriodSeconds, .integer(30)),
    .init(.securityContext, .object(PodObject())),
  ]).fields
  private static let podFields = PodObject(
    templateFields + [.init(.enableServiceLinks, .bool(true))]
  ).fields

  private static func completed(
    _ spec: PodObject, fields: [PodObject.Field], _ container: (inout PodObject) -> Void
  ) -> PodObject {
    var spec = spec
    spec.fill(fields)
    if let account = spec[.serviceAccountName] {
      spec[.serviceAccount] = account
    } else if let account = spec[.serviceAccount] {
      spec[.serviceAccountName] = account
    }
    for list in FieldName.containerLists {
      spec.mapItems(list, container)
    }
    spec.mapItems(.volumes) { VolumeDefaults.fill(&$0) }
    return spec
  }

  /// A pod's spec.
  public static func pod(_ spec: PodObject) -> PodObject {
    let hasHostNetwork = spec[.hostNetwork]?.bool == true
    // Containers that are added to running pods have neither resources nor ports.
    return completed(spec, fields: podFields) { container in
      ContainerDefaults.fill(&container)
      ContainerDefaults.requestLimits(&container)
      if hasHostNetwork { ContainerDefaults.takeHostPorts(&container) }
    }
  }
}

extension PodObject {
  /// Sets a field that is not set.
  mutating func fill(_ name: FieldName, _ value: PodValue) {
    if self[name] == nil { self[name] = value }
  }

  /// Changes a field that holds a struct; one that is not set stays so.
  mutating func mapObject(_ name: FieldName, _ change: (inout PodObject) -> Void) {
    guard var object = self[name]?.object else { return }
    change(&object)
    self[name] = .object(object)
  }

  /// Changes each struct of a list; one that is not set stays so.
  mutating func mapItems(_ name: FieldName, _ change: (inout PodObject) -> Void) {
    guard let items = self[name]?.items, !items.isEmpty else { return }
    self[name] = .list(
      items.map { item in
        guard var object = item.object else { return item }
        change(&object)
        return .object(object)
      })
  }
}
