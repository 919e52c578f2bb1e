public import PodAPI

extension PluginSettings {
  /// The settings that a `plugins.k8s` section makes, over the defaults. Keys that shape no pod, and
  /// values of another type than Flyte wants, are passed over as Flyte's servers do.
  public init(reading section: PlainValue) {
    self.init()
    // Field names of every version; the binary drops those that it does not know.
    let decoder = PodDecoder(minor: PodSchema.minorVersions.upperBound)
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
    nodeSelector = PodMap(Self.selector(section["default-node-selector"]))
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

  /// A map with keys of the user's own: Flyte's reader lowers the keys of a mapping, those of a list
  /// of mappings it leaves.
  private static func selector(_ value: PlainValue?) -> [(key: String, value: PodValue)] {
    func entries(_ value: PlainValue, _ key: (String) -> String) -> [(String, PodValue)] {
      value.entries.compactMap { entry in
        entry.value.string.map { (key(entry.key), .string($0)) }
      }
    }
    guard let value else { return [] }
    return entries(value) { $0.lowercased() } + value.items.flatMap { entries($0) { $0 } }
  }
}

/// Durations as Flyte's configuration writes them: `1h30m`, or a number of nanoseconds.
enum GoDuration {
  private static let units: [(name: String, nanoseconds: Double)] = [
    ("ns", 1), ("us", 1e3), ("µs", 1e3), ("ms", 1e6), ("s", 1e9), ("m", 6e10), ("h", 3.6e12),
  ]

  /// The nanoseconds of a value; nil when it is no duration.
  static func nanoseconds(_ value: PlainValue) -> Int64? {
    switch value {
    case .integer(let number): number
    case .string(let text): nanoseconds(text)
    default: nil
    }
  }

  private static func nanoseconds(_ text: String) -> Int64? {
    var rest = text[...]
    let isNegative = rest.first == "-"
    if isNegative || rest.first == "+" { rest = rest.dropFirst() }
    guard rest != "0" else { return 0 }
    guard !rest.isEmpty else { return nil }
    var total = 0.0
    while !rest.isEmpty {
      let digits = rest.prefix { $0.isDigit || $0 == "." }
      rest = rest.dropFirst(digits.count)
      let unit = rest.prefix { !$0.isDigit && $0 != "." }
      rest = rest.dropFirst(unit.count)
      guard let number = Double(digits),
        let scale = units.first(where: { $0.name == unit })?.nanoseconds
      else { return nil }
      total += number * scale
    }
    return Int64(exactly: (isNegative ? -total : total).rounded())
  }
}
