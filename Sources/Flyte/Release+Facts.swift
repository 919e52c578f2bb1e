/// What a release's tasks run in.
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
  public var apiMinor: Int { Self.apiMinors[self] ?? 24 }

  private static let apiMinors = ReleaseFact<Int>(values: [
    ("v1.9.2", 24), ("v1.9.35", 28), ("v1.9.37", 24), ("v1.10.1", 28), ("v1.16.4", 34),
    ("v2.0.0-alpha16", 28), ("v2.0.19", 35), ("v2.0.24", 36),
  ])

  /// How it finds the namespace of a task.
  public var namespaceRule: NamespaceRule { Self.namespaceRules[self] ?? .template }

  private static let namespaceRules = ReleaseFact<NamespaceRule>(values: [
    ("v1.9.2", .template), ("v2.0.0-alpha16", .single), ("v2.0.8", .fixed), ("v2.0.14", .single),
  ])

  /// The charts it is released with that have plugin settings.
  public var charts: [String] { Self.chartNames[self] ?? [] }

  private static let chartNames = ReleaseFact<[String]>(values: [
    ("v1.9.2", ["flyte-core", "flyte", "flyte-binary"]), ("v2.0.0-alpha16", []),
    ("v2.0.8", ["flyte-binary"]),
  ])

  /// Whether it reads a key of `plugins.k8s.co-pilot`.
  public func reads(copilotKey key: String) -> Bool {
    guard let (since, until) = Self.copilotKeys[key] else { return false }
    return isAtLeast(since) && !(until.map(isAtLeast) ?? false)
  }

  /// The first release that reads a key of `plugins.k8s.co-pilot`; nil for a key that none reads.
  public static func firstReading(copilotKey key: String) -> Release? {
    copilotKeys[key].flatMap { Release.named($0.since) }
  }

  /// Each key with the first release that reads it and the first that no longer does.
  private static let copilotKeys: [String: (since: String, until: String?)] = [
    "name": ("v1.9.2", nil), "image": ("v1.9.2", nil), "default-input-path": ("v1.9.2", nil),
    "default-output-path": ("v1.9.2", nil), "input-vol-name": ("v1.9.2", nil),
    "output-vol-name": ("v1.9.2", nil), "start-timeout": ("v1.9.2", "v1.16.0-b3"),
    "cpu": ("v1.9.2", nil), "memory": ("v1.9.2", nil), "timeout": ("v1.16.0-b3", nil),
    "storage-config-secret-name": ("v2.0.41", nil),
  ]
}
