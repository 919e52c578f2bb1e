/// "Did you mean": the known name that a mistyped one is closest to.
public enum NearestName {
  /// The closest of `names`; nil when none is close enough to be what was meant.
  public static func of(_ word: String, among names: [String]) -> String? {
    guard let search = NearestSearch(word) else { return nil }
    if let same = names.first(where: { search.isSame($0) }) { return same }
    var best: NearestSearch.Found?
    for name in names where search.isOfAge(name.unicodeScalars.count) {
      best = search.better(best, name, Array(name.lowercased().unicodeScalars))
    }
    return best?.name
  }
}

/// Known names that many mistyped ones are held against: they are prepared once, and after very many
/// comparisons there are no more answers. Nobody reads thousands of hints.
public struct NearestNames: Sendable {
  private let names: [String]
  private let lowered: [[Unicode.Scalar]]
  /// Positions of the names of each length, in order.
  private let byLength: [Int: [Int]]
  /// The first name that is the same but for its case.
  private let same: [ByteText: Int]
  private var patience: Int

  /// Prepares names.
  /// - Parameter patience: how many comparisons all searches together may take.
  public init(_ names: [String], patience: Int = 3_000_000) {
    self.names = names
    self.patience = patience
    let texts = names.map { $0.lowercased() }
    lowered = texts.map { Array($0.unicodeScalars) }
    byLength = Dictionary(grouping: names.indices) { names[$0].unicodeScalars.count }
    same = Dictionary(texts.enumerated().map { (ByteText($1), $0) }) { first, _ in first }
  }

  /// The closest name; nil when none is close enough, and once the patience is used up.
  public mutating func of(_ word: String) -> String? {
    guard patience > 0, let search = NearestSearch(word) else { return nil }
    if let index = same[ByteText(word.lowercased())] { return names[index] }
    var candidates = search.ages.flatMap { byLength[$0] ?? [] }
    candidates.sort()
    var best: NearestSearch.Found?
    for index in candidates {
      patience -= 1
      best = search.better(best, names[index], lowered[index])
    }
    return best?.name
  }
}

/// The search for what one mistyped name was meant to be.
private struct NearestSearch {
  typealias Found = (name: String, distance: Int)

  /// Whatever is longer is no name that anybody mistypes.
  private static let longest = 200

  private let word: String
  private let lowered: String
  private let scalars: [Unicode.Scalar]
  private let length: Int
  /// The most that a name may differ; a letter or two are as near to everything.
  private let limit: Int

  init?(_ word: String) {
    length = word.unicodeScalars.count
    guard length <= Self.longest else { return nil }
    self.word = word
    lowered = word.lowercased()
    scalars = Array(lowered.unicodeScalars)
    limit = length > 2 ? min(3, length / 3) : 0
  }

  func isSame(_ name: String) -> Bool { name.lowercased() == lowered }

  /// The lengths of names that can be meant.
  var ages: ClosedRange<Int> { limit > 0 ? max(0, length - limit)...length + limit : 0...0 }

  func isOfAge(_ count: Int) -> Bool { limit > 0 && ages.contains(count) }

  /// The better of what was found before and a name.
  func better(_ best: Found?, _ name: String, _ lowered: [Unicode.Scalar]) -> Found? {
    guard let distance = Self.distance(scalars, lowered, within: limit) else { return best }
    guard let best, best.distance <= distance else { return (name, distance) }
    guard best.distance == distance,
      Self.gaps(word, name).lexicographicallyPrecedes(Self.gaps(word, best.name))
    else { return best }
    return (name, distance)
  }

  /// The distance of the numbers in two names, from left to right: of names that are spelled alike,
  /// `v1.16.8` is nearer to `v1.16.9` than `v1.16.0` is.
  private static func gaps(_ left: String, _ right: String) -> [Int] {
    let (left, right) = (numbers(in: left), numbers(in: right))
    guard left.count == right.count else { return [.max] }
    return zip(left, right).map { abs($0 - $1) }
  }

  /// The numbers in a name; of a long one the first digits.
  private static func numbers(in name: String) -> [Int] {
    name.utf8.split { !(0x30...0x39).contains($0) }.map { digits in
      digits.prefix(9).reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }
  }

  /// Insertions, deletions, changes and swaps of neighbors that lead from one to the other; nil for
  /// more than `limit`. Only places that are so near to each other are looked at.
  private static func distance(
    _ left: [Unicode.Scalar], _ right: [Unicode.Scalar], within limit: Int
  ) -> Int? {
    guard limit > 0, abs(left.count - right.count) <= limit else { return nil }
    let far = limit + 1
    var before = [Int](repeating: far, count: right.count + 1)
    var above = (0...right.count).map { min($0, far) }
    var current = before
    for row in 1..<left.count + 1 {
      let first = max(1, row - limit)
      let last = min(right.count, row + limit)
      guard first <= last else { return nil }
      current[first - 1] = first == 1 ? min(row, far) : far
      var least = current[first - 1]
      for column in first...last {
        let isSame = left[row - 1] == right[column - 1]
        var cost = above[column - 1] + (isSame ? 0 : 1)
        cost = min(cost, current[column - 1] + 1)
        if column < row + limit { cost = min(cost, above[column] + 1) }
        if row > 1, column > 1, left[row - 1] == right[column - 2],
          left[row - 2] == right[column - 1]
        {
          cost = min(cost, before[column - 2] + 1)
        }
        current[column] = min(cost, far)
        least = min(least, current[column])
      }
      guard least <= limit else { return nil }
      (before, above, current) = (above, current, before)
    }
    return above[right.count] <= limit ? above[right.count] : nil
  }
}
