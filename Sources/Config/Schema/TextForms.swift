import PodAPI

/// Forms of texts that have a grammar of their own.
enum TextForms {
  /// Kubernetes' quantities: a number and a suffix (`m`, `k`, `Mi`, `E`, `e3` …). None that a pod has
  /// may be below zero.
  static func isQuantity(_ text: String) -> Bool {
    QuantityText(text).map { !$0.isNegative && $0.hasDigits } ?? false
  }

  /// The three numbers of a Flyte version, `v1.15.3`, whatever pre-release or build follows them.
  static func flyteNumbers(_ text: String) -> [Int]? {
    guard text.first == "v" else { return nil }
    var rest = text.utf8.dropFirst()
    var numbers: [Int] = []
    while numbers.count < 3 {
      if !numbers.isEmpty {
        guard rest.first == UInt8(ascii: ".") else { return nil }
        rest = rest.dropFirst()
      }
      let digits = rest.prefix(while: isDigit)
      guard let number = Int(String(Substring(digits))) else { return nil }
      numbers.append(number)
      rest = rest.dropFirst(digits.count)
    }
    let isTail = rest.allSatisfy {
      isDigit($0) || (0x61...0x7A).contains($0) || $0 == UInt8(ascii: "-")
        || $0 == UInt8(ascii: ".")
    }
    return isTail && !Substring(rest).contains("..") ? numbers : nil
  }

  /// The minor version of `1.31`.
  static func minor(_ text: some StringProtocol) -> Int? {
    let parts = String(text).split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0] == "1", let minor = Int(parts[1]), minor >= 0,
      String(minor) == parts[1]
    else { return nil }
    return minor
  }

  /// The ids of `1000` or `1000-1999`: none is over 2,147,483,647, the largest that Kubernetes has.
  static func idRange(_ text: String) -> ClosedRange<Int64>? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count <= 2, parts.allSatisfy({ $0.utf8.allSatisfy(isDigit) }) else { return nil }
    let ids = parts.compactMap { Int32($0).map(Int64.init) }
    guard ids.count == parts.count, let first = ids.first, let last = ids.last, first <= last else {
      return nil
    }
    return first...last
  }

  static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
