import PodAPI
import Values

/// The types of the Pod API that a schema names, each defined once.
struct PodDefinitions {
  /// A type, and the fields of it that the config does not take.
  private struct Variant: Hashable {
    let type: String
    let without: TextSet
  }

  private var names: [Variant: String] = [:]
  private var texts: TextMap<PlainValue> = [:]

  /// The definitions, in order of their names.
  var entries: [PlainValue.Entry] {
    texts.sorted { $0.key < $1.key }.map { .init($0.key, $0.value) }
  }

  /// The reference to a type.
  /// - Parameter without: fields that are not taken, with the reason.
  mutating func reference(to type: String, without: TextMap<String> = [:]) -> String {
    let variant = Variant(type: type, without: TextSet(without.keys))
    if let name = names[variant] { return "#/definitions/\(name)" }
    let others = names.keys.count { $0.type == type && !$0.without.isEmpty }
    let name = without.isEmpty ? type : "\(type)Layer" + (others == 0 ? "" : "\(others + 1)")
    names[variant] = name
    texts[name] = definition(of: variant)
    return "#/definitions/\(name)"
  }

  private mutating func definition(of variant: Variant) -> PlainValue {
    var properties: [PlainValue.Entry] = []
    let type = PodSchema.shipped[variant.type]
    for field in type?.fields ?? [] where !variant.without.contains(field.name.text) {
      var keywords: SchemaNode.Keywords = [
        .init("description", .string(Self.description(of: field, in: variant.type)))
      ]
      if let words = FieldChoices.words(of: field.name.text, in: variant.type) {
        keywords += SchemaNode.any(SchemaNode.choice(words), SchemaNode.null)
      } else {
        keywords += SchemaNode.any(self.keywords(of: field.kind), SchemaNode.null)
      }
      properties.append(.init(field.name.text, .mapping(keywords)))
    }
    return .mapping([
      .init("description", .string("Kubernetes' \(variant.type).")),
      .init("type", .string("object")), .init("properties", .mapping(properties)),
      .init("additionalProperties", .bool(false)),
    ])
  }

  private static func description(of field: PodSchema.Field, in type: String) -> String {
    var text = "'\(field.name.text)' of Kubernetes' \(type)"
    if field.since > PodSchema.minorVersions.lowerBound { text += ", from 1.\(field.since)" }
    if field.until < Int.max { text += ", up to 1.\(field.until - 1)" }
    return text + "."
  }

  private mutating func keywords(of kind: PodSchema.Kind) -> SchemaNode.Keywords {
    func type(_ names: String...) -> SchemaNode.Keywords {
      [.init("type", names.count == 1 ? .string(names[0]) : .list(names.map { .string($0) }))]
    }
    switch kind {
    case .bool: return type("boolean")
    case .int32:
      return type("integer") + [
        .init("minimum", .integer(Int64(Int32.min))), .init("maximum", .integer(Int64(Int32.max))),
      ]
    case .int64: return type("integer")
    case .string, .time: return type("string")
    case .quantity: return type("string", "number")
    case .intOrString: return type("integer", "string")
    case .any: return []
    case .object(let position):
      return [
        .init("$ref", .string(reference(to: PodSchema.shipped.types[position].name)))
      ]
    case .list(let inner): return SchemaNode.list(keywords(of: inner))
    case .map(let inner):
      return [
        .init("type", .string("object")),
        .init(
          "additionalProperties",
          .mapping(SchemaNode.any(keywords(of: inner), SchemaNode.null))),
      ]
    }
  }
}
