import PodAPI

/// Ranges of ids.
enum IdRanges {
  /// The ids that profiles say themselves or allow; nil if one of them does neither.
  static func of(
    _ profiles: [PolicyProfile], _ own: (PolicyProfile) -> [PodValue]?,
    _ allowed: (PolicyProfile) -> [ClosedRange<Int64>]?
  ) -> [ClosedRange<Int64>]? {
    var all: [ClosedRange<Int64>] = []
    for profile in profiles {
      let ids = own(profile)?.compactMap(\.integer).map { $0...$0 }
      guard ids != nil || allowed(profile) != nil else { return nil }
      all += (ids ?? []) + (allowed(profile) ?? [])
    }
    return joined(all)
  }

  /// All of them in order, each id once.
  private static func joined(_ ranges: [ClosedRange<Int64>]) -> [ClosedRange<Int64>] {
    let sorted = ranges.sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
    return sorted.reduce(into: []) { result, range in
      guard let last = result.last, range.lowerBound <= last.upperBound else {
        return result.append(range)
      }
      result[result.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
    }
  }

  static func words(_ ranges: [ClosedRange<Int64>]) -> String {
    ranges.isEmpty
      ? "nothing"
      : ranges.map { range in
        range.lowerBound == range.upperBound
          ? "\(range.lowerBound)" : "\(range.lowerBound) to \(range.upperBound)"
      }.joined(separator: " or ")
  }
}

extension PodValue {
  /// The value in a message.
  var words: String {
    switch self {
    case .bool(let flag): flag ? "true" : "false"
    case .integer(let number): "\(number)"
    case .string(let text): text
    case .list(let items): "[" + items.map(\.words).joined(separator: ", ") + "]"
    case .map(let map):
      "{" + map.entries.map { "\($0.key): \($0.value.words)" }.joined(separator: ", ") + "}"
    case .object(let object):
      "{" + object.fields.map { "\($0.name.text): \($0.value.words)" }.joined(separator: ", ")
        + "}"
    }
  }
}

extension [PodValue] {
  /// Each value once, in their order.
  var distinct: [PodValue] { reduce(into: []) { if !$0.contains($1) { $0.append($1) } } }

  /// The values in a message.
  var alternatives: String { map(\.words).joined(separator: " or ") }
}
