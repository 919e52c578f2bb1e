/// One name that a Go file declares outside its functions.
public struct Declaration: Sendable {
  /// The kind of the declaration.
  public enum Kind: String, Sendable {
    case const, `var`, type
    case function = "func"
    case method
  }

  /// The kind of the declaration.
  public let kind: Kind
  /// The name.
  public let name: String
  /// The type a method belongs to, without its star.
  public let receiver: String?
  /// The tokens from its keyword or, in a group, from its first name to its last token.
  public let tokens: Range<Int>
  /// The tokens of the group `keyword ( … )` it stands in, from the keyword to the bracket.
  public let group: Range<Int>?
  /// Behind `=` for a const or var; behind the name for a type; else empty.
  public let value: Range<Int>
  /// Between the brackets of the parameters of a function or method; else empty.
  public let parameters: Range<Int>
  /// Between the braces of a function or method; else empty.
  public let body: Range<Int>
  /// The number of names that its line declares; one of several cannot be deleted alone.
  public let siblings: Int
}

/// One import of a Go file.
public struct ImportSpec: Sendable {
  /// The name it is given, `_` and `.` included; nil where it is none.
  public let alias: String?
  /// The path, without its quotes.
  public let path: String
  /// The tokens of the spec, without the keyword.
  public let tokens: Range<Int>
  /// The tokens of the group it stands in, from the keyword to the bracket.
  public let group: Range<Int>?

  /// The name by which the file uses it, guessed from the path where it has no alias.
  public let name: String

  init(alias: String?, path: String, tokens: Range<Int>, group: Range<Int>?) {
    self.alias = alias
    self.path = path
    self.tokens = tokens
    self.group = group
    name = alias ?? Self.name(of: path)
  }

  /// The name that a package most likely has.
  public static func name(of path: String) -> String {
    let parts = path.split(separator: "/")
    guard let last = parts.last else { return path }
    // `…/v2` is a version of the module before it.
    let isVersion = last.first == "v" && last.count > 1 && last.dropFirst().allSatisfy(\.isDigit)
    return String(isVersion && parts.count > 1 ? parts[parts.count - 2] : last)
  }
}
