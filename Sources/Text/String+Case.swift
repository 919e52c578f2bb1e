/// Upper and lower case as Go's `strings.ToUpper` and `strings.ToLower` have them: of each scalar one
/// other, whatever stands beside it. These stand in front of Swift's own, which make two scalars of
/// some: `ß` is no `SS` to Flyte.
extension String {
  /// The text in lower case.
  public func lowercased() -> String { inCase(\.asLowercase) { $0.asciiLowercased } }

  /// The text in upper case.
  public func uppercased() -> String { inCase(\.asUppercase) { $0.asciiUppercased } }

  /// The text with `A` to `Z` in lower case, and nothing else changed: Unicode's rules make the Kelvin
  /// sign a `k`.
  public var asciiLowercased: String { flipping(0x41...0x5A) }

  private var asciiUppercased: String { flipping(0x61...0x7A) }

  private func flipping(_ letters: ClosedRange<UInt8>) -> String {
    guard utf8.contains(where: letters.contains) else { return self }
    return String(decoding: utf8.map { letters.contains($0) ? $0 ^ 0x20 : $0 }, as: UTF8.self)
  }

  private func inCase(
    _ one: (Unicode.Scalar) -> Unicode.Scalar, ofASCII: (String) -> String
  ) -> String {
    guard utf8.contains(where: { $0 >= 0x80 }) else { return ofASCII(self) }
    return String(String.UnicodeScalarView(unicodeScalars.map(one)))
  }
}

extension Substring {
  /// The text in lower case.
  public func lowercased() -> String { String(self).lowercased() }

  /// The text in upper case.
  public func uppercased() -> String { String(self).uppercased() }
}

extension Unicode.Scalar {
  /// The only scalar that Unicode makes two of in lower case is `İ`; one for one it is an `i`.
  fileprivate var asLowercase: Unicode.Scalar { Self.only(properties.lowercaseMapping) ?? "i" }

  /// The upper case, if that is one scalar; some letters have two in upper case, or one in title
  /// case only.
  fileprivate var asUppercase: Unicode.Scalar {
    Self.only(properties.uppercaseMapping) ?? Self.only(properties.titlecaseMapping) ?? self
  }

  private static func only(_ text: String) -> Unicode.Scalar? {
    text.unicodeScalars.dropFirst().isEmpty ? text.unicodeScalars.first : nil
  }
}
