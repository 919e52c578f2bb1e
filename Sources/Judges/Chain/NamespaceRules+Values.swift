public import PodAPI
public import Values

// The rules of namespaces as plain values, so that pods can be judged again from a file. The state of a
// quota is left out: it changes with every pod.

extension NamespaceRules {
  /// The same without what changes from day to day.
  public var lasting: NamespaceRules {
    var rules = self
    rules.quotas = quotas.map {
      ResourceQuota(name: $0.name, hard: $0.hard, scopes: $0.scopes, origin: $0.origin)
    }
    return rules
  }

  /// The rules as values, named as in the config.
  /// - Parameter known: the SCCs that the reader knows; nil: those that OpenShift ships. Others are written
  ///   out.
  public func values(besides known: ConstraintList? = nil) -> PlainValue {
    var entries: [PlainValue.Entry] = []
    if !limitRanges.isEmpty {
      entries.append(.init("limitRanges", .list(limitRanges.map(\.values))))
    }
    if !quotas.isEmpty { entries.append(.init("quotas", .list(quotas.map(\.values)))) }
    if let constraints { entries.append(.init("scc", constraints.values(besides: known))) }
    return .mapping(entries)
  }

  /// Reads them back; what is none of them is left out.
  /// - Parameter known: the SCCs where none are written out; nil: those that OpenShift ships.
  public init(_ values: PlainValue, known: ConstraintList? = nil) {
    limitRanges = (values["limitRanges"]?.items ?? []).map(LimitRange.init)
    quotas = (values["quotas"]?.items ?? []).map(ResourceQuota.init)
    constraints = values["scc"].flatMap { ConstraintSetup($0, known: known) }
  }
}

extension LimitRange {
  fileprivate var values: PlainValue {
    .mapping([.init("name", .string(name)), .init("limits", .list(items.map(\.values)))])
  }

  fileprivate init(_ values: PlainValue) {
    self.init(
      name: values["name"]?.string ?? "", items: (values["limits"]?.items ?? []).map(LimitItem.init)
    )
  }
}

extension LimitItem {
  fileprivate var values: PlainValue {
    let amounts = [
      ("min", min), ("max", max), ("default", defaultLimits), ("defaultRequest", defaultRequests),
      ("maxLimitRequestRatio", maxRatio),
    ]
    return .mapping(
      [.init("type", .string(kind.text))]
        + amounts.filter { !$0.1.isEmpty }.map { .init($0.0, PodValue.map($0.1).plain) })
  }

  fileprivate init(_ values: PlainValue) {
    func amounts(_ key: String) -> PodMap { PodMap(amounts: values[key]) }
    self.init(
      Kind(values["type"]?.string ?? ""), min: amounts("min"), max: amounts("max"),
      limits: amounts("default"), requests: amounts("defaultRequest"),
      ratio: amounts("maxLimitRequestRatio"))
  }
}

extension ResourceQuota {
  fileprivate var values: PlainValue {
    var entries: [PlainValue.Entry] = [
      .init("name", .string(name)), .init("hard", PodValue.map(hard).plain),
    ]
    if !scopes.isEmpty { entries.append(.init("scopes", .list(scopes.map(\.values)))) }
    return .mapping(entries)
  }

  fileprivate init(_ values: PlainValue) {
    self.init(
      name: values["name"]?.string ?? "", hard: PodMap(amounts: values["hard"]),
      scopes: (values["scopes"]?.items ?? []).compactMap(QuotaScope.init))
  }
}

extension QuotaScope {
  /// As an entry of a `scopeSelector`.
  fileprivate var values: PlainValue {
    let (name, word, names): (String, String, [ByteText]) =
      switch self {
      case .terminating(let has): (has ? "Terminating" : "NotTerminating", "Exists", [])
      case .bestEffort(let has): (has ? "BestEffort" : "NotBestEffort", "Exists", [])
      case .hasPriorityClass(let has): ("PriorityClass", has ? "Exists" : "DoesNotExist", [])
      case .priorityClass(let names, let isIn): ("PriorityClass", isIn ? "In" : "NotIn", names)
      case .crossNamespaceAffinity: ("CrossNamespacePodAffinity", "Exists", [])
      case .none: ("VolumeAttributesClass", "Exists", [])
      }
    var entries: [PlainValue.Entry] = [
      .init("scopeName", .string(name)), .init("operator", .string(word)),
    ]
    if !names.isEmpty { entries.append(.init("values", .list(names.map { .string($0.text) }))) }
    return .mapping(entries)
  }

  fileprivate init?(_ values: PlainValue) {
    self.init(
      name: values["scopeName"]?.string ?? "", operator: values["operator"]?.string ?? "",
      values: (values["values"]?.items ?? []).compactMap(\.string))
  }
}

extension PodMap {
  /// Amounts by the names of resources, as the API server keeps them.
  public init(amounts: PlainValue?) {
    self.init(
      (amounts?.entries ?? []).compactMap { entry in
        entry.value.string.map { (key: entry.key, value: .string(Quantity.canonical($0))) }
      })
  }
}
