import Flyte
import Values

/// Keeps the entries of lists that an overlay writes: Helm replaces a list as a whole, so an overlay that
/// adds an entry has to repeat the user's, or else the chart's.
struct KeptLists {
  let layout: ChartLayout
  /// The user's own.
  let values: [InstalledValues.KeptList]

  /// An overlay whose lists have all entries.
  func completed(_ overlay: PlainValue) -> PlainValue {
    layout.lists.reduce(overlay) { tree, list in
      let own = values.first { $0.path == list.path.map { ByteText($0) } }
      let below = own?.items ?? ChartLists.entries(of: list.path)
      return Self.add(below, to: tree, at: list.path[...], key: list.key)
    }
  }

  private static func add(
    _ below: [PlainValue], to tree: PlainValue, at path: ArraySlice<String>, key: String?
  ) -> PlainValue {
    guard let first = path.first else {
      guard case .list(let items) = tree else { return tree }
      let kept = below.filter { entry in
        !items.contains { item in
          item == entry || key.map { same(item, entry, $0) } ?? false
        }
      }
      return .list(kept + items)
    }
    guard case .mapping(let entries) = tree else { return tree }
    return .mapping(
      entries.map { entry in
        entry.key == first
          ? PlainValue.Entry(
            entry.key, add(below, to: entry.value, at: path.dropFirst(), key: key)) : entry
      })
  }

  private static func same(_ left: PlainValue, _ right: PlainValue, _ key: String) -> Bool {
    left[key].map { $0 == right[key] } ?? false
  }
}
