import Diagnostics
import PodAPI
import Values
import YAMLTree

/// Holds nodes against a schema. What is wrong is reported and left out of the tree that comes back,
/// which is marked there, so that no later check stumbles over it again.
struct SchemaCheck {
  var diagnostics: DiagnosticList
  let pods = PodFieldCheck()

  /// The values of a node; nil when nothing of it can be used.
  /// - Parameter example: the key with a value that it takes.
  mutating func check(
    _ node: YAMLNode, _ schema: ConfigSchema, what: String, example: String? = nil
  ) -> OriginTree? {
    if let expected = Self.type(wantedBy: schema, insteadOf: node) {
      let correction = Self.correction(of: node, schema)
      wrongType(
        node, expected, what, correction ?? example.map { Correction("write it as in '\($0)'") })
      return nil
    }
    switch schema {
    case .mapping(let keys): return mapping(node, keys, what)
    case .named(let rule, let inner): return named(node, rule, inner, what)
    case .list(let inner): return list(node, inner, what)
    case .oneOrMany(let inner):
      if case .sequence = node.content { return list(node, inner, what) }
      guard let item = check(node, inner, what: what) else { return nil }
      return OriginTree(.list([item]), origin: Self.origin(node))
    case .text(let rule): return text(node, rule, what, example: example)
    case .choice(let words): return choice(node, words, what)
    case .choiceOrList(let words, let inner):
      if case .sequence = node.content { return list(node, inner, what) }
      return choice(node, words, what, isListed: true)
    case .choiceOrMapping(let words, let keys):
      if case .mapping = node.content { return mapping(node, keys, what) }
      return choice(node, words, what)
    case .bool: return flag(node)
    case .strings(let key, let value): return strings(node, key, value, what)
    case .removable(let inner):
      if Self.isNull(node) { return OriginTree(.null, origin: Self.origin(node)) }
      return check(node, inner, what: what, example: example)
    case .podObject(let type, let without):
      return pods.check(node, type: type, without: without, what: what, into: &diagnostics)
    }
  }

  static func origin(_ node: YAMLNode) -> Origin { Origin(span: node.span) }

  /// True if a file is written in this language; if it says another one, that is its only fault.
  mutating func speaks(_ file: YAMLNode) -> Bool {
    guard case .mapping(let entries) = file.content,
      let entry = entries.first(where: { $0.key == "apiVersion" })
    else { return true }
    return check(entry.value, .choice([ConfigLanguage.version]), what: "'apiVersion'") != nil
  }

  private func entries(_ node: YAMLNode) -> [YAMLNode.Entry]? {
    if case .mapping(let entries) = node.content { return entries }
    return nil
  }

  private func flag(_ node: YAMLNode) -> OriginTree? {
    guard case .scalar(let scalar) = node.content, case .bool(let flag) = scalar.value else {
      return nil
    }
    return OriginTree(.bool(flag), origin: Self.origin(node))
  }

  private mutating func mapping(
    _ node: YAMLNode, _ keys: [ConfigSchema.Key], _ what: String
  ) -> OriginTree? {
    guard let entries = entries(node) else { return nil }
    var result: [OriginTree.Entry] = []
    // The keys that are said, and those that misspelled ones are taken for.
    var said = Set(entries.map { ByteText($0.key) })
    var isBroken = false
    for entry in entries {
      guard let key = keys.first(where: { $0.name == entry.key }) else {
        // A misspelled key is the one that it is meant to be, and what it says is not known.
        if let meant = unknown(entry, among: keys, besides: entries, in: what) {
          if said.insert(ByteText(meant)).inserted {
            result.append(Self.broken(entry, key: meant))
          }
        } else {
          isBroken = true
        }
        continue
      }
      let value = check(
        entry.value, key.schema, what: "'\(key.name)'",
        example: Self.other(than: key, for: entry, keys, entries)?.line ?? key.line)
      result.append(value.map { Self.entry(entry, $0) } ?? Self.broken(entry, key: key.name))
    }
    for key in keys
    where key.isRequired && !isBroken && !result.contains(where: { $0.key == key.name }) {
      diagnostics.error(
        .missingKey, "'\(key.name)' is missing in \(what)", at: node.span, hint: "add '\(key.line)'"
      )
    }
    return OriginTree(.mapping(result), origin: Self.origin(node), isBroken: isBroken)
  }

  /// The key that is meant where a value fits not the one it stands behind, but that of the same name for
  /// several or for one: `domains` for `domain`.
  private static func other(
    than key: ConfigSchema.Key, for entry: YAMLNode.Entry, _ keys: [ConfigSchema.Key],
    _ entries: [YAMLNode.Entry]
  ) -> ConfigSchema.Key? {
    guard type(wantedBy: key.schema, insteadOf: entry.value) != nil else { return nil }
    return keys.first { other in
      (other.name == key.name + "s" || key.name == other.name + "s")
        && type(wantedBy: other.schema, insteadOf: entry.value) == nil
        && !entries.contains { $0.key == other.name }
    }
  }

  /// Reports a key, and gives back the one that it is taken for.
  private mutating func unknown(
    _ entry: YAMLNode.Entry, among keys: [ConfigSchema.Key], besides entries: [YAMLNode.Entry],
    in what: String
  ) -> String? {
    if let key = keys.first(where: { $0.formerName == entry.key }) {
      diagnostics.error(
        .unknownKey, "unknown key \(quoted: entry.key) in \(what)", of: entry.key,
        at: entry.keySpan,
        entries.contains { $0.key == key.name }
          ? Correction("its new name is '\(key.name)', which is set here as well: remove it")
          : Correction("its new name is '\(key.name)', as in '\(key.line)'"))
      return key.name
    }
    let names = keys.map(\.name)
    let nearest = NearestName.of(entry.key, among: names)
    diagnostics.error(
      .unknownKey, "unknown key \(quoted: entry.key) in \(what)", of: entry.key, at: entry.keySpan,
      TypeHint.present(nearest, among: entries)
        ?? TypeHint.place(
          for: entry.key, nearest, keys.filter { $0.schema.hasKey(entry.key) }.map(\.name))
        ?? Correction("known keys: \(names.joined(separator: ", "))"))
    return nearest
  }

  private mutating func named(
    _ node: YAMLNode, _ rule: TextRule, _ schema: ConfigSchema, _ what: String
  ) -> OriginTree? {
    guard let entries = entries(node) else { return nil }
    var result: [OriginTree.Entry] = []
    for entry in entries {
      if let fault = rule.fault(in: entry.key) {
        diagnostics.error(
          .wrongValue, "the name \(quoted: entry.key) \(fault)", at: entry.keySpan,
          hint: "rename it")
      }
      let value = check(entry.value, schema, what: "'\(entry.key)'")
      result.append(value.map { Self.entry(entry, $0) } ?? Self.broken(entry, key: entry.key))
    }
    return OriginTree(.mapping(result), origin: Self.origin(node))
  }

  private mutating func list(
    _ node: YAMLNode, _ schema: ConfigSchema, _ what: String
  ) -> OriginTree? {
    guard case .sequence(let items) = node.content else { return nil }
    var result: [OriginTree] = []
    for item in items {
      if let value = check(item, schema, what: "an entry of \(what)") { result.append(value) }
    }
    return OriginTree(
      .list(result), origin: Self.origin(node), isBroken: result.count < items.count)
  }

  private mutating func text(
    _ node: YAMLNode, _ rule: TextRule, _ what: String, example: String? = nil
  ) -> OriginTree? {
    guard case .scalar(let scalar) = node.content else { return nil }
    if rule == .quantity, let number = LeadingZero(scalar) {
      number.report(at: node.span, isQuantity: true, into: &diagnostics)
      return nil
    }
    guard let text = Self.text(scalar, rule) else {
      diagnostics.error(
        .wrongType,
        "\(what) must be a \(rule == .integer ? "whole number" : "string"), but YAML reads this as \(Self.name(scalar.value))",
        of: scalar.text, at: node.span,
        Self.correction(of: scalar, rule, example ?? rule.example))
      return nil
    }
    if let fault = rule.fault(in: text) {
      diagnostics.error(
        .wrongValue, "\(quoted: text) \(fault)", of: scalar.text, at: node.span,
        rule == .quantity
          ? TypeHint.quantity(scalar)
          : rule.correction(of: text).map { Correction("write \($0)", $0, .likely) })
      return nil
    }
    return OriginTree(.string(text), origin: Self.origin(node))
  }

  /// - Parameter isListed: whether a list of other words is taken as well.
  private mutating func choice(
    _ node: YAMLNode, _ words: [String], _ what: String, isListed: Bool = false
  ) -> OriginTree? {
    guard case .scalar(let scalar) = node.content else { return nil }
    if words.contains(scalar.text) {
      return OriginTree(.string(scalar.text), origin: Self.origin(node))
    }
    let nearest = NearestName.of(scalar.text, among: words)
    let list =
      isListed ? TypeHint.list(node).map { "; in this case, \($0.hint)" } ?? "; or a list" : ""
    diagnostics.error(
      .wrongValue, "\(what) cannot be \(quoted: scalar.text)", of: scalar.text, at: node.span,
      .name(nearest) ?? Correction("allowed values: \(words.joined(separator: ", "))\(list)"))
    return nil
  }

  private mutating func strings(
    _ node: YAMLNode, _ keyRule: TextRule, _ valueRule: TextRule, _ what: String
  ) -> OriginTree? {
    guard let entries = entries(node) else { return nil }
    var result: [OriginTree.Entry] = []
    var isBroken = false
    for entry in entries {
      if let fault = keyRule.fault(in: entry.key) {
        diagnostics.error(.wrongValue, "the key \(quoted: entry.key) \(fault)", at: entry.keySpan)
      }
      if Self.isNull(entry.value) {
        result.append(Self.entry(entry, OriginTree(.null, origin: Self.origin(entry.value))))
      } else if let value = text(entry.value, valueRule, "'\(entry.key)'") {
        result.append(Self.entry(entry, value))
      } else {
        isBroken = true
      }
    }
    return OriginTree(.mapping(result), origin: Self.origin(node), isBroken: isBroken)
  }

  private mutating func wrongType(
    _ node: YAMLNode, _ expected: String, _ what: String, _ correction: Correction?
  ) {
    diagnostics.error(
      .wrongType, "\(what) must be \(expected), not \(Self.name(node))", of: node.scalarText ?? "",
      at: node.span, correction)
  }
}
