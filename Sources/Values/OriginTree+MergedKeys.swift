extension OriginTree {
  /// A map with keys of the user's own, as Flyte reads it: it lowers the keys of a mapping, and keeps those of
  /// a list of mappings.
  public var mergedKeys: OriginTree {
    var entries: [Entry] = []
    var places: TextMap<Int> = [:]
    func add(_ entry: Entry, key: String) {
      let named = Entry(key: key, keyOrigin: entry.keyOrigin, value: entry.value)
      if let place = places[key] {
        entries[place] = named
      } else {
        places[key] = entries.count
        entries.append(named)
      }
    }
    for entry in self.entries { add(entry, key: entry.key.lowercased()) }
    for item in items { for entry in item.entries { add(entry, key: entry.key) } }
    return holding(.mapping(entries))
  }
}
