public import PodAPI

/// The LimitRanges of a namespace. The API server goes through them in random order, for the changes
/// and again for the checks.
public struct LimitRanger: Judge {
  /// Of more, the orders in which they can come are too many.
  public static let most = 5

  private let ranges: [LimitRange]
  private let release: ServerRelease

  /// Makes one.
  /// - Parameter ranges: at most `most`.
  public init(_ ranges: [LimitRange], on release: ServerRelease) {
    self.ranges = ranges
    self.release = release
  }

  /// The pods with the defaults of all of them: the first that has one for a resource gives it.
  public func changes(to pod: SubmittedPod) -> [JudgeOutcome] {
    Self.results(ranges.map { LimitDefaults($0) }, on: pod).map { .admitted($0) }
  }

  private static func results(_ rest: [LimitDefaults], on pod: SubmittedPod) -> [SubmittedPod] {
    guard !rest.isEmpty else { return [pod] }
    var found: [SubmittedPod] = []
    for (index, defaults) in rest.enumerated() {
      var others = rest
      others.remove(at: index)
      for result in results(others, on: defaults.put(into: pod)) where !found.contains(result) {
        found.append(result)
      }
    }
    return found
  }

  /// The refusals of the LimitRanges that the pod does not fit: each of them may be the first.
  public func refusals(of pod: SubmittedPod) -> [JudgeRefusal] {
    ranges.compactMap { range in
      var check = LimitCheck(pod, release)
      check.check(range)
      guard !check.violations.isEmpty else { return nil }
      return .limits(LimitRefusal(range, check.violations))
    }
  }
}
