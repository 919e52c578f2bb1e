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
    let bytes = text.utf8
    switch self {
    case .label: return Self.label(bytes)
    case .subdomain: return Self.subdomain(bytes)
    case .searchDomain:
      return Self.tooLong(bytes, 253)
        + Self.unless(
          Bytes.isJoined(bytes, Bytes.isSearchLabel),
          "must be words of lowercase letters, digits, '-' and '_', joined by dots")
    case .qualified: return Self.qualified(bytes)
    case .labelValue:
      return Self.tooLong(bytes, 63)
        + Self.unless(
          bytes.isEmpty || Bytes.isName(bytes),
          "must be empty, or be letters, digits, '-', '_' and '.' with a letter or digit at each end"
        )
    case .port: return Self.port(bytes)
    case .variable:
      return Self.unless(
        Bytes.isVariable(bytes),
        "must be letters, digits, '_', '-' and '.', and cannot start with a digit")
        + Self.dots(bytes)
    case .anyVariable:
      return Self.unless(!bytes.isEmpty, "cannot be empty")
        + Self.unless(
          bytes.allSatisfy { (0x20...0x7E).contains($0) && $0 != UInt8(ascii: "=") },
          "must be printable ASCII characters without '='")
    case .dataKey:
      return Self.tooLong(bytes, 253)
        + Self.unless(
          !bytes.isEmpty && bytes.allSatisfy { Bytes.isWord($0) || "-_.".utf8.contains($0) },
          "must be letters, digits, '-', '_' and '.'")
        + Self.dots(bytes)
    case .header:
      return Self.unless(
        !bytes.isEmpty && bytes.allSatisfy { Bytes.isWord($0) || $0 == UInt8(ascii: "-") },
        "must be letters, digits and '-'")
    }
  }

  private static func unless(_ holds: Bool, _ phrase: @autoclosure () -> String) -> [String] {
    holds ? [] : [phrase()]
  }

  private static func tooLong(_ bytes: some Collection<UInt8>, _ limit: Int) -> [String] {
    unless(bytes.count <= limit, "is longer than \(limit) characters")
  }

  private static func label<Text: BidirectionalCollection<UInt8>>(_ bytes: Text) -> [String] {
    tooLong(bytes, 63)
      + unless(
        Bytes.isDNS(bytes),
        "must be lowercase letters, digits and '-', with a letter or digit at each end")
  }

  private static func subdomain<Text: BidirectionalCollection<UInt8>>(_ bytes: Text) -> [String] {
    tooLong(bytes, 253)
      + unless(
        Bytes.isJoined(bytes, { Bytes.isDNS($0) }),
        "must be words of lowercase letters, digits and '-', joined by dots")
  }

  private static func qualified<Text: BidirectionalCollection<UInt8>>(_ bytes: Text) -> [String] {
    var complaints: [String] = []
    var name = bytes[...]
    if let slash = bytes.firstIndex(of: UInt8(ascii: "/")) {
      let prefix = bytes[..<slash]
      name = bytes[bytes.index(after: slash)...]
      if name.contains(UInt8(ascii: "/")) {
        return ["must be a name, or a domain, '/' and a name, such as example.com/my-name"]
      }
      complaints =
        prefix.isEmpty
        ? ["has nothing before the '/'"]
        : subdomain(prefix).map { "has a prefix that \($0)" }
    }
    if name.isEmpty {
      complaints.append("has no name")
    } else if name.count > 63 {
      complaints.append("has a name of more than 63 characters")
    }
    if !Bytes.isName(name) {
      complaints.append(
        "must be letters, digits, '-', '_' and '.' with a letter or digit at each end")
    }
    return complaints
  }

  private static func port<Text: BidirectionalCollection<UInt8>>(_ bytes: Text) -> [String] {
    let hyphen = UInt8(ascii: "-")
    let hasPair = zip(bytes, bytes.dropFirst()).contains { $0 == hyphen && $1 == hyphen }
    let isPlain = !bytes.isEmpty && bytes.allSatisfy { Bytes.isLowerWord($0) || $0 == hyphen }
    return tooLong(bytes, 15)
      + unless(isPlain, "must be lowercase letters, digits and '-'")
      + unless(bytes.contains { (0x61...0x7A).contains($0) }, "must have a letter")
      + unless(!hasPair, "cannot have two '-' in a row")
      + unless(
        bytes.first != hyphen && bytes.last != hyphen, "cannot start or end with '-'")
  }

  /// Names that would be paths upward.
  private static func dots(_ bytes: some Collection<UInt8>) -> [String] {
    if bytes.elementsEqual(".".utf8) { return ["cannot be '.'"] }
    return unless(!bytes.starts(with: "..".utf8), "cannot start with '..'")
  }
}
