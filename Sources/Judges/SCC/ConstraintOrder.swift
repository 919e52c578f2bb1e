/// The order in which SCCs are tried: by priority, then the tighter ones first, then by name
/// (`securitycontextconstraints/util/sort`).
extension SecurityContextConstraint {
  /// Returns whether one is tried before another.
  static func isBefore(
    _ left: SecurityContextConstraint, _ right: SecurityContextConstraint
  ) -> Bool {
    if left.priority != right.priority { return left.priority > right.priority }
    let (points, others) = (left.looseness, right.looseness)
    if points != others { return points < others }
    return left.name < right.name
  }

  /// More for what it lets in.
  private var looseness: Int {
    (allowsPrivileged ? 1_600_000 : 0) + (allowsHostPorts ? 800_000 : 0)
      + (allowsHostNetwork ? 400_000 : 0) + volumePoints + contextPoints + userPoints
      + capabilityPoints
  }

  private static let plainVolumes: TextSet = [
    "configMap", "downwardAPI", "emptyDir", "none", "projected", "secret",
  ]

  private var volumePoints: Int {
    if volumes.contains("hostPath") || volumes.contains("*") { return 200_000 }
    return volumes.allSatisfy { Self.plainVolumes.contains($0) } ? 0 : 100_000
  }

  private var contextPoints: Int {
    switch seLinux {
    case .any: 40_000
    case .context: 10_000
    }
  }

  private var userPoints: Int {
    switch user {
    case .any: 40_000
    case .nonRoot: 30_000
    case .range: 20_000
    case .user: 10_000
    }
  }

  private var capabilityPoints: Int {
    func has(_ name: String, _ list: [String]) -> Bool {
      list.contains { $0.uppercased() == name }
    }
    let allowsAll = has("*", allowedCapabilities) || has("ALL", allowedCapabilities)
    let points =
      5_000 + 300 * addedCapabilities.count
      + (allowsAll ? 4_000 : 10 * allowedCapabilities.count)
      - (has("ALL", droppedCapabilities) ? 3_000 : 50 * droppedCapabilities.count)
    return min(max(points, 0), 9_999)
  }
}
