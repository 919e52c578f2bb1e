import Deployments
import PodAPI
import Values

// Looking up and comparing what trees and pods hold.

extension DecisionSearch {
  /// The value of a spec at a path, of which the second word may be the name of a volume.
  static func said(_ spec: OriginTree, _ path: [String]) -> OriginTree? {
    guard path.first == "volumes", path.count == 2 else { return spec[path: path] }
    return spec["volumes"]?.items.first { $0["name"]?.string == path[1] }
  }

  /// The value of a pod or a container at a path.
  static func value(_ object: PodObject, _ path: [String]) -> PodValue? {
    guard let first = path.first, let name = FieldName(first), let found = object[name] else {
      return nil
    }
    guard path.count > 1 else { return found }
    if name == .volumes {
      return found.items.first { $0.object?[.name]?.string == path[1] }
    }
    return found.object.flatMap { value($0, Array(path.dropFirst())) }
  }

  /// True if a tree has a value anywhere.
  static func holds(_ tree: OriginTree, _ word: String) -> Bool {
    switch tree.content {
    case .string(let text): text == word
    case .integer(let number): "\(number)" == word
    case .list(let items): items.contains { holds($0, word) }
    case .mapping(let entries): entries.contains { holds($0.value, word) }
    case .null, .bool, .double: false
    }
  }

  /// True if what a tree says is in a value of a pod.
  static func agrees(_ tree: OriginTree, _ value: PodValue?) -> Bool {
    guard let value else { return false }
    switch tree.content {
    case .mapping(let entries):
      return entries.allSatisfy { entry in
        agrees(entry.value, FieldName(entry.key).flatMap { value.object?[$0] })
      }
    default: return PlainValue(tree) == value.plain
    }
  }
}
