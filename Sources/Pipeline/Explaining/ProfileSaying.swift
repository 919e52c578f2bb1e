import Judgment
import Model
public import Values

/// A value that a profile sets for a field.
public struct ProfileSaying: Sendable {
  /// The profile.
  public let profile: String
  /// The section of it: `containers`.
  public let section: String
  /// The value.
  public let value: OriginTree
}

/// Finds the values of profiles for a field.
struct ProfileSearch {
  private let layers: TextMap<ProfileLayer>

  init(_ layers: [ProfileLayer]) {
    self.layers = TextMap(layers.map { ($0.name, $0) }) { first, _ in first }
  }

  /// Returns the values that the profiles of a template set, the uppermost first.
  /// - Parameters:
  ///   - profiles: from left to right.
  ///   - sections: the sections that reach the field, the uppermost first.
  func sayings(
    of path: PodField, in profiles: [String], sections: [String]
  ) -> [ProfileSaying] {
    // Of a profile that several extend the uppermost place counts.
    var order: [ProfileLayer] = []
    var seen: TextSet = []
    func visit(_ name: String) {
      guard seen.insert(name).inserted, let layer = layers[name] else { return }
      order.append(layer)
      for parent in layer.extends.reversed() { visit(parent) }
    }
    for name in profiles.reversed() { visit(name) }
    return sections.flatMap { section in
      order.compactMap { layer in
        path.tree(in: layer.body[section]).map {
          ProfileSaying(profile: layer.name, section: section, value: $0)
        }
      }
    }
  }
}
