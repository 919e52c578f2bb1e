import PodAPI

extension PolicyCondition {
  /// The condition as CEL reads it. Every field that may be missing is asked for first: no pod makes
  /// the expression fail.
  public var cel: String { text(in: .whole) }

  /// The surroundings of a text, which decide whether it needs brackets.
  private enum Surroundings {
    case whole, and, or, not
  }

  private func text(in surroundings: Surroundings) -> String {
    switch self {
    case .always: return "true"
    case .has(let place): return Self.and([Self.chain(place)], surroundings)
    case .isTrue(let place): return Self.guarded(place, place.text, surroundings)
    case .equals(let place, let value):
      return Self.guarded(place, "\(place.text) == \(CELLiteral.value(value))", surroundings)
    case .isAmong(let place, let values):
      let list = values.map(CELLiteral.value).joined(separator: ", ")
      return Self.guarded(place, "\(place.text) in [\(list)]", surroundings)
    case .isWithin(let place, let ranges):
      return Self.guarded(place, Self.within(place.text, ranges, .and), surroundings)
    case .hasOutside(let place, let ranges):
      return Self.guarded(
        place, "\(place.text).exists(x, !(\(Self.within("x", ranges, .whole))))", surroundings)
    case .contains(let place, let text):
      return Self.guarded(place, "\(CELLiteral.text(text.text)) in \(place.text)", surroundings)
    case .hasOther(let place, let texts):
      return Self.guarded(
        place, "\(place.text).exists(x, !(x in \(CELLiteral.list(texts))))", surroundings)
    case .startsWith(let place, let texts):
      let parts = texts.map { "\(place.text).startsWith(\(CELLiteral.text($0.text)))" }
      return Self.guarded(place, Self.or(parts, .and), surroundings)
    case .isAnnotated(let annotation, let values):
      return Self.annotated(annotation, values, surroundings)
    case .someContainer(let list, let condition):
      let place = list.place
      return Self.guarded(place, "\(place.text).exists(c, \(condition.cel))", surroundings)
    case .not(let inner): return "!" + inner.text(in: .not)
    case .all(let parts):
      return Self.and([parts.map { $0.text(in: .and) }], surroundings)
    case .any(let parts):
      if parts.isEmpty { return "false" }
      return Self.or(parts.map { $0.text(in: .or) }, surroundings)
    }
  }

  private static func chain(_ place: PolicyPlace) -> [String] {
    place.optional.map { "has(\($0.text))" }
  }

  private static func guarded(
    _ place: PolicyPlace, _ text: String, _ surroundings: Surroundings
  ) -> String {
    and([chain(place), [text]], surroundings)
  }

  private static func and(_ parts: [[String]], _ surroundings: Surroundings) -> String {
    let parts = parts.flatMap { $0 }
    let text = parts.joined(separator: " && ")
    // An operator behind "!" binds less than it; only a call or a macro needs no brackets there.
    let isCall = parts.count == 1 && (text.hasPrefix("has(") || text.hasPrefix("("))
    switch surroundings {
    case .whole, .and: return text
    case .or: return parts.count == 1 ? text : "(\(text))"
    case .not: return isCall ? text : "(\(text))"
    }
  }

  private static func or(_ parts: [String], _ surroundings: Surroundings) -> String {
    let text = parts.joined(separator: " || ")
    return parts.count == 1 && surroundings != .not || surroundings == .whole ? text : "(\(text))"
  }

  private static func within(
    _ text: String, _ ranges: [ClosedRange<Int64>], _ surroundings: Surroundings
  ) -> String {
    if ranges.isEmpty { return "false" }
    let parts = ranges.map { range in
      range.lowerBound == range.upperBound
        ? "\(text) == \(range.lowerBound)"
        : "\(range.lowerBound) <= \(text) && \(text) <= \(range.upperBound)"
    }
    return or(ranges.count == 1 ? parts : parts.map { "(\($0))" }, surroundings)
  }

  private static func annotated(
    _ annotation: PolicyAnnotation, _ values: [ByteText], _ surroundings: Surroundings
  ) -> String {
    let place = PolicyPlace.annotations
    let key =
      switch annotation {
      case .pod(let key): CELLiteral.text(key.text)
      case .container(let prefix): "(\(CELLiteral.text(prefix.text)) + c.name)"
      }
    var parts = [chain(place), ["\(key) in \(place.text)"]]
    if !values.isEmpty {
      parts.append(["!(\(place.text)[\(key)] in \(CELLiteral.list(values)))"])
    }
    return and(parts, surroundings)
  }
}
