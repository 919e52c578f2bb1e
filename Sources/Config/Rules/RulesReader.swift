import Diagnostics
import Judges
import Model
import PodAPI
import Values

/// Reads limits, quotas and SCCs of a cluster or of an entry of its namespaces.
struct RulesReader {
  /// The folders that paths are relative to: those of the files that have the keys.
  struct Folders {
    let limitRanges: String
    let quotas: String
    let constraints: String
    let namespaces: String
  }

  let folders: Folders
  let kubernetes: KubernetesTarget

  /// - Parameter isEntry: whether it is an entry of `namespaces`; else it is the cluster.
  func read(
    _ tree: OriginTree, isEntry: Bool, into diagnostics: inout DiagnosticList
  ) -> RulesChoice {
    var choice = RulesChoice()
    choice.limitRanges = objects(
      tree["limitRanges"], "limitRanges", "limits",
      isEntry ? folders.namespaces : folders.limitRanges, into: &diagnostics
    ) {
      Self.limitRange($0, name: $0["name"]?.string ?? "limits", into: &$1)
    }
    choice.quotas = objects(
      tree["quotas"], "quotas", "hard", isEntry ? folders.namespaces : folders.quotas,
      into: &diagnostics
    ) {
      Self.quota(
        $0, hard: $0["hard"], used: $0["used"], name: $0["name"]?.string ?? "quota", into: &$1)
    }
    let constraints = ConstraintReader(
      kubernetes: kubernetes, folder: isEntry ? folders.namespaces : folders.constraints)
    choice.constraints = tree["scc"].flatMap { constraints.read($0, into: &diagnostics) }
    return choice
  }

  /// - Parameter body: the key that an object has unless it is a file.
  private func objects<Object>(
    _ tree: OriginTree?, _ key: String, _ body: String, _ folder: String,
    into diagnostics: inout DiagnosticList,
    _ read: (OriginTree, inout DiagnosticList) -> Object?
  ) -> RulesChoice.Objects<Object>? {
    guard let tree else { return nil }
    var result = RulesChoice.Objects<Object>(origin: tree.origin)
    for item in tree.items {
      if let from = item["from"], from.string != nil {
        refuseOthers(besides: "from", in: item, into: &diagnostics)
        result.fromValues = from.origin
        continue
      }
      guard let path = item["file"]?.string, let file = item["file"] else {
        guard item[body] != nil || item.isBroken else {
          diagnostics.error(
            .missingKey, "'\(body)' is missing in an entry of '\(key)'", at: item.origin.span,
            hint: "add it, or write 'file: limits.yaml'")
          continue
        }
        if let object = read(item, &diagnostics) { result.written.append(object) }
        if item["name"] == nil { result.unnamed.insert(item.origin) }
        continue
      }
      refuseOthers(besides: "file", in: item, into: &diagnostics)
      result.files.append(
        .init(
          path: SourcePath.resolve(path, from: folder),
          written: Located(path, origin: file.origin)))
    }
    return result
  }

  private func refuseOthers(
    besides key: String, in item: OriginTree, into diagnostics: inout DiagnosticList
  ) {
    guard let other = item.entries.first(where: { $0.key != key }) else { return }
    diagnostics.error(
      .wrongValue, "'\(other.key)' cannot be combined with '\(key)'", at: other.keyOrigin.span,
      hint: "write it in an entry of its own")
  }

  /// A LimitRange of its spec; nil after an error.
  /// - Parameter origin: nil: its own.
  static func limitRange(
    _ spec: OriginTree, name: String, at origin: Origin? = nil,
    into diagnostics: inout DiagnosticList
  ) -> LimitRange? {
    guard !spec.holdsBroken else { return nil }
    let before = diagnostics.errorCount
    var kinds: Set<LimitItem.Kind> = []
    let items = (spec["limits"]?.items ?? []).map { tree in
      let kind = LimitItem.Kind(tree["type"]?.string ?? "")
      if !kinds.insert(kind).inserted {
        diagnostics.error(
          .wrongValue, "a LimitRange can have one item of type '\(kind.text)'",
          at: tree["type"]?.origin.span ?? tree.origin.span, hint: "merge it with the first one")
      }
      func map(_ key: String) -> PodMap { amounts(tree[key]) }
      let item = LimitItem(
        kind, min: map("min"), max: map("max"), limits: map("default"),
        requests: map("defaultRequest"), ratio: map("maxLimitRequestRatio"))
      LimitRules(tree: tree, item: item).check(into: &diagnostics)
      return item
    }
    guard diagnostics.errorCount == before else { return nil }
    return LimitRange(name: name, items: items, origin: origin ?? spec.origin)
  }

  /// A quota of its spec and its status; nil after an error.
  static func quota(
    _ spec: OriginTree, hard: OriginTree?, used: OriginTree?, name: String,
    at origin: Origin? = nil, into diagnostics: inout DiagnosticList
  ) -> ResourceQuota? {
    guard !spec.holdsBroken else { return nil }
    let before = diagnostics.errorCount
    var scopes = (spec["scopes"]?.items ?? []).compactMap { $0.string }
      .compactMap { QuotaScope(name: $0) }
    for item in spec[path: ["scopeSelector", "matchExpressions"]]?.items ?? [] {
      let scope = QuotaScope(
        name: item["scopeName"]?.string ?? "", operator: item["operator"]?.string ?? "",
        values: (item["values"]?.items ?? []).compactMap { $0.string })
      guard let scope else {
        diagnostics.error(
          .wrongValue,
          "the operator does not fit the scope: In and NotIn need PriorityClass and 'values', and DoesNotExist needs PriorityClass",
          at: item.origin.span, hint: "write 'operator: Exists'")
        continue
      }
      scopes.append(scope)
    }
    let opposite = scopes.first { scope in
      switch scope {
      case .terminating(let has): scopes.contains(.terminating(!has))
      case .bestEffort(let has): scopes.contains(.bestEffort(!has))
      default: false
      }
    }
    if opposite != nil {
      diagnostics.error(
        .wrongValue, "no pod is in a scope and in its opposite",
        at: (spec["scopes"] ?? spec).origin.span, hint: "remove one of the two scopes")
    }
    let (most, has) = (amounts(hard), amounts(used))
    guard diagnostics.errorCount == before else { return nil }
    return ResourceQuota(
      name: name, hard: most, used: has, scopes: scopes, origin: origin ?? spec.origin)
  }

  private static func amounts(_ tree: OriginTree?) -> PodMap {
    PodMap(amounts: tree.map { PlainValue($0) })
  }
}
