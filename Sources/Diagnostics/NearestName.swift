/// "Did you mean": the known name that a mistyped one is closest to.
public enum NearestName {
  /// The closest of `names`; nil when none is close enough to be what was meant.
  public static func of(_ word: String, among names: [String]) -> String? {
    let lowered = word.lowercased()
    if let same = names.first(where: { $0.lowercased() == lowered }) { return same }
    // A letter or two are as near to everything.
    guard word.count > 2 else { return nil }
    let limit = min(3, word.count / 3)
    var best: (name: String, distance: Int)?
    for name in names where abs(name.count - word.count) <= limit {
      let distance = distance(
        Array(lowered.unicodeScalars), Array(name.lowercased().unicodeScalars))
      guard distance <= limit else { continue }
      guard let found = best, found.distance <= distance else {
        best = (name, distance)
        continue
      }
      if found.distance == distance,
        gaps(word, name).lexicographicallyPrecedes(gaps(word, found.name))
      {
        best = (name, distance)
      }
    }
    return best?.name
  }

  /// How far the numbers in two names lie apart, from left to right: of names that are spelled alike,
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

  /// Insertions, deletions, changes and swaps of neighbours that lead from one to the other.
  private static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    var before: [Int] = []
    var above = Array(0...right.count)
    for (row, scalar) in left.enumerated() {
      var current = [row + 1]
      for (column, other) in right.enumerated() {
        var cost = min(above[column + 1] + 1, current[column] + 1)
        cost = min(cost, above[column] + (scalar == other ? 0 : 1))
        if row > 0, column > 0, scalar == right[column - 1], left[row - 1] == other {
          cost = min(cost, before[column - 1] + 1)
        }
        current.append(cost)
      }
      before = above
      above = current
    }
    return above[right.count]
  }
}
