import Diagnostics
import YAMLTree

/// A number with a leading 0, which kubectl and Helm read as octal and YAML 1.2 reads as decimal.
struct LeadingZero {
  private let text: String
  private let octal: Int64?
  private let decimal: Int64

  /// The number of a scalar; nil for any other scalar, and for a text in quotes.
  init?(_ scalar: YAMLScalar) {
    guard case .integer = scalar.value else { return nil }
    self.init(text: scalar.text)
  }

  /// The number that a text would be without quotes; nil for any other text.
  init?(text: String) {
    guard case .leadingZero(let octal, let decimal)? = NumberSpelling(text) else { return nil }
    self.text = text
    self.octal = octal
    self.decimal = decimal
  }

  /// The values that the readers make of it.
  var message: String {
    guard let octal else {
      return "'\(text)' starts with 0 like an octal number, but 8 and 9 are not octal digits"
    }
    return octal == decimal
      ? "'\(text)' starts with 0, so kubectl and Helm read it as octal"
      : "kubectl and Helm read '\(text)' as octal, which is \(octal), but YAML 1.2 reads \(decimal)"
  }

  /// Advice on how to write each of them. The text is the octal number if the readings differ: what
  /// kubectl and Helm make of it is what most authors meant.
  /// - Parameter isQuantity: whether it stands for a quantity, which has no `0o`.
  func correction(isQuantity: Bool) -> Correction {
    guard let octal, octal != decimal else {
      return Correction("write \(decimal)", "\(decimal)", .certain)
    }
    let digits = text.utf8.drop { !(0x31...0x39).contains($0) }.filter { $0 != UInt8(ascii: "_") }
    let prefixed = octal > 0 && !isQuantity ? "0o\(String(decoding: digits, as: UTF8.self))" : nil
    return Correction(
      "write \(prefixed.map { "\($0) or " } ?? "")\(octal) for the octal number, \(decimal) for the decimal one",
      prefixed ?? "\(octal)", .likely)
  }

  /// Reports it.
  func report(at span: Span, isQuantity: Bool, into diagnostics: inout DiagnosticList) {
    diagnostics.error(.leadingZero, message, of: text, at: span, correction(isQuantity: isQuantity))
  }
}
