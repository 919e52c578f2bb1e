public import Judges
public import Values

/// A namespace that tasks run in.
public struct Namespace: Sendable {
  /// Its Kubernetes name.
  public let name: String
  /// The organization, where one is said.
  public let organization: String?
  /// The Flyte project, where one is said.
  public let project: String?
  /// The Flyte domain, where one is said.
  public let domain: String?
  /// The entry of the config that makes it.
  public let origin: Origin
  /// Index in the cluster's `templateSets`.
  public var templateSet: Int
  /// The limits, quotas and SCCs of its entry.
  public let rules: RulesChoice

  /// Makes a namespace.
  public init(
    name: String, organization: String?, project: String?, domain: String?, origin: Origin,
    templateSet: Int, rules: RulesChoice = RulesChoice()
  ) {
    self.name = name
    self.organization = organization
    self.project = project
    self.domain = domain
    self.origin = origin
    self.templateSet = templateSet
    self.rules = rules
  }
}

/// The PodTemplates that a namespace gets.
public struct TemplateSet: Sendable {
  /// A template for a task's `pod_template_name`.
  public struct Named: Sendable {
    /// Its name.
    public let name: String
    /// Index in the cluster's `profiles`.
    public let profile: Int

    /// Makes a named template.
    public init(name: String, profile: Int) {
      self.name = name
      self.profile = profile
    }
  }

  /// Index in the cluster's `profiles`, for the default template.
  public let profile: Int
  /// Named templates, in byte order of their names.
  public let named: [Named]
  /// The namespaces' own limits, quotas and SCCs.
  public var rules = NamespaceRules()
  /// The index of the set before it that has the same templates and other rules; nil: there is none.
  public internal(set) var like: Int?

  /// Makes a set.
  public init(profile: Int, named: [Named]) {
    self.profile = profile
    self.named = named
  }
}

/// A line of `assign`, as written: selectors and what they give.
public struct AssignLine: Sendable {
  /// Selected values by selector (`organization project domain namespace`), in that order.
  public let selectors: [Selector]
  /// The profiles laid one over the other; empty when the line gives none.
  public let profiles: [String]
  /// Named templates and the profiles laid over the namespace's own.
  public let templates: [Template]
  /// Its place in the config.
  public let origin: Origin

  /// One selector of a line.
  public struct Selector: Sendable {
    /// `organization`, `project`, `domain` or `namespace`.
    public let key: String
    /// The values of which one must match.
    public let values: [String]

    /// Makes a selector.
    public init(key: String, values: [String]) {
      self.key = key
      self.values = values
    }
  }

  /// One named template of a line.
  public struct Template: Sendable {
    /// Its name.
    public let name: String
    /// The profiles laid over the namespace's own.
    public let profiles: [String]

    /// Makes a template.
    public init(name: String, profiles: [String]) {
      self.name = name
      self.profiles = profiles
    }
  }

  /// Makes a line.
  public init(
    selectors: [Selector], profiles: [String], templates: [Template], origin: Origin
  ) {
    self.selectors = selectors
    self.profiles = profiles
    self.templates = templates
    self.origin = origin
  }
}
