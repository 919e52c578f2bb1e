import PodAPI
public import Values

extension PluginSettings {
  /// The settings that a `plugins.k8s` section makes, over the defaults. Keys that shape no pod, and
  /// values of another type than Flyte wants, are passed over as Flyte's servers do.
  public init(reading section: PlainValue) {
    self.init()
    // Field names of every version; the binary drops those that it does not know.
    let decoder = PodDecoder.newest
    func object(_ key: String, _ type: String) -> PodObject? {
      guard let value = section[key], value != .null else { return nil }
      return decoder.decode(value, as: type)
    }
    func text(_ key: String, _ fallback: String) -> String { section[key]?.string ?? fallback }
    defaultPodTemplateName = text("default-pod-template-name", "")
    defaultSecurityContext = object("default-security-context", "SecurityContext")
    defaultPodSecurityContext = object("default-pod-security-context", "PodSecurityContext")
    hostNetwork = section["enable-host-networking-pod"]?.bool
    dnsConfig = object("default-pod-dns-config", "PodDNSConfig")
    imagePullPolicy = text("image-pull-policy", "")
    schedulerName = text("scheduler-name", "")
    tolerations = (section["default-tolerations"]?.items ?? []).map {
      .object(decoder.decode($0, as: "Toleration"))
    }
    interruptibleTolerations = (section["interruptible-tolerations"]?.items ?? []).map {
      .object(decoder.decode($0, as: "Toleration"))
    }
    interruptibleNodeSelector = PodMap(Self.ownKeys(section["interruptible-node-selector"]))
    let requirement = "NodeSelectorRequirement"
    interruptibleNodes = object("interruptible-node-selector-requirement", requirement)
    otherNodes = object("non-interruptible-node-selector-requirement", requirement)
    for entry in section["accelerator-device-classes"]?.entries ?? [] {
      guard let spec = entry.value["pod-template"]?["template"]?["spec"] else { continue }
      // The binary asks for classes by the names of their constants.
      deviceClasses[entry.key.uppercased()] = decoder.decode(spec, as: "PodSpec")
    }
    nodeSelector = PodMap(Self.ownKeys(section["default-node-selector"]))
    labels = PodMap(Self.ownKeys(section["default-labels"]))
    annotations = PodMap(Self.ownKeys(section["default-annotations"]))
    // Flyte goes over a map of Go's, in no order; this is one that stays.
    environment = PodMap(Self.ownKeys(section["default-env-vars"])).entries.map { entry in
      .object(PodObject([.init(.name, .string(entry.key)), .init(.value, entry.value)]))
    }
    environmentSources =
      Self.sources(section["default-env-from-secrets"], .secretRef)
      + Self.sources(section["default-env-from-configmaps"], .configMapRef)
    affinity = object("default-affinity", "Affinity")
    defaultCPU = Quantity.canonical(text("default-cpus", defaultCPU))
    defaultMemory = Quantity.canonical(text("default-memory", defaultMemory))
    requiresDefaultTemplate = section["require-default-pod-template"]?.bool ?? false
    keepsTemplateInitContainers = section["keep-template-init-containers"]?.bool ?? false
    if let copilot = section["co-pilot"] { read(copilot: copilot, decoder) }
  }

  private mutating func read(copilot section: PlainValue, _ decoder: PodDecoder) {
    func read(_ key: String, _ property: WritableKeyPath<Copilot, String>) {
      if let text = section[key]?.string { copilot[keyPath: property] = text }
    }
    read("name", \.name)
    read("default-input-path", \.inputPath)
    read("default-output-path", \.outputPath)
    read("input-vol-name", \.inputVolume)
    read("output-vol-name", \.outputVolume)
    read("cpu", \.cpu)
    read("memory", \.memory)
    read("storage-config-secret-name", \.storageSecret)
    copilot.cpu = Quantity.canonical(copilot.cpu)
    copilot.memory = Quantity.canonical(copilot.memory)
    copilot.image = section["image"]?.string
    if let timeout = section["timeout"].flatMap(GoDuration.nanoseconds) {
      copilot.timeout = timeout
    }
    if let context = section["security-context"], context != .null {
      copilot.securityContext = decoder.decode(context, as: "SecurityContext")
    }
    copilot.addsPtrace = section["add-ptrace-capability"]?.bool ?? false
  }

  /// Objects whose entries become variables; Flyte marks each as one that may be missing.
  private static func sources(_ names: PlainValue?, _ kind: FieldName) -> [PodValue] {
    (names?.items ?? []).compactMap(\.string).map { name in
      .object(
        PodObject([
          .init(
            kind,
            .object(PodObject([.init(.name, .string(name)), .init(.optional, .bool(true))])))
        ]))
    }
  }

  /// A map with keys of the user's own: Flyte's reader lowers the keys of a mapping, those of a list
  /// of mappings it leaves.
  private static func ownKeys(_ value: PlainValue?) -> [(key: String, value: PodValue)] {
    func entries(_ value: PlainValue, _ key: (String) -> String) -> [(String, PodValue)] {
      value.entries.compactMap { entry in
        entry.value.string.map { (key(entry.key), .string($0)) }
      }
    }
    guard let value else { return [] }
    return entries(value) { $0.lowercased() } + value.items.flatMap { entries($0) { $0 } }
  }
}
