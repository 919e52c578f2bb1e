/// Forms that names and other texts must have, with what is wrong with one that has not
/// (apimachinery's `util/validation`, 1.25 to 1.36).
enum NameForm: Sendable {
  /// `my-name`: a DNS label in lower case.
  case label
  /// `my.example.com`: labels joined by dots.
  case subdomain
  /// A subdomain whose labels may have `_`.
  case searchDomain
  /// `example.com/my_Name`: the key of a label.
  case qualified
  /// The value of a label; it may be empty.
  case labelValue
  /// The name of a port.
  case port
  /// The name of an environment variable.
  case variable
  /// The same, where nearly all printed ASCII is taken.
  case anyVariable
  /// The key of a config map or a secret.
  case dataKey
  /// The name of an HTTP header.
  case header

  /// The complaints of the server about a text, one phrase each; empty if it has the
  /// form.
  func complaints(_ text: String) -> [String] {
    text.utf8.withContiguousStorageIfAvailable { complaints($0) } ?? complaints(Array(text.utf8))
  }

  private func complaints<Text: RandomAccessCollection<UInt8>>(_ bytes: Text) -> [String] {
    var list = Complaints()
    switch self {
    case .label: list.label(bytes)
    case .subdomain: list.subdomain(bytes)
    case .searchDomain:
      list.limit(bytes, 253)
      list.unless(
        Bytes.isJoined(bytes, { Bytes.isSearchLabel($0) }),
        "must be words of lowercase letters, digits, '-' and '_', joined by dots")
    case .qualified: list.qualified(bytes)
    case .labelValue:
      list.limit(bytes, 63)
      list.unless(
        bytes.isEmpty || Bytes.isName(bytes),
        "must be empty, or be letters, digits, '-', '_' and '.' with a letter or digit at each end")
    case .port: list.port(bytes)
    case .variable:
      list.unless(
        Bytes.isVariable(bytes),
        "must be letters, digits, '_', '-' and '.', and cannot start with a digit")
      list.dots(bytes)
    case .anyVariable:
      list.unless(!bytes.isEmpty, "cannot be empty")
      list.unless(
        bytes.allSatisfy { (0x20...0x7E).contains($0) && $0 != UInt8(ascii: "=") },
        "must be printable ASCII characters without '='")
    case .dataKey:
      list.limit(bytes, 253)
      list.unless(
        !bytes.isEmpty && bytes.allSatisfy { Bytes.isWord($0) || Bytes.isSign($0) },
        "must be letters, digits, '-', '_' and '.'")
      list.dots(bytes)
    case .header:
      list.unless(
        !bytes.isEmpty && bytes.allSatisfy { Bytes.isWord($0) || $0 == UInt8(ascii: "-") },
        "must be letters, digits and '-'")
    }
    return list.phrases
  }
}
