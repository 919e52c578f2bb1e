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
      if distance <= limit, distance < best?.distance ?? .max { best = (name, distance) }
    }
    return best?.name
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
