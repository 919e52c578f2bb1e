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

  /// The places besides a template that may name the service account of a task, in words.
  public var namersOfServiceAccounts: String {
    switch line {
    case .v1:
      "a launch plan, an execution or a project's attributes can, and the console sends 'default' unless changed (flyte#3466)"
    case .v2: "a task or the setting 'defaultK8sServiceAccount' can"
    }
  }

  /// Returns whether a setting of v2's executor names the service account of tasks without one.
  public var readsDefaultServiceAccount: Bool { line == .v2 && isAtLeast("v2.0.29") }

  /// Returns whether `plugins.ray.submissionMode` decides who submits a Ray job.
  public var readsRaySubmissionMode: Bool { plugins.ray.readsSubmissionMode }

  /// Returns whether flyte-core has a value for the scope of flytepropeller's rights.
  public var hasPropellerScope: Bool { line == .v1 && isAtLeast("v1.16.0") }

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
}
