import Model
import Values

/// A line of `assign`, ready to be matched.
struct AssignEntry {
  /// The selectors of a line.
  enum Selector: String, CaseIterable {
    case organization, project, domain, namespace
  }

  /// The line as written.
  let line: AssignLine
  /// The profiles it gives, with their places.
  let profiles: [Located<String>]
  /// The named templates it gives, with their places.
  let templates: [(name: Located<String>, profiles: [Located<String>])]
  /// True if something of the line was reported as wrong and left out.
  let isBroken: Bool
  /// True if what the line is for was, so that it may be for anything.
  let isForUnknown: Bool
  /// The names that it selects, each with its place.
  let names: [(key: Selector, value: Located<String>)]
  /// The names it asks for, by selector; a selector that is not here it does not have.
  let selected: [Selector: TextSet]

  init(_ tree: OriginTree) {
    let said = Selector.allCases.compactMap { key in tree[key.rawValue].map { (key, $0) } }
    names = said.flatMap { key, tree in
      tree.items.compactMap { item in
        item.string.map { (key, Located($0, origin: item.origin)) }
      }
    }
    selected = Dictionary(
      uniqueKeysWithValues: said.map { key, tree in
        (key, TextSet(tree.items.compactMap(\.string)))
      })
    isBroken = tree.holdsBroken
    isForUnknown = tree.isBroken || said.contains { $0.1.holdsBroken }
    profiles = tree["profile"].map(ProfileTable.names) ?? []
    templates = (tree["templates"]?.entries ?? []).map {
      (Located($0.key, origin: $0.keyOrigin), ProfileTable.names($0.value))
    }
    line = AssignLine(
      selectors: said.map { key, tree in
        AssignLine.Selector(key: key.rawValue, values: tree.items.compactMap(\.string))
      }, profiles: profiles.map(\.value),
      templates: templates.map {
        .init(name: $0.name.value, profiles: $0.profiles.map(\.value))
      }, origin: tree.origin)
  }

  /// True if it is for every namespace.
  var isForAll: Bool { selected.isEmpty }
}

/// Reads `assign`.
enum AssignReader {
  static func lines(_ tree: OriginTree?) -> [AssignEntry] {
    (tree?.items ?? []).map(AssignEntry.init)
  }
}
