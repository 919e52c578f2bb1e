import Judges

/// The keys of limits, quotas and SCCs: of clusters, and of entries of namespaces.
enum RuleKeys {
  static let keys: [ConfigSchema.Key] = [
    .init(
      "limitRanges", .list(.mapping([file, from, name] + limitRange.map { $0.optional })),
      example: "[{ limits: [{ type: Container, default: { memory: 1Gi } }] }]",
      "The LimitRanges of the namespaces: written here, or in files with those of all namespaces."),
    .init(
      "quotas", .list(.mapping([file, from, name] + quota.map { $0.optional } + [used])),
      example: "[{ hard: { limits.cpu: 10 } }]",
      "The ResourceQuotas of the namespaces: written here, or in files with those of all namespaces."
    ),
    .init(
      "scc", .mapping(ConstraintKeys.keys),
      example: #"{ uidRange: 1000660000/10000, mcs: "s0:c26,c5" }"#,
      "On OpenShift: the SCCs that the tasks' service accounts may use, and what the namespaces' annotations say."
    ),
  ]

  private static let file = ConfigSchema.Key(
    "file", .text(.path), example: "limits.yaml",
    "A file from 'kubectl get limitrange,resourcequota -A -o yaml'; others of the namespace count too."
  )
  private static let from = ConfigSchema.Key(
    "from", .choice(["values"]),
    "Those that Flyte makes of its own templates, 'cluster_resource_manager.templates' of the cluster's 'values' and its chart."
  )
  private static let name = ConfigSchema.Key("name", .text(.dnsSubdomain), "The object's name.")
  private static let amounts = ConfigSchema.strings(key: .labelKey, value: .quantity)

  /// The spec of a LimitRange.
  static let limitRange: [ConfigSchema.Key] = [
    .init(
      "limits",
      .list(
        .mapping([
          .init(
            "type",
            .choice([
              "Container", "Pod", "PersistentVolumeClaim", "openshift.io/Image",
              "openshift.io/ImageStream",
            ]), required: true, "The objects that the item limits."),
          .init("max", amounts, example: "{ cpu: 2 }", "The most that a limit can be."),
          .init("min", amounts, example: "{ cpu: 10m }", "The least that can be requested."),
          .init(
            "default", amounts, example: "{ cpu: 500m }", "The limits of containers without any."),
          .init(
            "defaultRequest", amounts, example: "{ cpu: 100m }",
            "The requests of containers without any."),
          .init(
            "maxLimitRequestRatio", amounts, example: "{ cpu: 4 }",
            "How many times its request a limit can be."),
        ])), required: true, example: "[{ type: Container, default: { memory: 1Gi } }]",
      "The items of a LimitRange, one for each type.")
  ]

  /// The spec of a quota.
  static let quota: [ConfigSchema.Key] = [
    .init(
      "hard", amounts, required: true, example: "{ limits.cpu: 10 }",
      "The amounts that the namespace can have."),
    .init(
      "scopes", .list(.choice(QuotaScope.names)), example: "[NotTerminating]",
      "The pods that the quota counts: those of all scopes."),
    .init(
      "scopeSelector",
      .mapping([
        .init(
          "matchExpressions",
          .list(
            .mapping([
              .init("scopeName", .choice(QuotaScope.names), required: true, "The scope."),
              .init(
                "operator", .choice(["In", "NotIn", "Exists", "DoesNotExist"]), required: true,
                "How it is compared."),
              .init(
                "values", .list(.text(.any)), example: "[high]",
                "The priority classes, for In and NotIn."),
            ])), example: "[{ scopeName: PriorityClass, operator: In, values: [high] }]",
          "The conditions, all of which must match.")
      ]), "The pods that the quota counts, by conditions."),
  ]

  /// The amounts of a quota's status.
  static let used = ConfigSchema.Key(
    "used", amounts, example: "{ limits.cpu: 4 }",
    "The amounts that the namespace has already; nothing by default.")
}

extension ConfigSchema.Key {
  /// The same key where another can stand for it.
  fileprivate var optional: ConfigSchema.Key {
    ConfigSchema.Key(
      name, schema, default: defaultValue, since: since, formerName: formerName, example: example,
      summary)
  }
}
