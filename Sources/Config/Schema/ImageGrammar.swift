/// The grammar of image references, as registries and container runtimes read them:
/// `[host[:port]/]repository[:tag][@digest]`.
enum ImageGrammar {
  /// The fault of a text, in plain words; nil if it has none.
  static func fault(in text: String) -> String? {
    let halves = text.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
    if halves.count == 2, let fault = digest(halves[1]) { return fault }
    var name = halves[0]
    // A colon behind the last slash begins the tag; one before it, a port.
    if let colon = name.lastIndex(of: ":"), !name[colon...].contains("/") {
      if let fault = tag(name[name.index(after: colon)...]) { return fault }
      name = name[..<colon]
    }
    return repository(name)
  }

  private static func repository(_ name: Substring) -> String? {
    guard name.utf8.count <= 255 else { return "the name has more than 255 characters" }
    var parts = name.split(separator: "/", omittingEmptySubsequences: false)
    if parts.count > 1, let first = parts.first, isHost(first) {
      if let fault = host(first) { return fault }
      parts.removeFirst()
    }
    return parts.lazy.compactMap(path).first
  }

  private static func isHost(_ part: Substring) -> Bool {
    part == "localhost" || part.contains { $0 == "." || $0 == ":" }
  }

  private static func host(_ part: Substring) -> String? {
    let fault = "'\(part)' is not a valid host or host:port"
    let halves = part.split(separator: ":", omittingEmptySubsequences: false)
    guard halves.count <= 2, halves.count == 1 || Int(halves[1]).map((1...65535).contains) == true
    else { return fault }
    let labels = halves[0].split(separator: ".", omittingEmptySubsequences: false)
    let areFine = labels.allSatisfy { label in
      !label.isEmpty && label.first != "-" && label.last != "-"
        && label.utf8.allSatisfy { isLowercase($0 | 0x20) || TextForms.isDigit($0) || $0 == 0x2D }
    }
    return areFine ? nil : fault
  }

  /// Lower case letters and digits, between which `.`, `_`, `__` or any number of `-` may stand.
  private static func path(_ part: Substring) -> String? {
    let fault =
      "'\(part)' must contain only lowercase letters and digits, separated by '.', '_' or '-'"
    // It begins as behind a separator, so that it can begin with none.
    var separator: [UInt8] = [0x2F]
    for byte in part.utf8 {
      if isLowercase(byte) || TextForms.isDigit(byte) {
        separator = []
        continue
      }
      separator.append(byte)
      let isFine =
        [[0x2E], [0x5F], [0x5F, 0x5F]].contains(separator) || separator.allSatisfy { $0 == 0x2D }
      guard isFine else { return fault }
    }
    return separator.isEmpty ? nil : fault
  }

  private static func tag(_ text: Substring) -> String? {
    let areFine = text.utf8.allSatisfy {
      isLowercase($0 | 0x20) || TextForms.isDigit($0) || "_.-".utf8.contains($0)
    }
    guard areFine, (1...128).contains(text.utf8.count), text.first != ".", text.first != "-" else {
      return
        "the tag '\(text)' must contain only letters, digits, '_', '.' and '-', at most 128 of them"
    }
    return nil
  }

  private static func digest(_ text: Substring) -> String? {
    let lengths = ["sha256": 64, "sha512": 128]
    let halves = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard halves.count == 2, let length = lengths[String(halves[0])],
      halves[1].utf8.count == length,
      halves[1].utf8.allSatisfy({ TextForms.isDigit($0) || (0x61...0x66).contains($0) })
    else { return "the digest must be 'sha256:' followed by 64 digits of 0-9 and a-f" }
    return nil
  }

  private static func isLowercase(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }
}
