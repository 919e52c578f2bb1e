import PodAPI
import Values

/// Finds the place in the config that says a value, or the nearest thing around what it no longer says.
enum OriginSearch {
  static func origin(of path: ChangePath, in tree: OriginTree) -> Origin? {
    var node = tree
    var origin = node.origin
    var list = ""
    for step in path.steps {
      let next: OriginTree?
      switch step {
      case .field(let name):
        list = name.text
        next = node[name.text]
      case .entry(let key): next = node[key.text] ?? entry(key, of: node, list)
      }
      guard let next else { break }
      node = next
      if node.origin.span != nil { origin = node.origin }
    }
    return origin.span == nil ? nil : origin
  }

  private static func entry(_ key: ByteText, of list: OriginTree, _ name: String) -> OriginTree? {
    guard case .keyed(let identity) = ListIdentity.of(name),
      let entries = ListEntries(list.items.map { PlainValue($0) }, identity),
      let place = entries.keys.firstIndex(of: key)
    else { return nil }
    return list.items[place]
  }
}
