import YAMLTree

/// How to write a value of the type that is wanted, told by what was written instead.
enum TypeHint {
  /// Where `true` or `false` is wanted.
  static func bool(_ node: YAMLNode) -> String? {
    guard case .scalar(let scalar) = node.content else { return nil }
    switch scalar.text.lowercased() {
    case "true", "false": return "take the quotes away: \(scalar.text.lowercased())"
    case "1": return "write true"
    case "0": return "write false"
    case "yes", "y", "on": return "write true: YAML 1.2 has no '\(scalar.text)'"
    case "no", "n", "off": return "write false: YAML 1.2 has no '\(scalar.text)'"
    default: return "write true or false"
    }
  }

  /// Where a whole number is wanted.
  static func number(_ node: YAMLNode) -> String? {
    guard case .scalar(let scalar) = node.content else { return nil }
    switch NumberSpelling(scalar.text) {
    case .other(let number):
      let isQuoted = !scalar.isPlain && "\(number)" == scalar.text
      return isQuoted ? "take the quotes away: \(number)" : "write \(number)"
    case .leadingZero: return LeadingZero(text: scalar.text)?.hint
    case .notFinite: return "write a number that is finite, or take the line out"
    case nil: return nil
    }
  }

  /// Where a quantity is wanted.
  static func quantity(_ scalar: YAMLScalar) -> String? {
    if let fine = TextRule.quantity.correction(of: scalar.text) { return "write \(fine)" }
    let isInfinite = NumberSpelling(scalar.text) == .notFinite
    return isInfinite ? "write a number that is finite, or take the line out" : nil
  }

  /// Where a list is wanted.
  static func list(_ node: YAMLNode) -> String? {
    switch node.content {
    case .scalar(let scalar):
      guard scalar.value != .null, scalar.text.utf8.count < 60,
        !scalar.text.contains(where: ",[]{}'\"\n".contains)
      else { return nil }
      return "write a list: [\(YAMLWriter.scalar(scalar.text))]"
    case .mapping: return "begin each entry with '- '"
    case .sequence: return nil
    }
  }

  /// What a key that its mapping does not have may be meant for: one like it, or one further in.
  static func place(for key: String, _ nearest: String?, _ homes: [String]) -> String? {
    let home = home(of: key, among: homes)
    guard let nearest else { return home }
    return "did you mean '\(nearest)'?" + (home.map { " or \($0)" } ?? "")
  }

  /// Where a key stands that its mapping does not have, and mappings in it do.
  static func home(of key: String, among homes: [String]) -> String? {
    homes.isEmpty
      ? nil : "say it in " + homes.prefix(2).map { "'\($0)'" }.joined(separator: " or ")
  }
}
