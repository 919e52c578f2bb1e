import Diagnostics
import YAMLTree

/// The type of a value, held against the type that it must have.
extension SchemaCheck {
  /// The type that a schema takes, when a node is of another.
  static func type(wantedBy schema: ConfigSchema, insteadOf node: YAMLNode) -> String? {
    switch (schema, node.content) {
    case (.removable(let inner), _):
      return isNull(node) ? nil : type(wantedBy: inner, insteadOf: node)
    case (.mapping, .mapping), (.named, .mapping), (.strings, .mapping), (.podObject, .mapping),
      (.list, .sequence), (.oneOrMany, _), (.text, .scalar), (.choice, .scalar),
      (.choiceOrList, .scalar), (.choiceOrList, .sequence), (.choiceOrMapping, .scalar),
      (.choiceOrMapping, .mapping):
      return nil
    case (.mapping, _), (.named, _), (.strings, _), (.podObject, _): return "a mapping"
    case (.list, _): return "a list"
    case (.text, _): return "a string"
    case (.choice(let words), _), (.choiceOrList(let words, _), _),
      (.choiceOrMapping(let words, _), _):
      return "one of \(words.joined(separator: ", "))"
    case (.bool, .scalar(let scalar)):
      if case .bool = scalar.value { return nil }
      return "true or false"
    case (.bool, _): return "true or false"
    }
  }

  /// Advice that can be told from the written value; nil: an example is better.
  static func correction(of node: YAMLNode, _ schema: ConfigSchema) -> Correction? {
    switch schema {
    case .bool: TypeHint.bool(node)
    case .list(.text), .list(.choice): TypeHint.list(node)
    case .removable(let inner): correction(of: node, inner)
    default: nil
    }
  }

  /// The text of a scalar. A number stands for its digits where a text is a quantity (`cpu: 0.5`),
  /// not in a version.
  static func text(_ scalar: YAMLScalar, _ rule: TextRule) -> String? {
    switch scalar.value {
    case .string(let text): text
    case .integer(let number):
      rule == .integer ? "\(number)" : rule == .quantity ? scalar.text : nil
    case .double: rule == .quantity ? scalar.text : nil
    case .null, .bool: nil
    }
  }

  /// Advice on how to write a text that YAML reads as another type.
  static func correction(
    of scalar: YAMLScalar, _ rule: TextRule, _ example: String
  ) -> Correction {
    if scalar.value == .null {
      return Correction("write it as in '\(example)', or remove the key")
    }
    if rule.fault(in: scalar.text) == nil { return quoting(scalar) }
    return rule.correction(of: scalar.text).map { Correction("write \($0)", $0, .likely) }
      ?? Correction("write it as in '\(example)'")
  }

  /// A plain scalar that YAML reads as no text has nothing in it that quotes would have to escape.
  static func quoting(_ scalar: YAMLScalar) -> Correction {
    Correction("quote it: \"\(scalar.text)\"", "\"\(scalar.text)\"", .certain)
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
    case .bool(let flag): "the boolean \(flag)"
    case .integer(let number): "the number \(number)"
    case .double(let number) where number.isNaN: "'.nan'"
    case .double(let number) where number.isInfinite: "an infinite number"
    case .double(let number): "the number \(number)"
    case .string(let text): "the string \(quoted: text)"
    }
  }
}
