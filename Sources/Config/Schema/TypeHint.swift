import Diagnostics
import YAMLTree

/// Advice on how to write a value of the right type, told from what was written instead.
enum TypeHint {
  /// Advice for `true` or `false`.
  static func bool(_ node: YAMLNode) -> Correction? {
    guard case .scalar(let scalar) = node.content else { return nil }
    let word = scalar.text.lowercased()
    switch word {
    case "true", "false": return Correction("remove the quotes: \(word)", word, .certain)
    case "1": return Correction("write true", "true", .likely)
    case "0": return Correction("write false", "false", .likely)
    case "yes", "y", "on":
      return Correction("write true: YAML 1.2 has no '\(scalar.text)'", "true", .certain)
    case "no", "n", "off":
      return Correction("write false: YAML 1.2 has no '\(scalar.text)'", "false", .certain)
    default: return Correction("write true or false")
    }
  }

  /// Advice for a whole number.
  /// - Parameter range: the numbers that are taken; nil where the type decides.
  static func number(_ node: YAMLNode, _ range: ClosedRange<Int64>?) -> Correction? {
    guard case .scalar(let scalar) = node.content else { return nil }
    switch NumberSpelling(scalar.text) {
    case .other(let number):
      if let range, !range.contains(number) {
        return Correction(
          "it is \(number), but the field must be \(range.lowerBound) to \(range.upperBound)")
      }
      let isQuoted = !scalar.isPlain && "\(number)" == scalar.text
      return isQuoted
        ? Correction("remove the quotes: \(number)", "\(number)", .certain)
        : Correction("write \(number)", "\(number)", .certain)
    case .leadingZero:
      return LeadingZero(text: scalar.text)?.correction(isQuantity: false)
    case .notFinite: return Correction("write a finite number, or remove the line")
    case nil: return nil
    }
  }

  /// Advice for a quantity.
  static func quantity(_ scalar: YAMLScalar) -> Correction? {
    if let fine = TextRule.quantity.correction(of: scalar.text) {
      return Correction("write \(fine)", fine, .likely)
    }
    let isInfinite = NumberSpelling(scalar.text) == .notFinite
    return isInfinite ? Correction("write a finite number, or remove the line") : nil
  }

  /// Advice for a list.
  static func list(_ node: YAMLNode) -> Correction? {
    switch node.content {
    case .scalar(let scalar):
      guard scalar.value != .null, scalar.text.utf8.count < 60,
        !scalar.text.contains(where: ",[]{}'\"\n".contains)
      else { return nil }
      let list = "[\(YAMLWriter.scalar(scalar.text))]"
      return Correction("write a list: \(list)", list, .certain)
    case .mapping: return Correction("start each entry with '- '")
    case .sequence: return nil
    }
  }

  /// The key that an unknown key may be meant for: one like it, or one further in.
  static func place(for key: String, _ nearest: String?, _ homes: [String]) -> Correction? {
    let home = home(of: key, among: homes)
    guard let nearest else { return home.map { Correction($0) } }
    guard let home else { return .name(nearest) }
    return Correction("did you mean '\(nearest)'? or \(home)")
  }

  /// A key that is like one which the mapping has already.
  static func present(_ nearest: String?, among entries: [YAMLNode.Entry]) -> Correction? {
    guard let nearest, entries.contains(where: { $0.key == nearest }) else { return nil }
    return Correction("did you mean '\(nearest)'? That key is set here as well: keep one of them")
  }

  /// The mapping further in that has a key that this one lacks.
  static func home(of key: String, among homes: [String]) -> String? {
    homes.isEmpty
      ? nil : "move it to " + homes.prefix(2).map { "'\($0)'" }.joined(separator: " or ")
  }
}
