import Config
import Diagnostics
import Judges
import Model
import Values

/// Gives the namespaces what they have of their own: of the config, of files, and of Flyte's own templates
/// of resources.
struct RulesReading {
  private var files = RuleFiles()
  /// The keys `usable` that were held against the SCCs of a file.
  private var checked: Set<Origin> = []
  /// The SCCs of files, so that all namespaces share them.
  private var lists: [ListKey: ConstraintList] = [:]
  private var same = SameObjects()
  private var uses = FileUse()

  private struct ListKey: Hashable {
    let path: ByteText
    let minor: Int
  }

  /// The clusters with the rules of their namespaces; faults go to `diagnostics`.
  mutating func read(_ clusters: [Cluster], into diagnostics: inout DiagnosticList) -> [Cluster] {
    let read = clusters.map { cluster in
      var cluster = cluster
      var templates = TemplateRules(cluster)
      let minor = cluster.kubernetes.minor
      var crowded: (name: String, origin: Origin)?
      cluster.giveRules { place, choice in
        var rules = NamespaceRules()
        rules.limitRanges = objects(
          choice.limitRanges, of: place, \.limitRanges, &templates, into: &diagnostics)
        rules.quotas = objects(choice.quotas, of: place, \.quotas, &templates, into: &diagnostics)
        rules.constraints = choice.constraints.flatMap {
          setup($0, of: place, onKubernetes: minor, into: &diagnostics)
        }
        if rules.limitRanges.count > LimitRanger.most {
          crowded = crowded ?? choice.limitRanges.map { (place.name, $0.origin) }
          rules.limitRanges = []
        }
        return rules
      }
      templates.report(into: &diagnostics)
      if let crowded {
        diagnostics.error(
          .wrongValue,
          "the namespace '\(crowded.name)' has more than \(LimitRanger.most) LimitRanges, which cannot be judged: they apply in random order",
          at: crowded.origin.span, hint: "merge some of them")
      }
      return cluster
    }
    uses.report(into: &diagnostics)
    return read
  }

  /// Those that are written, those of files for this namespace or for all, and those of templates.
  private mutating func objects<Object: NamespaceObject>(
    _ choice: RulesChoice.Objects<Object>?, of place: RuledPlace,
    _ map: (RuleManifests) -> TextMap<[Object]>, _ templates: inout TemplateRules,
    into diagnostics: inout DiagnosticList
  ) -> [Object] {
    guard let choice else { return [] }
    var found = choice.written
    for path in choice.files {
      guard let file = files.rules(path, into: &diagnostics) else { continue }
      uses.add(place, path, file)
      found += (map(file)[place.name] ?? []) + (map(file)[""] ?? [])
    }
    if let origin = choice.fromValues {
      for made in templates.manifests(of: place, Object.kind, at: origin, into: &diagnostics) {
        found += (map(made)[place.name] ?? []) + (map(made)[""] ?? [])
      }
    }
    return same.once(found, but: choice.unnamed, in: place.name, into: &diagnostics)
  }

  private mutating func setup(
    _ choice: ConstraintChoice, of place: RuledPlace, onKubernetes minor: Int,
    into diagnostics: inout DiagnosticList
  ) -> ConstraintSetup? {
    var own: ConstraintList?
    if let path = choice.file {
      guard let file = files.constraints(path, into: &diagnostics) else { return nil }
      let key = ListKey(path: ByteText(path.path), minor: minor)
      let list = lists[key] ?? file.constraints(onKubernetes: minor)
      lists[key] = list
      own = list
      if checked.insert(choice.origin).inserted {
        ConstraintNames(list.items, from: "'\(path.written.value)'")
          .check(choice.usable, into: &diagnostics)
      }
    }
    var ranges = choice.ranges
    if let path = choice.namespaces {
      guard let file = files.namespaces(path, into: &diagnostics) else { return nil }
      // Flyte's own namespace has no tasks.
      if place.isFallback, !file.has(place.name) { return nil }
      ranges = file.ranges(of: place.name, in: path.written, into: &diagnostics)
    }
    let grants = ConstraintGrants(own?.items ?? [], namespace: place.name)
    return ranges.map {
      ConstraintSetup(
        usable: (choice.usable.map(\.value) + grants.toAll).distinct,
        byAccount: grants.byAccount, own: own, ranges: $0, origin: choice.origin)
    }
  }
}
