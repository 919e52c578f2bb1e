import Diagnostics
import PodAPI
import Values
import YAMLTree

/// Holds nodes against the Pod API of every version: a field that no version has, a value of another
/// type. What depends on a cluster's versions is looked at when the cluster is.
struct PodFieldCheck {
  /// The values of a struct; what is wrong is reported and left out.
  func check(
    _ node: YAMLNode, type: String, without: TextMap<String>, what: String,
    into diagnostics: inout DiagnosticList
  ) -> OriginTree? {
    guard let object = PodSchema.shipped[type] else { return nil }
    return self.object(node, object, without, what, into: &diagnostics)
  }

  private func object(
    _ node: YAMLNode, _ type: PodSchema.ObjectType, _ without: TextMap<String>, _ what: String,
    into diagnostics: inout DiagnosticList
  ) -> OriginTree? {
    guard case .mapping(let entries) = node.content else {
      return wrong(node, "a mapping", what, nil, &diagnostics)
    }
    var result: [OriginTree.Entry] = []
    var isBroken = false
    for entry in entries {
      if let reason = without[entry.key] {
        diagnostics.error(
          .unknownKey, "'\(entry.key)' cannot be set in \(what)", at: entry.keySpan, hint: reason)
        continue
      }
      guard let name = FieldName(entry.key), let field = type[name] else {
        diagnostics.error(
          .unknownKey, "\(type.name) has no field \(quoted: entry.key)", of: entry.key,
          at: entry.keySpan, Self.correction(ofUnknown: entry.key, in: type, without, entries))
        isBroken = true
        continue
      }
      let found = value(
        entry.value, field.kind, "'\(entry.key)'", FieldRange.of(entry.key), into: &diagnostics)
      guard let found, isChoice(found, entry, of: type, into: &diagnostics) else {
        result.append(SchemaCheck.broken(entry, key: entry.key))
        continue
      }
      result.append(SchemaCheck.entry(entry, found))
    }
    return OriginTree(.mapping(result), origin: SchemaCheck.origin(node), isBroken: isBroken)
  }

  /// Checks that a word is one of those that its field takes.
  private func isChoice(
    _ value: OriginTree, _ entry: YAMLNode.Entry, of type: PodSchema.ObjectType,
    into diagnostics: inout DiagnosticList
  ) -> Bool {
    guard let word = value.string, !word.isEmpty,
      let known = FieldChoices.words(of: entry.key, in: type.name), !known.contains(word)
    else { return true }
    let nearest = NearestName.of(word, among: known)
    diagnostics.error(
      .wrongValue, "'\(entry.key)' cannot be '\(word)'", of: word, at: entry.value.span,
      .name(nearest) ?? Correction("allowed values: \(known.joined(separator: ", "))"))
    return false
  }

  private func value(
    _ node: YAMLNode, _ kind: PodSchema.Kind, _ what: String, _ range: ClosedRange<Int64>?,
    into diagnostics: inout DiagnosticList
  ) -> OriginTree? {
    let origin = SchemaCheck.origin(node)
    if SchemaCheck.isNull(node) { return OriginTree(.null, origin: origin) }
    switch kind {
    case .object(let position):
      return object(node, PodSchema.shipped.types[position], [:], what, into: &diagnostics)
    case .list(let inner):
      guard case .sequence(let items) = node.content else {
        return wrong(node, "a list", what, Self.correction(of: node, what), &diagnostics)
      }
      let values = items.compactMap { item in
        // Nothing can be taken away from a list by its place.
        SchemaCheck.isNull(item)
          ? wrong(
            item, Self.name(inner), "an entry of \(what)", Correction("remove it"), &diagnostics)
          : value(item, inner, "an entry of \(what)", range, into: &diagnostics)
      }
      return OriginTree(.list(values), origin: origin, isBroken: values.count < items.count)
    case .map(let inner):
      guard case .mapping(let entries) = node.content else {
        return wrong(node, "a mapping", what, nil, &diagnostics)
      }
      return OriginTree(
        .mapping(
          entries.map { entry in
            value(entry.value, inner, "'\(entry.key)'", nil, into: &diagnostics).map {
              SchemaCheck.entry(entry, $0)
            } ?? SchemaCheck.broken(entry, key: entry.key)
          }), origin: origin)
    default: return scalar(node, kind, what, range, &diagnostics)
    }
  }

  /// - Parameter range: the numbers that the field takes; nil where its type decides.
  private func scalar(
    _ node: YAMLNode, _ kind: PodSchema.Kind, _ what: String, _ range: ClosedRange<Int64>?,
    _ diagnostics: inout DiagnosticList
  ) -> OriginTree? {
    guard case .scalar(let scalar) = node.content else {
      return wrong(node, Self.name(kind), what, nil, &diagnostics)
    }
    let origin = SchemaCheck.origin(node)
    if Self.isNumeric(kind), let number = LeadingZero(scalar) {
      number.report(at: node.span, isQuantity: kind == .quantity, into: &diagnostics)
      return nil
    }
    switch (kind, scalar.value) {
    case (.bool, .bool(let flag)): return OriginTree(.bool(flag), origin: origin)
    case (.int32, .integer(let number)) where Int32(exactly: number) == nil,
      (.int64, .integer(let number)) where range?.contains(number) == false:
      let taken = range ?? Int64(Int32.min)...Int64(Int32.max)
      diagnostics.error(
        .wrongValue,
        "\(what) cannot be \(number): it must be \(taken.lowerBound) to \(taken.upperBound)",
        at: node.span)
      return nil
    case (.int32, .integer(let number)), (.int64, .integer(let number)),
      (.intOrString, .integer(let number)):
      return OriginTree(.integer(number), origin: origin)
    case (.quantity, _):
      if let fault = TextRule.quantity.fault(in: scalar.text) {
        diagnostics.error(
          .wrongValue, "\(quoted: scalar.text) \(fault)", of: scalar.text, at: node.span,
          TypeHint.quantity(scalar))
        return nil
      }
      return OriginTree(.string(scalar.text), origin: origin)
    case (.string, .string(let text)), (.intOrString, .string(let text)),
      (.time, .string(let text)),
      (.any, .string(let text)):
      return OriginTree(.string(text), origin: origin)
    case (.string, _), (.time, _):
      diagnostics.error(
        .wrongType,
        "\(what) must be a string, but YAML reads this as \(SchemaCheck.name(scalar.value))",
        of: scalar.text, at: node.span, SchemaCheck.quoting(scalar))
      return nil
    default:
      return wrong(
        node, Self.name(kind), what, Self.correction(of: node, kind, range), &diagnostics)
    }
  }

  private func wrong(
    _ node: YAMLNode, _ expected: String, _ what: String, _ correction: Correction?,
    _ diagnostics: inout DiagnosticList
  ) -> OriginTree? {
    diagnostics.error(
      .wrongType, "\(what) must be \(expected), not \(SchemaCheck.name(node))",
      of: node.scalarText ?? "",
      at: node.span, correction)
    return nil
  }

  /// A value for the containers of a task may have been written in the place of a pod's own.
  private static func correction(of node: YAMLNode, _ what: String) -> Correction? {
    if case .mapping = node.content, ["'containers'", "'initContainers'"].contains(what) {
      return Correction(
        "set it next to 'pod'; this list is for additional containers: [{ name: …, image: … }]")
    }
    return TypeHint.list(node)
  }

  /// True if a field takes numbers.
  private static func isNumeric(_ kind: PodSchema.Kind) -> Bool {
    [.int32, .int64, .intOrString, .quantity].contains(kind)
  }

  private static func correction(
    of node: YAMLNode, _ kind: PodSchema.Kind, _ range: ClosedRange<Int64>?
  ) -> Correction? {
    switch kind {
    case .bool: TypeHint.bool(node)
    case .int32, .int64: TypeHint.number(node, range)
    default: nil
    }
  }

  /// A field that was mistyped, that stands one level further in, or whose name was cut short.
  private static func correction(
    ofUnknown key: String, in type: PodSchema.ObjectType, _ without: TextMap<String>,
    _ entries: [YAMLNode.Entry]
  ) -> Correction? {
    let fields = type.fields.filter { without[$0.name.text] == nil }
    let homes = fields.filter { field in
      guard case .object(let position) = field.kind, let name = FieldName(key) else { return false }
      return PodSchema.shipped.types[position][name] != nil
    }
    if let home = TypeHint.home(of: key, among: homes.map(\.name.text)) { return Correction(home) }
    let names = fields.map(\.name.text)
    if let nearest = NearestName.of(key, among: names) {
      return TypeHint.present(nearest, among: entries) ?? .name(nearest)
    }
    guard key.utf8.count > 3 else { return nil }
    let longer = names.filter { $0.lowercased().hasSuffix(key.lowercased()) }
    if longer.count == 1 { return .name(longer[0]) }
    return longer.isEmpty
      ? nil : Correction("did you mean \(longer.map { "'\($0)'" }.joined(separator: " or "))?")
  }

  private static func name(_ kind: PodSchema.Kind) -> String {
    switch kind {
    case .bool: "true or false"
    case .int32, .int64: "a whole number"
    case .string, .time, .any: "a string"
    case .quantity: "a quantity"
    case .intOrString: "a number or a string"
    case .object, .map: "a mapping"
    case .list: "a list"
    }
  }
}
