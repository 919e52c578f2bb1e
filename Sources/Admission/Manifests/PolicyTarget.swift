import Values

/// The admission controller that runs policies.
public enum PolicyEngine: String, Sendable, Hashable, CaseIterable {
  /// The API server's own policies.
  case kubernetes
  /// Kyverno 1.15 or newer.
  case kyverno
}

/// The version in which an API server has its mutating policies.
public enum MutatingVersion: String, Sendable, Hashable {
  /// On by default from Kubernetes 1.36.
  case v1
  /// Kubernetes 1.34 and 1.35, where the feature gate `MutatingAdmissionPolicy` is on and the API is
  /// served.
  case v1beta1
}

/// The namespaces that a policy is for.
public enum PolicyNamespaces: Sendable, Hashable {
  /// By their names.
  case names([String])
  /// By a label that they have.
  case label(key: String, value: String)

  /// The most namespaces that are named: a selector of more is hard to read, and each pod of the
  /// cluster is compared with all of it.
  public static let mostNames = 1000

  /// The selector of a manifest.
  var selector: PlainValue {
    switch self {
    case .names(let names):
      .mapping([
        .init(
          "matchExpressions",
          .list([
            .mapping([
              .init("key", .string("kubernetes.io/metadata.name")),
              .init("operator", .string("In")),
              .init("values", .list(names.map { .string($0) })),
            ])
          ]))
      ])
    case .label(let key, let value):
      .mapping([.init("matchLabels", .mapping([.init(key, .string(value))]))])
    }
  }
}

/// The parts of manifests that all policies have.
enum PolicyManifest {
  static let nativeGroup = "admissionregistration.k8s.io/"
  static let kyverno = "policies.kyverno.io/v1alpha1"

  static func object(
    _ apiVersion: String, _ kind: String, _ name: String, cost: PolicyCost? = nil,
    _ spec: [PlainValue.Entry]
  ) -> PlainValue {
    var metadata: [PlainValue.Entry] = [.init("name", .string(name))]
    if let cost {
      metadata.append(
        .init("annotations", .mapping([.init("flyte-harden/estimated-cost", .string(cost.text))])))
    }
    return .mapping([
      .init("apiVersion", .string(apiVersion)), .init("kind", .string(kind)),
      .init("metadata", .mapping(metadata)), .init("spec", .mapping(spec)),
    ])
  }

  /// New pods, in all namespaces or in those of a selector.
  static func constraints(_ namespaces: PolicyNamespaces? = nil) -> PlainValue.Entry {
    let rules = PlainValue.list([
      .mapping([
        .init("apiGroups", .list([.string("")])), .init("apiVersions", .list([.string("v1")])),
        .init("operations", .list([.string("CREATE")])),
        .init("resources", .list([.string("pods")])),
      ])
    ])
    let selector = namespaces.map { [PlainValue.Entry("namespaceSelector", $0.selector)] } ?? []
    return .init("matchConstraints", .mapping(selector + [.init("resourceRules", rules)]))
  }

  static func conditions(_ matches: [PolicyMatch]) -> PlainValue.Entry {
    .init(
      "matchConditions",
      .list(
        matches.map {
          .mapping([
            .init("name", .string($0.name)), .init("expression", .string($0.condition.cel)),
          ])
        }))
  }

  /// Kyverno makes rules for Deployments, Jobs and others of a policy for pods, in which the paths of a
  /// patch would be wrong; the pods that these make pass the policy itself.
  static let noControllers = PlainValue.Entry(
    "autogen",
    .mapping([.init("podControllers", .mapping([.init("controllers", .list([]))]))]))
}

extension PolicyCost {
  /// In a line.
  public var text: String {
    "\(fixed) for a pod and \(perContainer) for each container, of \(Self.limit)"
  }
}
