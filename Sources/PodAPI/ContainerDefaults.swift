/// Defaults of a container's fields.
enum ContainerDefaults {
  static func fill(_ container: inout PodObject) {
    if container[.imagePullPolicy] != nil {
      container.fill(messageFields)
    } else {
      let isPulledAlways = pullPolicy(container[.image]?.string ?? "") == "Always"
      container.fill(isPulledAlways ? alwaysFields : ifNotPresentFields)
    }
    container.mapItems(.ports) { $0.fill(.protocol, .string("TCP")) }
    for probe in FieldName.probes {
      container.mapObject(probe) { probe in
        probe.fill(.timeoutSeconds, .integer(1))
        probe.fill(.periodSeconds, .integer(10))
        probe.fill(.successThreshold, .integer(1))
        probe.fill(.failureThreshold, .integer(3))
        probe.mapObject(.grpc) { $0.fill(.service, .string("")) }
        httpGet(&probe)
      }
    }
    container.mapObject(.lifecycle) { lifecycle in
      lifecycle.mapObject(.postStart, httpGet)
      lifecycle.mapObject(.preStop, httpGet)
    }
    let refers = container[.env]?.items.contains { $0.object?[.valueFrom] != nil } ?? false
    guard refers else { return }
    container.mapItems(.env) { variable in
      variable.mapObject(.valueFrom) { source in
        source.mapObject(.fieldRef) { $0.fill(.apiVersion, .string("v1")) }
        source.mapObject(.fileKeyRef) { $0.fill(.optional, .bool(false)) }
      }
    }
  }

  private static let messageFields = PodObject([
    .init(.terminationMessagePath, .string("/dev/termination-log")),
    .init(.terminationMessagePolicy, .string("File")),
  ]).fields
  private static let alwaysFields = PodObject(
    messageFields + [.init(.imagePullPolicy, .string("Always"))]
  ).fields
  private static let ifNotPresentFields = PodObject(
    messageFields + [.init(.imagePullPolicy, .string("IfNotPresent"))]
  ).fields

  private static func httpGet(_ handler: inout PodObject) {
    handler.mapObject(.httpGet) { request in
      request.fill(.path, .string("/"))
      request.fill(.scheme, .string("HTTP"))
    }
  }

  /// `Always` for an image without a tag or with `latest`, else `IfNotPresent`.
  static func pullPolicy(_ image: String) -> String {
    ImageName.isLatest(image) ? "Always" : "IfNotPresent"
  }

  /// Adds a request for what is limited and not requested; in pods only.
  static func requestLimits(_ container: inout PodObject) {
    guard var resources = container[.resources]?.object, let limits = resources[.limits]?.map
    else { return }
    var requests = resources[.requests]?.map ?? PodMap()
    let missing = limits.entries.filter { requests[$0.key] == nil }
    guard !missing.isEmpty else { return }
    for limit in missing { requests[limit.key] = limit.value }
    resources[.requests] = .map(requests)
    container[.resources] = .object(resources)
  }

  /// On the node's network every port is the node's; in pods only.
  static func takeHostPorts(_ container: inout PodObject) {
    container.mapItems(.ports) { port in
      if let number = port[.containerPort] { port.fill(.hostPort, number) }
    }
  }
}
