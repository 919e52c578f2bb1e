import Deployments
import Judges
import Values

/// A template before and after, with the groups of namespaces that have both.
struct TemplatePair {
  /// A template and where it is.
  struct Place {
    let set: Int
    let position: Int
    let template: PodTemplate
  }

  let before: Place?
  let after: Place?
  var groups: [Int]

  /// The name that it has.
  var name: String { (after ?? before)?.template.name ?? "" }

  /// The content of a template, wherever it comes from.
  private struct Content: Hashable {
    @Bytewise var name: String
    let labels: SameValues
    let annotations: SameValues
    let podLabels: SameValues
    let podAnnotations: SameValues
    let spec: SameValues
    let claim: ByteText

    init(_ template: PodTemplate) {
      name = template.name
      labels = SameValues(template.labels)
      annotations = SameValues(template.annotations)
      podLabels = SameValues(template.podLabels)
      podAnnotations = SameValues(template.podAnnotations)
      spec = SameValues(template.spec)
      claim = ByteText(template.claim.map { "\($0.level):\($0.version)" } ?? "")
    }
  }

  private struct Key: Hashable {
    let before: Content?
    let after: Content?
    let rulesBefore: NamespaceRules
    let rulesAfter: NamespaceRules
  }

  /// Every distinct pair of the groups that exist on both sides. The default templates belong
  /// together, whatever they are called; all others by their names.
  static func pairs(
    of groups: [NamespaceGroups.Group], _ before: Deployment, _ after: Deployment
  ) -> [TemplatePair] {
    let old = before.templateSets.map { $0.templates.map(Content.init) }
    let new = after.templateSets.map { $0.templates.map(Content.init) }
    var pairs: [TemplatePair] = []
    var places: [Key: Int] = [:]
    for (index, group) in groups.enumerated() {
      guard let left = group.before, let right = group.after else { continue }
      let ours = named(before, left)
      let theirs = named(after, right)
      let names = ours.keys + theirs.keys.filter { ours[$0] == nil }
      for name in names.sorted() {
        let from = ours[name]
        let to = theirs[name]
        let key = Key(
          before: from.map { old[left][$0] }, after: to.map { new[right][$0] },
          rulesBefore: before.templateSets[left].rules, rulesAfter: after.templateSets[right].rules)
        if let place = places[key] {
          if pairs[place].groups.last != index { pairs[place].groups.append(index) }
          continue
        }
        places[key] = pairs.count
        pairs.append(
          TemplatePair(
            before: from.map { Self.place($0, left, before) },
            after: to.map { Self.place($0, right, after) }, groups: [index]))
      }
    }
    return pairs
  }

  private static func place(_ position: Int, _ set: Int, _ deployment: Deployment) -> Place {
    Place(
      set: set, position: position, template: deployment.templateSets[set].templates[position])
  }

  /// The positions of a set's templates by name; the default one has the empty name.
  private static func named(_ deployment: Deployment, _ set: Int) -> TextMap<Int> {
    TextMap(
      deployment.templateSets[set].templates.enumerated().map { position, template in
        (template.name == deployment.defaultTemplate ? "" : template.name, position)
      }
    ) { first, _ in first }
  }
}
