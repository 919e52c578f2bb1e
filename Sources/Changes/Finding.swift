import Values

/// A change of one cluster, before equal ones are folded.
struct Finding {
  var kind: Change.Kind
  var value: ValueChange
  var stated: Meaning
  var meaning: Meaning
  var effect: Change.Effect
  var witness: Change.Witness?
  var origin: Origin?
  var profiles: [String] = []
  var template: String?
  /// The groups of namespaces of the cluster.
  var groups: [Int]
  /// The field of pods that it is about; nil: none, or not known.
  var field: ChangePath?

  init(
    _ kind: Change.Kind, _ value: ValueChange, stated: Meaning, groups: [Int],
    effect: Change.Effect = .none, field: ChangePath? = nil, template: String? = nil,
    profiles: [String] = [], origin: Origin? = nil
  ) {
    self.kind = kind
    self.value = value
    self.stated = stated
    meaning = stated
    self.effect = effect
    self.field = field
    self.template = template
    self.profiles = profiles
    self.origin = origin
    self.groups = groups
  }

  /// Takes what shows in pods; where nothing does, it is hidden.
  mutating func take(_ effects: [LocatedEffect]) {
    guard !value.isMove, field != nil else { return }
    let serious = effects.filter { $0.effect.meaning != .neutral }
    guard !effects.isEmpty else {
      effect = .hidden
      return
    }
    let meanings = Set(serious.map(\.effect.meaning))
    // Of several meanings the change's own is its part.
    meaning =
      stated != .neutral && meanings.contains(stated) ? stated : Meaning.together(meanings)
    effect = .shown(meaning)
    let shown = serious.first { $0.effect.meaning == meaning } ?? serious.first ?? effects.first
    witness = shown?.witness
  }
}

/// An effect, and the pod in which it shows.
struct LocatedEffect {
  let effect: Effect
  let cluster: String
  let namespace: String?
  let template: String?
  /// The pair of templates whose pods they are.
  let pair: Int

  var witness: Change.Witness {
    let field: String =
      switch effect.subject {
      case .field(let path): path.description
      case .container: "container"
      case .pod: "pod"
      case .admission: "admission"
      }
    return Change.Witness(
      cluster: cluster, namespace: namespace, template: template, task: effect.task,
      container: effect.container?.text, field: field, before: effect.before,
      after: effect.after)
  }

  /// True if it is about a field, a part of it, or a field that contains it.
  func isAbout(_ field: ChangePath) -> Bool {
    guard case .field(let own) = effect.subject else { return false }
    if effect.isOf(own, by: field) { return true }
    return own.relative(to: field) != nil || field.relative(to: own) != nil
  }
}
