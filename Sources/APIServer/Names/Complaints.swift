/// Phrases about one text. Most texts are right, so nothing is made before there is a complaint.
struct Complaints {
  private(set) var phrases: [String] = []

  mutating func unless(_ holds: Bool, _ phrase: @autoclosure () -> String) {
    if !holds { phrases.append(phrase()) }
  }

  mutating func limit(_ bytes: some Collection<UInt8>, _ limit: Int) {
    unless(bytes.count <= limit, "is longer than \(limit) characters")
  }

  mutating func label<Text: BidirectionalCollection<UInt8>>(_ bytes: Text) {
    limit(bytes, 63)
    unless(
      Bytes.isDNS(bytes),
      "must be lowercase letters, digits and '-', with a letter or digit at each end")
  }

  mutating func subdomain<Text: BidirectionalCollection<UInt8>>(_ bytes: Text) {
    limit(bytes, 253)
    unless(
      Bytes.isJoined(bytes, { Bytes.isDNS($0) }),
      "must be words of lowercase letters, digits and '-', joined by dots")
  }

  mutating func qualified<Text: BidirectionalCollection<UInt8>>(_ bytes: Text) {
    var name = bytes[...]
    if let slash = bytes.firstIndex(of: UInt8(ascii: "/")) {
      name = bytes[bytes.index(after: slash)...]
      if name.contains(UInt8(ascii: "/")) {
        unless(
          false, "must be a name, or a domain, '/' and a name, such as example.com/my-name")
        return
      }
      prefix(bytes[..<slash])
    }
    if name.isEmpty {
      unless(false, "has no name")
    } else {
      unless(name.count <= 63, "has a name of more than 63 characters")
    }
    unless(
      Bytes.isName(name),
      "must be letters, digits, '-', '_' and '.' with a letter or digit at each end")
  }

  private mutating func prefix<Text: BidirectionalCollection<UInt8>>(_ bytes: Text) {
    guard !bytes.isEmpty else {
      unless(false, "has nothing before the '/'")
      return
    }
    var own = Complaints()
    own.subdomain(bytes)
    for phrase in own.phrases { phrases.append("has a prefix that \(phrase)") }
  }

  mutating func port<Text: BidirectionalCollection<UInt8>>(_ bytes: Text) {
    let hyphen = UInt8(ascii: "-")
    let hasPair = zip(bytes, bytes.dropFirst()).contains { $0 == hyphen && $1 == hyphen }
    let isPlain = !bytes.isEmpty && bytes.allSatisfy { Bytes.isLowerWord($0) || $0 == hyphen }
    limit(bytes, 15)
    unless(isPlain, "must be lowercase letters, digits and '-'")
    unless(bytes.contains { (0x61...0x7A).contains($0) }, "must have a letter")
    unless(!hasPair, "cannot have two '-' in a row")
    unless(bytes.first != hyphen && bytes.last != hyphen, "cannot start or end with '-'")
  }

  /// Names that would be paths upward.
  mutating func dots(_ bytes: some Collection<UInt8>) {
    if bytes.elementsEqual(".".utf8) {
      unless(false, "cannot be '.'")
    } else {
      unless(!bytes.starts(with: "..".utf8), "cannot start with '..'")
    }
  }
}
