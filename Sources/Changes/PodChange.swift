public import Values

/// A difference between the pods of two sides: the same field of the same container, in however many
/// tasks, templates and namespaces.
public struct PodChange: Sendable {
  /// The cluster.
  public let cluster: String
  /// The container; nil: the pod.
  public let container: String?
  /// The field, or what else differs: `container`, `pod`, `admission`.
  public let field: String
  /// The value before; nil: none.
  public let before: PlainValue?
  /// The value after; nil: none.
  public let after: PlainValue?
  /// The meaning.
  public let meaning: Meaning
  /// The shapes of tasks, in byte order.
  public let tasks: [String]
  /// The templates, in byte order.
  public let templates: [String]
  /// The number of namespaces with such pods.
  public let namespaceCount: Int
}

/// Folds the differences between pods.
struct PodChangeFolding {
  private struct Key: Hashable {
    let container: ByteText?
    let field: ByteText
    let before: PlainValue?
    let after: PlainValue?
    let meaning: Meaning
  }

  private struct Folded {
    let effect: LocatedEffect
    var tasks: TextSet = []
    var pairs: Set<Int> = []
  }

  static func changes(
    _ effects: [LocatedEffect], pairs: [TemplatePair], groups: [NamespaceGroups.Group]
  ) -> [PodChange] {
    var folded: [Folded] = []
    var places: [Key: Int] = [:]
    for effect in effects {
      let witness = effect.witness
      let key = Key(
        container: effect.effect.container, field: ByteText(witness.field),
        before: witness.before, after: witness.after, meaning: effect.effect.meaning)
      let place = places[key] ?? folded.count
      if place == folded.count {
        places[key] = place
        folded.append(Folded(effect: effect))
      }
      folded[place].tasks.insert(witness.task)
      folded[place].pairs.insert(effect.pair)
    }
    return folded.map { folded in
      let witness = folded.effect.witness
      let own = Set(folded.pairs.flatMap { pairs[$0].groups })
      return PodChange(
        cluster: witness.cluster, container: witness.container, field: witness.field,
        before: witness.before, after: witness.after, meaning: folded.effect.effect.meaning,
        tasks: folded.tasks.sorted(),
        templates: TextSet(folded.pairs.map { pairs[$0].name }).sorted(),
        namespaceCount: own.reduce(0) { $0 + groups[$1].names.count })
    }
  }
}
