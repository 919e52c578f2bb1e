import Config
import PodAPI
import Values

/// One part of the config language as the keywords of a JSON Schema.
enum SchemaNode {
  typealias Keywords = [PlainValue.Entry]

  /// The keywords of a part. Types of the Pod API that it names are added to `definitions`.
  static func of(_ schema: ConfigSchema, _ definitions: inout PodDefinitions) -> Keywords {
    switch schema {
    case .mapping(let keys): return mapping(keys, &definitions)
    case .named(let rule, let inner):
      return [
        .init("type", .string("object")), .init("propertyNames", .mapping(rule.keywords)),
        .init("additionalProperties", .mapping(of(inner, &definitions))),
      ]
    case .list(let inner): return list(of(inner, &definitions))
    case .oneOrMany(let inner):
      let one = of(inner, &definitions)
      return any(one, list(one))
    case .text(let rule): return rule.keywords
    case .choice(let words): return choice(words)
    case .choiceOrList(let words, let inner):
      return any(choice(words), list(of(inner, &definitions)))
    case .choiceOrMapping(let words, let keys):
      return any(choice(words), mapping(keys, &definitions))
    case .bool: return [.init("type", .string("boolean"))]
    case .strings(let key, let value):
      return [
        .init("type", .string("object")), .init("propertyNames", .mapping(key.keywords)),
        .init("additionalProperties", .mapping(any(value.keywords, null))),
      ]
    case .removable(let inner): return any(of(inner, &definitions), null)
    case .podObject(let type, let without):
      return [.init("$ref", .string(definitions.reference(to: type, without: without)))]
    }
  }

  /// The schema of null.
  static let null: Keywords = [.init("type", .string("null"))]

  /// One of several.
  static func any(_ choices: Keywords...) -> Keywords {
    [.init("anyOf", .list(choices.map { .mapping($0) }))]
  }

  static func list(_ items: Keywords) -> Keywords {
    [.init("type", .string("array")), .init("items", .mapping(items))]
  }

  static func choice(_ words: [String]) -> Keywords {
    [.init("enum", .list(words.map { .string($0) }))]
  }

  private static func mapping(
    _ keys: [ConfigSchema.Key], _ definitions: inout PodDefinitions
  ) -> Keywords {
    var properties: [PlainValue.Entry] = []
    for key in keys { properties.append(.init(key.name, .mapping(of(key, &definitions)))) }
    let required = keys.filter(\.isRequired).map { PlainValue.string($0.name) }
    var result: Keywords = [.init("type", .string("object"))]
    if !required.isEmpty { result.append(.init("required", .list(required))) }
    result.append(.init("properties", .mapping(properties)))
    result.append(.init("additionalProperties", .bool(false)))
    return result
  }

  private static func of(
    _ key: ConfigSchema.Key, _ definitions: inout PodDefinitions
  ) -> Keywords {
    var description = key.description
    // The keyword takes a value only.
    if case .words(let words) = key.defaultValue { description += " Default: \(words)." }
    var described: Keywords = [.init("description", .string(description))]
    switch key.defaultValue {
    case .text(let text): described.append(.init("default", .string(text)))
    case .flag(let flag): described.append(.init("default", .bool(flag)))
    case .words, nil: break
    }
    let node = of(key.schema, &definitions)
    // Readers of draft-07 ignore what stands beside a reference.
    guard node.contains(where: { $0.key == "$ref" }) else { return described + node }
    return described + [.init("allOf", .list([.mapping(node)]))]
  }
}
