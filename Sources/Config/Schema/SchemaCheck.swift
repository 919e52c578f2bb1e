import Diagnostics
import Origins
import PodAPI
import YAMLTree

/// Holds nodes against a schema. What is wrong is reported and left out of the tree that comes
/// back, so that no later check stumbles over it again.
struct SchemaCheck {
  var diagnostics: DiagnosticList
  let pods = PodFieldCheck()

  /// The values of a node; nil when nothing of it can be used.
  mutating func check(_ node: YAMLNode, _ schema: ConfigSchema, what: String) -> OriginTree? {
    switch schema {
    case .mapping(let keys): return mapping(node, keys, what)
    case .named(let rule, let inner): return named(node, rule, inner, what)
    case .list(let inner): return list(node, inner, what)
    case .oneOrMany(let inner):
      if case .sequence = node.content { return list(node, inner, what) }
      guard let item = check(node, inner, what: what) else { return nil }
      return OriginTree(.list([item]), origin: Self.origin(node))
    case .text(let rule): return text(node, rule, what)
    case .choice(let words): return choice(node, words, what)
    case .choiceOrList(let words, let inner):
      if case .sequence = node.content { return list(node, inner, what) }
      return choice(node, words, what)
    case .bool:
      if case .scalar(let scalar) = node.content, case .bool(let flag) = scalar.value {
        return OriginTree(.bool(flag), origin: Self.origin(node))
      }
      return wrongType(node, "true or false", what)
    case .strings(let key, let value): return strings(node, key, value, what)
    case .podObject(let type, let without):
      return pods.check(node, type: type, without: without, what: what, into: &diagnostics)
    }
  }

  static func origin(_ node: YAMLNode) -> Origin { Origin(span: node.span) }

  private mutating func entries(_ node: YAMLNode, _ what: String) -> [YAMLNode.Entry]? {
    if case .mapping(let entries) = node.content { return entries }
    _ = wrongType(node, "a mapping", what)
    return nil
  }

  private mutating func mapping(
    _ node: YAMLNode, _ keys: [ConfigSchema.Key], _ what: String
  ) -> OriginTree? {
    guard let entries = entries(node, what) else { return nil }
    var result: [OriginTree.Entry] = []
    for entry in entries {
      guard let key = keys.first(where: { $0.name == entry.key }) else {
        unknown(entry, among: keys.map(\.name), in: what)
        continue
      }
      if let value = check(entry.value, key.schema, what: "'\(key.name)'") {
        result.append(Self.entry(entry, value))
      }
    }
    for key in keys where key.isRequired && !entries.contains(where: { $0.key == key.name }) {
      diagnostics.error(
        .missingKey, "\(what) has no '\(key.name)'", at: node.span, hint: "add '\(key.name): …'")
    }
    return OriginTree(.mapping(result), origin: Self.origin(node))
  }

  private mutating func unknown(_ entry: YAMLNode.Entry, among names: [String], in what: String) {
    let nearest = NearestName.of(entry.key, among: names)
    diagnostics.error(
      .unknownKey, "\(what) has no key '\(entry.key)'", at: entry.keySpan,
      hint: nearest.map { "did you mean '\($0)'?" }
        ?? "keys here are: \(names.joined(separator: ", "))")
  }

  private mutating func named(
    _ node: YAMLNode, _ rule: TextRule, _ schema: ConfigSchema, _ what: String
  ) -> OriginTree? {
    guard let entries = entries(node, what) else { return nil }
    var result: [OriginTree.Entry] = []
    for entry in entries {
      if let fault = rule.fault(in: entry.key) {
        diagnostics.error(
          .wrongValue, "the name '\(entry.key)' \(fault)", at: entry.keySpan, hint: "rename it")
      }
      if let value = check(entry.value, schema, what: "'\(entry.key)'") {
        result.append(Self.entry(entry, value))
      }
    }
    return OriginTree(.mapping(result), origin: Self.origin(node))
  }

  private mutating func list(
    _ node: YAMLNode, _ schema: ConfigSchema, _ what: String
  ) -> OriginTree? {
    guard case .sequence(let items) = node.content else { return wrongType(node, "a list", what) }
    var result: [OriginTree] = []
    for item in items {
      if let value = check(item, schema, what: "an entry of \(what)") { result.append(value) }
    }
    return OriginTree(.list(result), origin: Self.origin(node))
  }

  private mutating func text(_ node: YAMLNode, _ rule: TextRule, _ what: String) -> OriginTree? {
    guard case .scalar(let scalar) = node.content else { return wrongType(node, "a text", what) }
    guard case .string(let text) = scalar.value else {
      // A number stands for its digits where a text is a quantity (`cpu: 2`), not in a version.
      if rule == .quantity, case .integer(let number) = scalar.value {
        return OriginTree(.string("\(number)"), origin: Self.origin(node))
      }
      diagnostics.error(
        .wrongType, "\(what) takes a text, and YAML reads this as \(Self.name(scalar.value))",
        at: node.span, hint: "quote it: \"\(scalar.text)\"")
      return nil
    }
    if let fault = rule.fault(in: text) {
      diagnostics.error(.wrongValue, "'\(text)' \(fault)", at: node.span)
      return nil
    }
    return OriginTree(.string(text), origin: Self.origin(node))
  }

  private mutating func choice(
    _ node: YAMLNode, _ words: [String], _ what: String
  ) -> OriginTree? {
    guard case .scalar(let scalar) = node.content else {
      return wrongType(node, "one of \(words.joined(separator: ", "))", what)
    }
    if words.contains(scalar.text) {
      return OriginTree(.string(scalar.text), origin: Self.origin(node))
    }
    let nearest = NearestName.of(scalar.text, among: words)
    diagnostics.error(
      .wrongValue, "\(what) does not take '\(scalar.text)'", at: node.span,
      hint: nearest.map { "did you mean '\($0)'?" } ?? "it takes: \(words.joined(separator: ", "))")
    return nil
  }

  private mutating func strings(
    _ node: YAMLNode, _ keyRule: TextRule, _ valueRule: TextRule, _ what: String
  ) -> OriginTree? {
    guard let entries = entries(node, what) else { return nil }
    var result: [OriginTree.Entry] = []
    for entry in entries {
      if let fault = keyRule.fault(in: entry.key) {
        diagnostics.error(.wrongValue, "the key '\(entry.key)' \(fault)", at: entry.keySpan)
      }
      if case .scalar(let scalar) = entry.value.content, scalar.value == .null {
        result.append(Self.entry(entry, OriginTree(.null, origin: Self.origin(entry.value))))
      } else if let value = text(entry.value, valueRule, "'\(entry.key)'") {
        result.append(Self.entry(entry, value))
      }
    }
    return OriginTree(.mapping(result), origin: Self.origin(node))
  }

  private mutating func wrongType(
    _ node: YAMLNode, _ expected: String, _ what: String
  ) -> OriginTree? {
    diagnostics.error(
      .wrongType, "\(what) takes \(expected), not \(Self.name(node))", at: node.span)
    return nil
  }

  static func entry(_ entry: YAMLNode.Entry, _ value: OriginTree) -> OriginTree.Entry {
    OriginTree.Entry(key: entry.key, keyOrigin: Origin(span: entry.keySpan), value: value)
  }

  static func name(_ node: YAMLNode) -> String {
    switch node.content {
    case .mapping: "a mapping"
    case .sequence: "a list"
    case .scalar(let scalar): name(scalar.value)
    }
  }

  static func name(_ value: YAMLScalar.Value) -> String {
    switch value {
    case .null: "nothing"
    case .bool(let flag): "the flag \(flag)"
    case .integer(let number): "the number \(number)"
    case .double(let number): "the number \(number)"
    case .string(let text): "the text '\(text)'"
    }
  }
}
