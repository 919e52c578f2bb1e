extension Release {
  /// The releases that a name of none was most likely meant for: of the same minor version, those
  /// whose last number is nearest, which differ in what stands behind it. None for a name of another
  /// form or of a minor version without releases.
  public static func nearest(to name: String) -> [Release] {
    guard let numbers = numbers(of: name) else { return [] }
    let same = all.compactMap { release -> (release: Release, distance: Int)? in
      guard let known = Self.numbers(of: release.name), known.prefix(2) == numbers.prefix(2) else {
        return nil
      }
      return (release, abs(known[2] - numbers[2]))
    }
    let least = same.map(\.distance).min()
    return same.filter { $0.distance == least }.map(\.release)
  }

  /// The three numbers at the front of `v1.15.3`, each of at most nine digits.
  private static func numbers(of name: String) -> [Int]? {
    guard name.utf8.first == UInt8(ascii: "v") else { return nil }
    var rest = name.utf8.dropFirst()
    var numbers: [Int] = []
    while numbers.count < 3 {
      let digits = rest.prefix { (0x30...0x39).contains($0) }
      guard (1...9).contains(digits.count) else { return nil }
      numbers.append(digits.reduce(0) { $0 * 10 + Int($1 - 0x30) })
      rest = rest.dropFirst(digits.count)
      guard numbers.count == 3 || rest.first == UInt8(ascii: ".") else { return nil }
      if numbers.count < 3 { rest = rest.dropFirst() }
    }
    return numbers
  }
}
