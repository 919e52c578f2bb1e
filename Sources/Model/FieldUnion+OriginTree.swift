import PodAPI
import Values

extension FieldUnion {
  /// The lower layer's entries that stay: if the upper layer sets one of the fields that exclude
  /// each other, it leaves no room for another.
  func room(
    for lower: [OriginTree.Entry], under upper: [OriginTree.Entry]
  ) -> [OriginTree.Entry] {
    let said = upper.filter { $0.value.content != .null }
    func without(_ excluded: (String) -> Bool) -> [OriginTree.Entry] {
      let chosen = TextSet(said.map(\.key).filter(excluded))
      return chosen.isEmpty ? lower : lower.filter { !excluded($0.key) || chosen.contains($0.key) }
    }
    switch self {
    case .among(let names): return without(names.contains)
    case .beside(let names): return without { !names.contains($0) }
    case .following(let name):
      guard let above = said.first(where: { $0.key == name }),
        let below = lower.first(where: { $0.key == name })
      else { return lower }
      return above.value.holdsSameValues(as: below.value) ? lower : []
    }
  }
}
