import Digests

/// A Go file, read as far as patches need it: tokens, brackets, declarations.
public struct GoFile: Sendable {
  /// The bytes and their tokens.
  public let text: GoText
  /// Which bracket closes which.
  public let brackets: BracketTree
  /// The package it says it belongs to.
  public let package: String?
  /// Its imports in order.
  public let imports: [ImportSpec]
  /// What it declares outside functions, in order; two of one name are two.
  public let declarations: [Declaration]

  /// Reads a file; refused are texts that have no tokens of Go, or brackets that do not fit.
  public init(_ bytes: [UInt8]) throws(GoFault) {
    text = try GoText(bytes)
    brackets = try BracketTree(text)
    let index = DeclarationIndex(text, brackets)
    package = index.package
    imports = index.imports
    declarations = index.declarations
  }

  /// The declarations of a kind and a name; two of them are possible in a file that does not
  /// compile, and methods of several types may share a name.
  /// - Parameter receiver: the type of a method; nil for any.
  public func declarations(
    _ kind: Declaration.Kind, _ name: String, receiver: String? = nil
  ) -> [Declaration] {
    declarations.filter {
      $0.kind == kind && $0.name == name && (receiver == nil || $0.receiver == receiver)
    }
  }

  /// How many parameters a function or method has; grouped names count one by one.
  public func arity(of declaration: Declaration) -> Int {
    var count = 0
    var hasTokens = false
    var index = declaration.parameters.lowerBound
    while index < declaration.parameters.upperBound {
      if text.isToken(index, ",") {
        if hasTokens { count += 1 }
        hasTokens = false
      } else if text.tokens[index].kind != .lineEnd {
        hasTokens = true
      }
      index = brackets.end(of: index) + 1
    }
    return count + (hasTokens ? 1 : 0)
  }

  /// What a declaration is made of, whatever its layout and comments: the first 16 hexadecimal
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
