/// The namespaces of a release's tasks.
public enum NamespaceRule: Sendable, Hashable {
  /// `namespace_mapping`: a template of `{{ project }}` and `{{ domain }}`, by default both joined.
  case template
  /// `PROJECT-DOMAIN`, whatever the configuration.
  case fixed
  /// One namespace for all tasks.
  case single
}

extension Release {
  /// Minor version of the k8s.io/api it was built with: fields younger than that vanish.
  public var apiMinor: Int { Self.apiMinors[self] }

  private static let apiMinors = ReleaseFact<Int>(
    24,
    from: [
      ("v1.9.35", 28), ("v1.9.37", 24), ("v1.10.1", 28), ("v1.16.4", 34), ("v2.0.0-alpha16", 28),
      ("v2.0.19", 35), ("v2.0.24", 36),
    ])

  /// The rule for the namespace of a task.
  public var namespaceRule: NamespaceRule { Self.namespaceRules[self] }

  private static let namespaceRules = ReleaseFact<NamespaceRule>(
    .template, from: [("v2.0.0-alpha16", .single), ("v2.0.8", .fixed), ("v2.0.14", .single)])

  /// Who beside a template may name the service account of a task, in words.
  public var namersOfServiceAccounts: String {
    switch line {
    case .v1:
      "a launch plan, an execution or a project's attributes can, and the console sends 'default' unless changed (flyte#3466)"
    case .v2: "a task or the setting 'defaultK8sServiceAccount' can"
    }
  }

  /// The charts it is released with that have plugin settings.
  public var charts: [String] { Self.chartNames[self] }

  private static let chartNames = ReleaseFact<[String]>(
    ["flyte-core", "flyte", "flyte-binary"],
    from: [("v2.0.0-alpha16", []), ("v2.0.8", ["flyte-binary"])])

  /// Co-pilot's image where no setting names one.
  public var builtInCopilotImage: String {
    isAtLeast("v2.0.25")
      ? "cr.flyte.org/flyteorg/flyte-binary-v2:latest"
      : "cr.flyte.org/flyteorg/flytecopilot:v0.0.15"
  }

  /// Returns whether it reads a key of `plugins.k8s.co-pilot`.
  public func reads(copilotKey key: String) -> Bool { reads(Self.copilotKeys[key]) }

  /// The first release that reads a key of `plugins.k8s.co-pilot`; nil for a key that none reads.
  public static func firstReading(copilotKey key: String) -> Release? {
    copilotKeys[key].map { Release.known($0.since) }
  }

  /// The last release that reads a key of `plugins.k8s.co-pilot`; nil for a key that is still read.
  public static func lastReading(copilotKey key: String) -> Release? {
    copilotKeys[key]?.until.flatMap { end in all.last { !$0.isAtLeast(end) } }
  }

  /// The keys of `plugins.k8s.co-pilot` that any release reads, in byte order.
  public static var copilotKeyNames: [String] { copilotKeys.keys.sorted() }

  /// The keys of `plugins.k8s` that any release reads, of those that are known, in byte order.
  public static var settingsKeyNames: [String] { settingsKeys.keys.sorted() }

  /// Returns whether it reads a key of `plugins.k8s`, of those that shape a pod's security or its merge.
  public func reads(settingsKey key: String) -> Bool { reads(Self.settingsKeys[key]) }

  /// The first release that reads a key of `plugins.k8s`; nil for a key that none reads.
  public static func firstReading(settingsKey key: String) -> Release? {
    settingsKeys[key].map { Release.known($0.since) }
  }

  /// The releases that read a key: the first, and the first that no longer does.
  private typealias Span = (since: String, until: String?)

  private func reads(_ span: Span?) -> Bool {
    guard let span else { return false }
    return isAtLeast(span.since) && !(span.until.map(isAtLeast) ?? false)
  }

  private static let copilotKeys: TextMap<Span> = [
    "name": ("v1.9.2", nil), "image": ("v1.9.2", nil), "default-input-path": ("v1.9.2", nil),
    "default-output-path": ("v1.9.2", nil), "input-vol-name": ("v1.9.2", nil),
    "output-vol-name": ("v1.9.2", nil), "start-timeout": ("v1.9.2", "v1.16.0-b3"),
    "cpu": ("v1.9.2", nil), "memory": ("v1.9.2", nil), "timeout": ("v1.16.0-b3", nil),
    "storage-config-override": ("v2.0.0-alpha16", nil),
    "storage-config-secret-name": ("v2.0.41", nil),
  ]

  private static let settingsKeys: TextMap<Span> = [
    "default-pod-template-name": ("v1.9.2", nil), "default-pod-template-resync": ("v1.9.2", nil),
    "default-security-context": ("v1.9.2", nil), "default-pod-security-context": ("v1.9.2", nil),
    "enable-host-networking-pod": ("v1.9.2", nil), "default-pod-dns-config": ("v1.9.2", nil),
    "default-node-selector": ("v1.9.2", nil), "default-tolerations": ("v1.9.2", nil),
    "default-affinity": ("v1.9.2", nil), "scheduler-name": ("v1.9.2", nil),
    "co-pilot": ("v1.9.2", nil), "image-pull-policy": ("v1.12.0-b0", nil),
    "create-container-config-error-grace-period": ("v1.10.7-b0", nil),
  ]
}
