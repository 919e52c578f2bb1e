public import Diagnostics
public import Values

/// A YAML text with slots: a scalar that is wholly `${name}` is replaced by a node, so that quoting
/// and indentation cannot break.
///
/// There is no logic in a template: a slot without a value removes its key, and the parents that
/// this empties.
public struct YAMLTemplate: Sendable {
  private let root: YAMLNode

  /// Reads a template; a slot that is not among `knownSlots` is a fault, and so is one that stands
  /// within a text.
  /// - Parameter places: slots without which the template is of no use, and the keys that lead to
  ///   where each stands.
  public static func load(
    _ file: SourceFile, knownSlots: TextSet, places: [(slot: String, path: [String])] = [],
    into diagnostics: inout DiagnosticList
  ) -> YAMLTemplate? {
    guard let root = YAMLReader.read(file, into: &diagnostics) else { return nil }
    let before = diagnostics.errorCount
    check(root, knownSlots, into: &diagnostics)
    // A slot that is misspelled is missing too; once is enough.
    guard diagnostics.errorCount == before else { return nil }
    for (slot, path) in places where !paths(root, slot).contains(path) {
      diagnostics.error(
        .missingSlot, "'${\(slot)}' is missing at '\(path.joined(separator: "."))' in the template",
        at: root.span, hint: "write '\(path.last ?? ""): ${\(slot)}' there")
    }
    return diagnostics.errorCount == before ? YAMLTemplate(root: root) : nil
  }

  /// The place of the text.
  public var span: Span { root.span }

  /// The text with its slots filled.
  public func fill(_ slots: TextMap<PlainValue>) -> PlainValue {
    Self.fill(root, slots) ?? .mapping([])
  }

  /// The places of a slot: the keys that lead to it, once for each place.
  public func paths(ofSlot name: String) -> [[String]] { Self.paths(root, name) }

  private static func slot(_ scalar: YAMLScalar) -> String? {
    guard scalar.text.hasPrefix("${"),
      scalar.text.firstIndex(of: "}") == scalar.text.unicodeScalars.indices.last
    else { return nil }
    return String(scalar.text.dropFirst(2).dropLast())
  }

  private static func check(
    _ node: YAMLNode, _ known: TextSet, into diagnostics: inout DiagnosticList
  ) {
    switch node.content {
    case .scalar(let scalar): check(scalar, at: node.span, known, into: &diagnostics)
    case .sequence(let items): for item in items { check(item, known, into: &diagnostics) }
    case .mapping(let entries):
      for entry in entries {
        if entry.key.contains("${") { within(entry.key, at: entry.keySpan, into: &diagnostics) }
        check(entry.value, known, into: &diagnostics)
      }
    }
  }

  private static func check(
    _ scalar: YAMLScalar, at span: Span, _ known: TextSet,
    into diagnostics: inout DiagnosticList
  ) {
    guard let name = slot(scalar) else {
      if scalar.text.contains("${") { within(scalar.text, at: span, into: &diagnostics) }
      return
    }
    guard !known.contains(name) else { return }
    let nearest = NearestName.of(name, among: known.sorted())
    diagnostics.error(
      .unknownSlot, "there is no slot '${\(name)}'", at: span,
      hint: nearest.map { "did you mean '${\($0)}'?" }
        ?? "known slots: \(known.sorted().joined(separator: ", "))",
      fix: nearest.flatMap {
        Fix(replacing: scalar.text, at: span, by: "${\($0)}", .likely)
      })
  }

  private static func within(
    _ text: String, at span: Span, into diagnostics: inout DiagnosticList
  ) {
    diagnostics.error(
      .slotWithinText, "\(quoted: text) has a slot inside a string, where it is not filled",
      at: span, hint: "make the slot the whole value of a key, or remove it")
  }

  private static func fill(_ node: YAMLNode, _ slots: TextMap<PlainValue>) -> PlainValue? {
    switch node.content {
    case .scalar(let scalar):
      if let name = slot(scalar) { return slots[name] }
      return PlainValue(scalar.value)
    case .sequence(let items):
      let filled = items.compactMap { fill($0, slots) }
      return filled.isEmpty && !items.isEmpty ? nil : .list(filled)
    case .mapping(let entries):
      let filled = entries.compactMap { entry in
        fill(entry.value, slots).map { PlainValue.Entry(entry.key, $0) }
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
