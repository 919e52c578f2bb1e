import Audit
import Diagnostics
import Judgment
import Reports
import Values

/// The values of a template that its pods are refused for, and the template without them.
enum RefusedFields {
  /// A step for each field that a template says.
  static func steps(_ decisions: [JudgedPod.Decision]) -> [AuditStep] {
    var steps: [AuditStep] = []
    for decision in decisions {
      let container: ByteText?
      switch decision.source {
      case .template(let name): container = name
      case .podTemplate where !decision.field.hasPrefix("metadata"): container = nil
      default: continue
      }
      let place = decision.origin?.span.map { ReportPlace($0) }
      let edit = decision.origin?.span.flatMap { Self.edit(of: decision.field, at: $0) }
      let step = AuditStep.takeOut(ByteText(decision.field), of: container, place, edit)
      if !steps.contains(step) { steps.append(step) }
    }
    return steps
  }

  /// The edit that takes a field out of its line; nil where more than the line would change.
  /// - Parameter value: where the field's value is.
  private static func edit(of field: String, at value: Span) -> AuditEdit? {
    guard value.line > 0, value.column > 1, !field.hasPrefix("volumes."),
      let name = field.split(separator: ".").last
    else { return nil }
    // The key is on the same line, just before the value.
    let line = Array(value.file.line(value.line).unicodeScalars)
    guard value.column - 1 <= line.count else { return nil }
    var before = line[..<(value.column - 1)]
    while before.last == " " { before.removeLast() }
    let key = Array(name.unicodeScalars)
    guard before.last == ":", before.dropLast().reversed().starts(with: key.reversed()) else {
      return nil
    }
    let start = before.count - 1 - key.count
    guard start == 0 || [" ", "{", ","].contains(line[start - 1]) else { return nil }
    let place = Span(file: value.file, line: value.line, column: start + 1, length: key.count)
    return Fix(takingOut: place, .certain).map { AuditEdit($0) }
  }

  /// A spec without a field of its pod, or of a container.
  static func taking(
    _ field: String, of container: String?, from spec: OriginTree
  ) -> OriginTree {
    let path = field.split(separator: ".").map(String.init)
    guard let container else {
      guard path.first == "volumes", path.count > 1 else { return taking(path[...], from: spec) }
      let name = path.dropFirst().joined(separator: ".")
      // The mounts of a volume go with it.
      return eachContainer(of: without(name, in: "volumes", of: spec)) {
        without(name, in: "volumeMounts", of: $0)
      }
    }
    return eachContainer(of: spec) {
      $0["name"]?.string == container ? taking(path[...], from: $0) : $0
    }
  }

  private static func eachContainer(
    of spec: OriginTree, _ edit: (OriginTree) -> OriginTree
  ) -> OriginTree {
    ["containers", "initContainers"].reduce(spec) { spec, list in
      guard let items = spec[list]?.items else { return spec }
      return spec.setting(list, to: OriginTree(.list(items.map(edit)), origin: spec.origin))
    }
  }

  /// A mapping without an entry of one of its lists.
  private static func without(
    _ name: String, in list: String, of tree: OriginTree
  ) -> OriginTree {
    guard let items = tree[list]?.items else { return tree }
    let kept = items.filter { $0["name"]?.string != name }
    return tree.setting(list, to: OriginTree(.list(kept), origin: tree.origin))
  }

  private static func taking(_ path: ArraySlice<String>, from tree: OriginTree) -> OriginTree {
    guard let first = path.first, let inner = tree[first] else { return tree }
    guard path.count > 1 else { return tree.setting(first, to: nil) }
    return tree.setting(first, to: taking(path.dropFirst(), from: inner))
  }
}
