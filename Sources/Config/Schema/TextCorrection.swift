import Flyte
import YAMLTree

extension TextRule {
  /// The text that was probably meant by one that the rule refuses, as it must be written; nil if
  /// nothing can be guessed.
  func correction(of text: String) -> String? {
    let bare = text.replacing(" ", with: "")
    let guesses: [String]
    switch self {
    case .duration: guesses = [bare, bare + "s", bare.asciiLowercased]
    case .quantity: guesses = [bare, Self.withSuffix(bare), Self.number(bare)]
    case .kubernetesVersion: guesses = Self.minors(bare)
    case .podSecurityVersion: guesses = [bare.asciiLowercased] + Self.minors(bare).map { "v" + $0 }
    case .flyteVersion: guesses = [bare.asciiLowercased, "v" + bare, Self.newest(of: bare)]
    case .namespaceTemplate:
      guesses = [
        bare.replacing("{{project}}", with: "{{ project }}")
          .replacing("{{domain}}", with: "{{ domain }}")
      ]
    default: return nil
    }
    guard let fine = guesses.first(where: { $0 != text && fault(in: $0) == nil }) else {
      return nil
    }
    return isQuoted ? "\"\(fine)\"" : fine
  }

  /// True if YAML reads these texts as another type without quotes.
  private var isQuoted: Bool { self == .kubernetesVersion || self == .namespaceTemplate }

  /// `v1.31`, `1.31.4` and `31` as `1.31`.
  private static func minors(_ text: String) -> [String] {
    let digits = text.hasPrefix("v") ? text.dropFirst() : text[...]
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    return [parts.prefix(2).joined(separator: "."), "1." + digits]
  }

  /// The newest release of `1.15` or `v1.15`.
  private static func newest(of text: String) -> String {
    let digits = text.hasPrefix("v") ? text.dropFirst() : text[...]
    return Release.all.last { $0.name.hasPrefix("v\(digits).") }?.name ?? ""
  }

  /// `0x10`, `1_000` and other spellings of whole numbers in digits.
  private static func number(_ text: String) -> String {
    guard case .other(let number)? = NumberSpelling(text) else { return text }
    return "\(number)"
  }

  /// `128mb`, `128MB` and `128mib` with the suffix that Kubernetes has for it.
  private static func withSuffix(_ text: String) -> String {
    let number = text.prefix { $0.isDigit || $0 == "." }
    let unit = String(text.dropFirst(number.count)).asciiLowercased
    let suffixes: TextMap = [
      "k": "k", "kb": "k", "ki": "Ki", "kib": "Ki", "mb": "M", "mi": "Mi", "mib": "Mi", "g": "G",
      "gb": "G", "gi": "Gi", "gib": "Gi", "t": "T", "tb": "T", "ti": "Ti", "tib": "Ti",
    ]
    return suffixes[unit].map { number + $0 } ?? text
  }
}
