public import Judges
public import Values

/// The PodTemplates of a namespace, in byte order of their names.
public struct PodTemplateSet: Sendable {
  /// The templates.
  public let templates: [PodTemplate]
  /// The namespaces' own limits, quotas and SCCs.
  public let rules: NamespaceRules
  /// The index of the set before it that has the same templates and other rules; nil: there is none.
  public let like: Int?

  /// Makes a set.
  public init(
    templates: [PodTemplate], rules: NamespaceRules = NamespaceRules(), like: Int? = nil
  ) {
    self.templates = templates
    self.rules = rules
    self.like = like
  }
}

extension Deployment {
  /// The sets that have templates of their own: of those that differ only in what their namespaces have of
  /// limits, quotas and SCCs, the first.
  public var distinctSets: [PodTemplateSet] { templateSets.filter { $0.like == nil } }
}

/// One PodTemplate, whatever the namespace it is written in.
public struct PodTemplate: Sendable, Hashable {
  /// Its name.
  @Bytewise public private(set) var name: String
  /// Labels of the object.
  public let labels: OriginTree
  /// Annotations of the object.
  public let annotations: OriginTree
  /// Labels of the pods.
  public let podLabels: OriginTree
  /// Annotations of the pods.
  public let podAnnotations: OriginTree
  /// The pod's spec, containers included.
  public var spec: OriginTree
  /// The profiles it was laid together from, left to right.
  @Bytewise public private(set) var profiles: [String]
  /// The claim for every pod that Flyte makes from it.
  public let claim: Claim?

  /// Makes a template.
  public init(
    name: String, labels: OriginTree, annotations: OriginTree, podLabels: OriginTree,
    podAnnotations: OriginTree, spec: OriginTree, profiles: [String], claim: Claim?
  ) {
    self.name = name
    self.labels = labels
    self.annotations = annotations
    self.podLabels = podLabels
    self.podAnnotations = podAnnotations
    self.spec = spec
    self.profiles = profiles
    self.claim = claim
  }
}

extension PodTemplate {
  /// The image of the containers of a PodTemplate. It has a tag, or the API server would fill in
  /// `imagePullPolicy: Always`; nothing serves it, so that a container that runs by mistake fails at
  /// once and visibly.
  public static let placeholder = "placeholder.invalid/not-pulled:v1"

  /// A template that sets nothing.
  public static func empty(_ name: String, claim: Claim? = nil) -> PodTemplate {
    PodTemplate(
      name: name, labels: .empty, annotations: .empty, podLabels: .empty, podAnnotations: .empty,
      spec: .empty, profiles: [], claim: claim)
  }

  /// The same template with another spec.
  public func with(spec: OriginTree) -> PodTemplate {
    var result = self
    result.spec = spec
    return result
  }
}

/// The claim that every pod passes a Pod Security level.
public struct Claim: Sendable, Hashable {
  /// `privileged`, `baseline` or `restricted`.
  @Bytewise public private(set) var level: String
  /// Minor version of the standard; nil for `latest`.
  public let minor: Int?
  /// The namespace that it is made in.
  public let origin: Origin

  /// Makes a claim.
  public init(level: String, minor: Int?, origin: Origin) {
    self.level = level
    self.minor = minor
    self.origin = origin
  }

  /// `latest` or `v1.31`.
  public var version: String { minor.map { "v1.\($0)" } ?? "latest" }
}
