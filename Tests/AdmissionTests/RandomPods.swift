import PodAPI

/// Pods that a task could ask for, the same in every run: each field of a security context set or not,
/// strict or not, annotations that agree or not.
struct RandomPods {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  private mutating func random(_ count: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(count))
  }

  private mutating func pick<Value>(_ values: [Value]) -> Value { values[random(values.count)] }

  private mutating func maybe(_ values: [PodValue]) -> PodValue? {
    random(2) == 0 ? nil : pick(values)
  }

  private static func type(_ name: String, local: String? = nil) -> PodValue {
    var object = PodObject([.init(.type, .string(name))])
    if let local { object[.localhostProfile] = .string(local) }
    return .object(object)
  }

  private static let profiles: [PodValue] = [
    type("RuntimeDefault"), type("Localhost", local: "own.json"), type("Unconfined"),
  ]

  /// Fields of the pod that a policy may hold it to. Where Go has no pointer, no `false` is stored.
  private static let held: [(FieldName, [PodValue])] = [
    (.automountServiceAccountToken, [.bool(false), .bool(true)]),
    (.hostNetwork, [.bool(true)]), (.hostPID, [.bool(true)]),
    (.hostUsers, [.bool(false), .bool(true)]),
    (.runtimeClassName, [.string("gvisor"), .string("kata")]),
    (.shareProcessNamespace, [.bool(false), .bool(true)]),
  ]

  private mutating func capabilities() -> PodValue? {
    guard random(2) == 0 else { return nil }
    let names: [PodValue] = ["SYS_PTRACE", "NET_BIND_SERVICE", "CHOWN", "CAP_SYS_ADMIN"].map {
      .string($0)
    }
    var object = PodObject()
    let added = (0..<random(3)).map { _ in pick(names) }
    if !added.isEmpty { object[.add] = .list(added) }
    if let dropped = maybe([.list([.string("ALL")]), .list([.string("NET_RAW")])]) {
      object[.drop] = dropped
    }
    return .object(object)
  }

  private mutating func context() -> PodValue? {
    guard random(3) > 0 else { return nil }
    var object = PodObject()
    object[.allowPrivilegeEscalation] = maybe([.bool(false), .bool(true)])
    object[.capabilities] = capabilities()
    object[.privileged] = maybe([.bool(false), .bool(false), .bool(true)])
    object[.readOnlyRootFilesystem] = maybe([.bool(false), .bool(true)])
    object[.runAsNonRoot] = maybe([.bool(true), .bool(false)])
    object[.runAsUser] = maybe([.integer(0), .integer(1000), .integer(5000)])
    object[.seccompProfile] = maybe(Self.profiles)
    object[.appArmorProfile] = maybe(Self.profiles)
    return .object(object)
  }

  private mutating func podContext() -> PodValue? {
    guard random(3) > 0 else { return nil }
    var object = PodObject()
    object[.runAsNonRoot] = maybe([.bool(true), .bool(false)])
    object[.runAsUser] = maybe([.integer(0), .integer(1000), .integer(2000)])
    object[.fsGroup] = maybe([.integer(7)])
    object[.seccompProfile] = maybe(Self.profiles)
    object[.appArmorProfile] = maybe(Self.profiles)
    object[.supplementalGroups] = maybe([.list([.integer(1000), .integer(4000)])])
    return .object(object)
  }

  private mutating func containers(_ names: [String]) -> PodValue {
    .list(
      names.map { name in
        var object = PodObject([
          .init(.name, .string(name)), .init(.image, .string(pick(["a:1", "ghcr.io/acme/a:1"]))),
        ])
        object[.securityContext] = context()
        return .object(object)
      })
  }

  /// The next pod, a struct with `metadata` and `spec`.
  mutating func next() -> PodObject {
    let main = pick([["task"], ["task", "flyte-copilot-uploader"], ["task", "helper", "other"]])
    let initial = pick([[], ["flyte-copilot-downloader"], ["prepare", "fetch"]])
    var spec = PodObject([.init(.containers, containers(main))])
    if !initial.isEmpty { spec[.initContainers] = containers(initial) }
    spec[.securityContext] = podContext()
    for (name, values) in Self.held where random(3) > 0 { spec[name] = pick(values) }
    if random(12) == 0 {
      spec[.os] = .object(PodObject([.init(.name, .string("windows"))]))
    }
    var annotations = PodMap()
    let values = ["runtime/default", "unconfined", "localhost/own.json"]
    for name in main + initial where random(5) == 0 {
      annotations["container.apparmor.security.beta.kubernetes.io/\(name)"] = .string(pick(values))
    }
    for name in main + initial where random(6) == 0 {
      annotations["container.seccomp.security.alpha.kubernetes.io/\(name)"] = .string(pick(values))
    }
    if random(6) == 0 {
      annotations["seccomp.security.alpha.kubernetes.io/pod"] = .string(
        pick(values + ["docker/default"]))
    }
    var metadata = PodObject()
    metadata[.labels] = .map(PodMap([("execution-id", .string("x"))]))
    if !annotations.isEmpty { metadata[.annotations] = .map(annotations) }
    return PodObject([.init(.metadata, .object(metadata)), .init(.spec, .object(spec))])
  }
}
