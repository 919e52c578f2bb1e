import YAMLTree

/// How to write a value of the type that is wanted, told by what was written instead.
enum TypeHint {
  /// Where `true` or `false` is wanted.
  static func bool(_ node: YAMLNode) -> String? {
    guard case .scalar(let scalar) = node.content else { return nil }
    switch scalar.text.lowercased() {
    case "true", "false": return "take the quotes away: \(scalar.text.lowercased())"
    case "yes", "y", "on", "1": return "write true: YAML 1.2 has no '\(scalar.text)'"
    case "no", "n", "off", "0": return "write false: YAML 1.2 has no '\(scalar.text)'"
    default: return "write true or false"
    }
  }

  /// Where a whole number is wanted.
  static func number(_ node: YAMLNode) -> String? {
    guard case .scalar(let scalar) = node.content, Int64(scalar.text) != nil else { return nil }
    return "take the quotes away: \(scalar.text)"
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
