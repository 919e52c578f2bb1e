import Model
import Origins

/// A line of `assign`, ready to be matched.
struct AssignEntry {
  /// The line as written.
  let line: AssignLine
  /// The profiles it gives, with their places.
  let profiles: [Located<String>]
  /// The named templates it gives, with their places.
  let templates: [(name: Located<String>, profiles: [Located<String>])]
  /// Whether something of the line was reported as wrong and left out.
  let isBroken: Bool
  /// Whether what the line is for was, so that it may be for anything.
  private let isForUnknown: Bool
  /// What it is for, each name with its place.
  let names: [(key: String, value: Located<String>)]
  private let selectors: TextMap<TextSet>

  init(_ tree: OriginTree) {
    let keys = ["organisation", "project", "domain", "namespace"]
    let selectors = keys.compactMap { key in
      tree[key].map { AssignLine.Selector(key: key, values: $0.items.compactMap(\.string)) }
    }
    names = keys.flatMap { key in
      (tree[key]?.items ?? []).compactMap { item in
        item.string.map { (key, Located($0, origin: item.origin)) }
      }
    }
    self.selectors = TextMap(uniqueKeysWithValues: selectors.map { ($0.key, TextSet($0.values)) })
    isBroken = tree.holdsBroken
    isForUnknown = tree.isBroken || keys.contains { tree[$0]?.holdsBroken == true }
    profiles = tree["profile"].map(ProfileTable.names) ?? []
    templates = (tree["templates"]?.entries ?? []).map {
      (Located($0.key, origin: $0.keyOrigin), ProfileTable.names($0.value))
    }
    line = AssignLine(
      selectors: selectors, profiles: profiles.map(\.value),
      templates: templates.map {
        .init(name: $0.name.value, profiles: $0.profiles.map(\.value))
      }, origin: tree.origin)
  }

  /// Whether it is for every namespace.
  var isForAll: Bool { selectors.isEmpty }
  /// The namespaces it names, when it names any.
  var namespaces: TextSet? { selectors["namespace"] }

  /// Whether nobody knows if the line was to give a namespace something.
  func mayGive(_ entry: NamespaceEntry) -> Bool { isBroken && (isForUnknown || matches(entry)) }

  /// Whether every selector matches.
  func matches(_ entry: NamespaceEntry) -> Bool {
    func holds(_ key: String, _ value: String?) -> Bool {
      guard let wanted = selectors[key] else { return true }
      return value.map(wanted.contains) ?? false
    }
    return holds("organisation", entry.organisation) && holds("project", entry.project)
      && holds("domain", entry.domain) && holds("namespace", entry.name)
  }
}

/// Reads `assign`.
enum AssignReader {
  static func lines(_ tree: OriginTree?) -> [AssignEntry] {
    (tree?.items ?? []).map(AssignEntry.init)
  }
}
