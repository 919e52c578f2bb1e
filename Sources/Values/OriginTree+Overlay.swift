extension OriginTree {
  /// The tree with another one over it, as Helm lays values files and Flyte its own: mappings are merged,
  /// all else is replaced. `null` is a value like others, and stays.
  public func overlaid(by upper: OriginTree) -> OriginTree {
    guard case .mapping(let above) = upper.content, case .mapping(let below) = content else {
      return upper
    }
    var result = below
    let places = EntryLookup(below)
    for entry in above {
      if let index = places.position(of: entry.key) {
        result[index] = Entry(
          key: entry.key, keyOrigin: entry.keyOrigin,
          value: result[index].value.overlaid(by: entry.value))
      } else {
        result.append(entry)
      }
    }
    return OriginTree(
      .mapping(result), origin: upper.origin, isBroken: isBroken || upper.isBroken)
  }
}
