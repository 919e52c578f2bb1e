/// The graph of profiles that extend each other: its circles, and the depth of the rest.
struct ExtendsGraph {
  /// The number of profiles that may extend one another in a chain.
  static let deepest = 64

  /// Circles, each from one of its profiles by what it extends.
  let circles: [[String]]
  /// The profiles that are the first on their way up to stand too high.
  let tooHigh: [String]
  /// The length of each profile's chain, itself counted; none for those that lead to a circle.
  private let heights: TextMap<Int>
  private let broken: TextSet

  /// - Parameters:
  ///   - names: all profiles, in the order in which they are looked at.
  ///   - parents: what each extends; names that are not there count as wrong.
  init(names: [String], parents: TextMap<[String]>) {
    let known = TextSet(names)
    var waiting: TextMap<Int> = [:]
    var children: TextMap<[String]> = [:]
    for name in names {
      let below = TextSet(parents[name] ?? []).intersection(known)
      waiting[name] = below.count
      for parent in below { children[parent, default: []].append(name) }
    }
    var heights: TextMap<Int> = [:]
    var broken: TextSet = []
    var ready = names.filter { waiting[$0] == 0 }
    var next = 0
    while next < ready.count {
      let name = ready[next]
      next += 1
      let below = parents[name] ?? []
      let height = 1 + (below.compactMap { heights[$0] }.max() ?? 0)
      heights[name] = height
      if height > Self.deepest
        || below.contains(where: { !known.contains($0) || broken.contains($0) })
      {
        broken.insert(name)
      }
      for child in children[name] ?? [] {
        let left = (waiting[child] ?? 1) - 1
        waiting[child] = left
        if left == 0 { ready.append(child) }
      }
    }
    self.heights = heights
    tooHigh = names.filter { heights[$0] == Self.deepest + 1 }
    let circling = names.filter { heights[$0] == nil }
    self.broken = broken.union(circling)
    circles = Self.circles(of: circling, parents)
  }

  /// True if a profile, or one that it stands on, is wrong in what it extends.
  func isBroken(_ name: String) -> Bool { heights[name] == nil || broken.contains(name) }

  /// True if a profile can be laid under another.
  func isLayable(_ name: String) -> Bool { (heights[name] ?? .max) <= Self.deepest }

  /// Every profile that is left extends another that is, so going down from any of them ends in a
  /// circle.
  private static func circles(of names: [String], _ parents: TextMap<[String]>) -> [[String]] {
    let left = TextSet(names)
    var seen: TextSet = []
    var found: [[String]] = []
    for name in names {
      var path: [String] = []
      var places: TextMap<Int> = [:]
      var current: String? = name
      while let profile = current, seen.insert(profile).inserted {
        places[profile] = path.count
        path.append(profile)
        current = parents[profile]?.first(where: left.contains)
      }
      if let profile = current, let start = places[profile] { found.append(Array(path[start...])) }
    }
    return found
  }
}
