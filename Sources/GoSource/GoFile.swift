import Digests

/// A Go file, read as far as patches need it: tokens, brackets, declarations.
public struct GoFile: Sendable {
  /// The bytes and their tokens.
  public let text: GoText
  /// The pairs of brackets.
  public let brackets: BracketTree
  /// The package it says it belongs to.
  public let package: String?
  /// Its imports in order.
  public let imports: [ImportSpec]
  /// Its declarations outside functions, in order; two of one name are two.
  public let declarations: [Declaration]
  /// The positions of the declarations of each name.
  private let byName: [ByteText: [Int]]

  /// Reads a file; refused are texts that have no tokens of Go, or brackets that do not fit.
  public init(_ bytes: [UInt8]) throws(GoFault) {
    text = try GoText(bytes)
    brackets = try BracketTree(text)
    let index = DeclarationIndex(text, brackets)
    package = index.package
    imports = index.imports
    declarations = index.declarations
    byName = Dictionary(grouping: index.declarations.indices) {
      ByteText(index.declarations[$0].name)
    }
  }

  /// The declarations of a kind and a name; two of them are possible in a file that does not
  /// compile, and methods of several types may share a name.
  /// - Parameter receiver: the type of a method; nil for any.
  public func declarations(
    _ kind: Declaration.Kind, _ name: String, receiver: String? = nil
  ) -> [Declaration] {
    (byName[ByteText(name)] ?? []).map { declarations[$0] }.filter {
      $0.kind == kind && (receiver == nil || $0.receiver == receiver)
    }
  }

  /// The number of parameters of a function or method; grouped names count one by one.
  public func arity(of declaration: Declaration) -> Int { count(in: declaration.parameters) }

  /// The number of results of a function or method.
  public func resultCount(of declaration: Declaration) -> Int {
    let start = declaration.parameters.upperBound + 1
    guard start < declaration.tokens.upperBound, !text.isToken(start, "{") else { return 0 }
    guard text.isToken(start, "("), let close = brackets.partner(of: start) else { return 1 }
    return count(in: start + 1..<close)
  }

  /// Counts what commas separate; a comma behind the last does not count.
  private func count(in range: Range<Int>) -> Int {
    var count = 0
    var isOpen = false
    var index = range.lowerBound
    while index < range.upperBound {
      if text.isToken(index, ",") {
        isOpen = false
      } else if !isOpen, text.tokens[index].kind != .lineEnd {
        count += 1
        isOpen = true
      }
      index = brackets.end(of: index) + 1
    }
    return count
  }

  /// The identity of a declaration, whatever its layout and comments: the first 16 hexadecimal
  /// digits of the SHA-256 of its token texts, joined by newlines.
  public func fingerprint(of declaration: Declaration) -> String {
    var joined: [UInt8] = []
    for index in declaration.tokens {
      if index > declaration.tokens.lowerBound { joined.append(UInt8(ascii: "\n")) }
      if text.tokens[index].kind == .lineEnd {
        joined.append(UInt8(ascii: ";"))
      } else {
        // Go itself drops carriage returns from raw strings.
        joined.append(contentsOf: text.slice(index).lazy.filter { $0 != UInt8(ascii: "\r") })
      }
    }
    return String(SHA256.hex(of: joined).prefix(16))
  }
}
