import Flyte
import PodAPI
import Values

/// Spark's own making of driver and executors on Kubernetes, as Spark 3.5 does it.
///
/// Random parts of names are words in capitals.
struct SparkBuilder {
  /// The fields of a part in a `SparkApplication`, and Spark's configuration.
  struct Part {
    let role: PodRole
    let fields: PlainValue
    /// The template that Spark reads; nil: none.
    let template: RolePod?
    /// The name of the container in the template that is Spark's.
    let templateContainer: String?

    var isDriver: Bool { role == .driver }
    var word: String { role.name }
  }

  /// The name of the application.
  let name: String
  /// The application's spec.
  let spec: PlainValue
  /// Labels that the operator gives the pods.
  let labels: [(key: String, value: String)]
  /// True if Spark reads a template of executors, which the driver then has a volume for.
  let hasExecutorTemplate: Bool

  private var configuration: PodMap { spec.texts("sparkConf") }

  func pod(_ part: Part) -> RolePod {
    var spec = part.template?.spec ?? PodObject()
    var metadata = part.template?.metadata ?? PodObject()
    label(&metadata, part)
    var container = takeContainer(from: &spec, part.templateContainer)
    if container.containerName.isEmpty {
      container.set(.name, "spark-kubernetes-\(part.word)")
    }
    let image = part.fields.text("image")
    container.set(.image, image.isEmpty ? self.spec.text("image") : image)
    container.set(.imagePullPolicy, "IfNotPresent")
    container.append(part.isDriver ? Self.driverPorts : Self.executorPorts, to: .ports)
    container[.resources] = .object(resources(part, over: container))
    spec.set(.restartPolicy, "Never")
    if part.isDriver {
      if hasExecutorTemplate { addPodTemplate(to: &spec, &container) }
    } else {
      spec[.hostname] = .string("\(prefix)-exec-1")
      add(
        "spark-conf-volume-exec", configMap: "spark-exec-HASH-conf-map", "/opt/spark/conf",
        to: &spec, &container)
    }
    setAccount(&spec, part)
    let directory = PodObject([
      .init(.name, .string("spark-local-dir-1")), .init(.emptyDir, .object(PodObject())),
    ])
    spec.append([.object(directory)], to: .volumes)
    container.append([Self.mount("spark-local-dir-1", "/var/data/spark-UUID")], to: .volumeMounts)
    spec.append([.object(container)], to: .containers)
    return RolePod(part.role, metadata: metadata, spec: spec)
  }

  /// The first words of executors' names, which Flyte sets.
  private var prefix: String {
    configuration["spark.kubernetes.executor.podNamePrefix"]?.string ?? "\(name)-HASH"
  }

  /// The template's container that is Spark's, taken out of the pod: that of the name, or the first.
  private func takeContainer(from spec: inout PodObject, _ name: String?) -> PodObject {
    var containers = spec[.containers]?.items ?? []
    guard !containers.isEmpty else { return PodObject() }
    let index = name.flatMap { spec.container($0) } ?? 0
    let found = containers.remove(at: index).object ?? PodObject()
    spec[.containers] = containers.isEmpty ? nil : .list(containers)
    return found
  }

  private func label(_ metadata: inout PodObject, _ part: Part) {
    metadata.put(
      labels + [
        ("spark-app-selector", "spark-0123456789abcdef"), ("spark-app-name", name),
        ("spark-version", "3.5.6"), ("spark-role", part.word),
      ], in: .labels)
    if !part.isDriver {
      metadata.put(
        [("spark-exec-id", "1"), ("spark-exec-resourceprofile-id", "0")], in: .labels)
    }
    for (key, name) in [("labels", FieldName.labels), ("annotations", .annotations)] {
      let own = part.fields.texts(key).entries.map { ($0.key, $0.value.string ?? "") }
      metadata.put(own.map { (key: $0.0, value: $0.1) }, in: name)
    }
  }

  // MARK: resources

  private func resources(_ part: Part, over container: PodObject) -> PodObject {
    var resources = container[.resources]?.object ?? PodObject()
    func put(_ name: String, _ amount: String?, in list: FieldName) {
      guard let amount else { return }
      var map = resources[list]?.map ?? PodMap()
      map[name] = .string(Quantity.canonical(amount))
      resources[list] = .map(map)
    }
    func configured(_ key: String) -> String? { configuration[key]?.string }
    let prefix = "spark.kubernetes.\(part.word)"
    let cores =
      part.fields["cores"] == nil
      ? configured("spark.\(part.word).cores") ?? "1" : "\(part.fields.number("cores"))"
    put("cpu", configured("\(prefix).request.cores") ?? cores, in: .requests)
    put("cpu", configured("\(prefix).limit.cores"), in: .limits)
    let memory = "\(memory(part))Mi"
    put("memory", memory, in: .requests)
    put("memory", memory, in: .limits)
    return resources
  }

  /// The memory of a part in MiB, with what Spark puts on top of it.
  private func memory(_ part: Part) -> Int64 {
    let asked = part.fields.text("memory")
    let text =
      asked.isEmpty ? configuration["spark.\(part.word).memory"]?.string ?? "1g" : asked
    let heap = Self.mebibytes(text) ?? 1024
    if let overhead = configuration["spark.\(part.word).memoryOverhead"]?.string
      .flatMap(Self.mebibytes)
    {
      return heap + overhead
    }
    let file = spec.text("mainApplicationFile")
    // What is not Java needs more beside Java's own memory.
    let percent: Int64 = file.hasSuffix(".py") || file.hasSuffix(".R") ? 40 : 10
    return heap + max(heap / 100 * percent + heap % 100 * percent / 100, 384)
  }

  /// A size as Java writes it: `1g`, `512m`, or a number of MiB.
  static func mebibytes(_ text: String) -> Int64? {
    let lower = text.lowercased()
    let digits = lower.prefix { ("0"..."9").contains($0) }
    guard let number = Int64(digits), number < 1 << 40 else { return nil }
    switch lower.dropFirst(digits.count) {
    case "", "m", "mb": return number
    case "k", "kb": return number / 1024
    case "g", "gb": return number * 1024
    case "t", "tb": return number * 1024 * 1024
    default: return nil
    }
  }

  // MARK: accounts and volumes

  /// Both fields of the service account. A template's own counts for executors only if it is in the
  /// older field.
  private func setAccount(_ spec: inout PodObject, _ part: Part) {
    if !part.isDriver, spec[.serviceAccount] != nil { return }
    let driver = self.spec["driver"]?.text("serviceAccount") ?? ""
    let own = part.fields.text("serviceAccount")
    let account = own.isEmpty ? driver : own
    guard !account.isEmpty else { return }
    spec.set(.serviceAccount, account)
    spec.set(.serviceAccountName, account)
  }

  private func addPodTemplate(to spec: inout PodObject, _ container: inout PodObject) {
    add(
      "pod-template-volume", configMap: "\(name)-HASH-driver-podspec-conf-map",
      "/opt/spark/pod-template", to: &spec, &container,
      items: [
        .fields([
          ("key", .string("podspec-configmap-key")), ("path", .string("pod-spec-template.yml")),
        ])
      ])
  }

  private func add(
    _ volume: String, configMap: String, _ path: String, to spec: inout PodObject,
    _ container: inout PodObject, items: [PlainValue] = []
  ) {
    let source = PlainValue.fields([
      ("name", .string(volume)),
      (
        "configMap",
        .fields([
          ("name", .string(configMap)), ("items", items.isEmpty ? nil : .list(items)),
        ])
      ),
    ])
    let decoder = PodDecoder.newest
    spec.append([.object(decoder.decode(source, as: "Volume"))], to: .volumes)
    container.append([Self.mount(volume, path)], to: .volumeMounts)
  }

  private static func mount(_ name: String, _ path: String) -> PodValue {
    .object(PodObject([.init(.name, .string(name)), .init(.mountPath, .string(path))]))
  }

  private static let driverPorts: [PodValue] = [
    ("driver-rpc-port", 7078), ("blockmanager", 7079), ("spark-ui", 4040),
  ].map {
    .object(
      PodObject([
        .init(.name, .string($0.0)), .init(.containerPort, .integer($0.1)),
        .init(.protocol, .string("TCP")),
      ]))
  }

  private static let executorPorts: [PodValue] = [
    .object(
      PodObject([
        .init(.name, .string("blockmanager")), .init(.containerPort, .integer(7079)),
      ]))
  ]
}
