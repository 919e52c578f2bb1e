public import Diagnostics

/// A YAML text with slots: a scalar that is wholly `${name}` is replaced by a node, so that quoting
/// and indentation cannot break.
///
/// There is no logic in a template: a slot without a value removes its key, and the parents that
/// this empties.
public struct YAMLTemplate: Sendable {
  private let root: YAMLNode

  /// Reads a template; a slot that is not among `knownSlots` is a fault.
  public static func load(
    _ file: SourceFile, knownSlots: Set<String>, into diagnostics: inout DiagnosticList
  ) -> YAMLTemplate? {
    guard let root = YAMLReader.read(file, into: &diagnostics) else { return nil }
    let before = diagnostics.errorCount
    check(root, knownSlots, into: &diagnostics)
    return diagnostics.errorCount == before ? YAMLTemplate(root: root) : nil
  }

  /// The text with its slots filled.
  public func fill(_ slots: [String: YAMLValue]) -> YAMLValue {
    Self.fill(root, slots) ?? .mapping([])
  }

  /// Where a slot stands: the keys that lead to it, once for each place.
  public func paths(ofSlot name: String) -> [[String]] { Self.paths(root, name) }

  private static func slot(_ scalar: YAMLScalar) -> String? {
    guard scalar.text.hasPrefix("${"), scalar.text.hasSuffix("}") else { return nil }
    return String(scalar.text.dropFirst(2).dropLast())
  }

  private static func check(
    _ node: YAMLNode, _ known: Set<String>, into diagnostics: inout DiagnosticList
  ) {
    switch node.content {
    case .scalar(let scalar):
      guard let name = slot(scalar), !known.contains(name) else { return }
      let nearest = NearestName.of(name, among: known.sorted())
      diagnostics.error(
        .unknownSlot, "nothing fills the slot '${\(name)}'", at: node.span,
        hint: nearest.map { "did you mean '${\($0)}'?" }
          ?? "slots here are: \(known.sorted().joined(separator: ", "))")
    case .sequence(let items): for item in items { check(item, known, into: &diagnostics) }
    case .mapping(let entries):
      for entry in entries { check(entry.value, known, into: &diagnostics) }
    }
  }

  private static func fill(_ node: YAMLNode, _ slots: [String: YAMLValue]) -> YAMLValue? {
    switch node.content {
    case .scalar(let scalar):
      if let name = slot(scalar) { return slots[name] }
      switch scalar.value {
      case .null: return .null
      case .bool(let flag): return .bool(flag)
      case .integer(let number): return .integer(number)
      case .double(let number): return .double(number)
      case .string(let text): return .string(text)
      }
    case .sequence(let items):
      let filled = items.compactMap { fill($0, slots) }
      return filled.isEmpty && !items.isEmpty ? nil : .list(filled)
    case .mapping(let entries):
      let filled = entries.compactMap { entry in
        fill(entry.value, slots).map { YAMLValue.Entry(entry.key, $0) }
      }
      return filled.isEmpty && !entries.isEmpty ? nil : .mapping(filled)
    }
  }

  private static func paths(_ node: YAMLNode, _ name: String) -> [[String]] {
    switch node.content {
    case .scalar(let scalar): slot(scalar) == name ? [[]] : []
    case .sequence: []
    case .mapping(let entries):
      entries.flatMap { entry in paths(entry.value, name).map { [entry.key] + $0 } }
    }
  }
}
