import Diagnostics
import Model
import Values

/// Every profile by name, the built-in ones included, and how they are laid one over the other.
struct ProfileTable {
  /// A profile as it is written.
  struct Definition {
    let name: String
    let origin: Origin
    let body: OriginTree
  }

  /// Every profile once, in the order of the config.
  let order: [Definition]
  private let definitions: TextMap<Definition>
  private let names: [String]
  private let graph: ExtendsGraph
  /// True if every profile that the config means to define is there.
  private let isComplete: Bool
  private let builtInFiles: TextSet
  /// Each profile with all that it extends, and how many values that is.
  private var layered: TextMap<(tree: OriginTree, size: Int)> = [:]
  /// The number of values that are still allowed.
  private var room = ConfigLimits.profileValues
  /// The first profile that there was no room for.
  private var tooLarge: Definition?
  private var nearest: NearestNames

  init(_ definitions: [Definition], isComplete: Bool = true) {
    self.definitions = TextMap(definitions.map { ($0.name, $0) }) { first, _ in first }
    var seen: TextSet = []
    order = definitions.filter { seen.insert($0.name).inserted }
    names = seen.sorted()
    self.isComplete = isComplete
    builtInFiles = TextSet(
      definitions.filter { $0.name.hasPrefix("builtin/") }.compactMap { $0.origin.span?.file.path })
    nearest = NearestNames(names)
    graph = ExtendsGraph(
      names: names,
      parents: self.definitions.mapValues { Self.parents(of: $0).map(\.value) })
  }

  /// Finds `extends` that are unknown, circular or too deep; later layering leaves them out.
  mutating func check(into diagnostics: inout DiagnosticList) {
    for definition in order {
      for parent in Self.parents(of: definition) { exists(parent, into: &diagnostics) }
    }
    for circle in graph.circles {
      guard let name = circle.first else { continue }
      diagnostics.error(
        .profileCycle, "'\(name)' extends itself: \(Self.words(circle + [name]))",
        at: extends(of: name), hint: "remove one of these 'extends'")
    }
    for name in graph.tooHigh {
      diagnostics.error(
        .profileTooDeep,
        "'\(name)' is number \(ExtendsGraph.deepest + 1) in a chain of 'extends', but only \(ExtendsGraph.deepest) are allowed",
        at: extends(of: name), hint: "merge some of them into one profile")
    }
  }

  private func extends(of name: String) -> Span? {
    guard let definition = definitions[name] else { return nil }
    return definition.body["extends"]?.origin.span ?? definition.origin.span
  }

  /// A circle in words; of a long one its two ends.
  private static func words(_ circle: [String]) -> String {
    let shown = 8
    let names =
      circle.count <= 2 * shown ? circle : circle.prefix(shown) + ["…"] + circle.suffix(shown)
    return names.joined(separator: " → ")
  }

  /// True if a profile is defined; if not, says so.
  @discardableResult
  mutating func exists(_ name: Located<String>, into diagnostics: inout DiagnosticList) -> Bool {
    if definitions[name.value] != nil { return true }
    guard isComplete || name.value.contains("/") else { return false }
    diagnostics.error(
      .unknownProfile, "there is no profile \(quoted: name.value)", of: name.value,
      at: name.origin.span, correction(of: name.value))
    return false
  }

  private mutating func correction(of name: String) -> Correction? {
    let builtin = "builtin/" + name
    if definitions[builtin] != nil { return .name(builtin) }
    if let nearest = nearest.of(name) ?? nearest.of(builtin) { return .name(nearest) }
    let shown = names.prefix(20).joined(separator: ", ")
    return Correction("known profiles: \(shown)\(names.count > 20 ? ", …" : "")")
  }

  /// True if a profile, or one that it extends, has been reported as wrong in what it extends.
  func isBroken(_ name: String) -> Bool { graph.isBroken(name) }

  private static func parents(of definition: Definition) -> [Located<String>] {
    definition.body["extends"].map(names) ?? []
  }

  /// Every profile as it is written, before anything is laid over anything.
  var layers: [ProfileLayer] {
    order.map {
      ProfileLayer(
        name: $0.name, extends: Self.parents(of: $0).map(\.value), body: $0.body)
    }
  }

  /// The profiles that others extend.
  var extended: TextSet {
    TextSet(order.flatMap { Self.parents(of: $0).map(\.value) })
  }

  static func names(_ list: OriginTree) -> [Located<String>] {
    list.items.compactMap { item in item.string.map { Located($0, origin: item.origin) } }
  }

  /// A profile with everything it extends laid into it. It goes no deeper than a graph can.
  private mutating func whole(_ name: String) -> (tree: OriginTree, size: Int) {
    if let done = layered[name] { return done }
    guard let definition = definitions[name] else { return (.empty, 1) }
    var below = OriginTree.empty
    for parent in Self.parents(of: definition) where graph.isLayable(parent.value) {
      let (tree, size) = whole(parent.value)
      guard takes(size, for: definition) else { break }
      below = Self.lay(
        parent.origin.span.map { Self.brought(tree, by: $0) } ?? tree, over: below)
    }
    let own = definition.body.setting("extends", to: nil)
    let result = Self.lay(own, over: below)
    layered[name] = (result, result.nodeCount)
    return (result, result.nodeCount)
  }

  /// Takes room for a tree that is laid into a profile; false where there is no more.
  private mutating func takes(_ size: Int, for definition: Definition?) -> Bool {
    room -= size
    guard room < 0 else { return true }
    tooLarge = tooLarge ?? definition
    return false
  }

  /// Takes room for what containers of a profile's own have of what it says of all of their kind.
  private mutating func takesOwnContainers(
    of tree: OriginTree, for definition: Definition?
  ) -> Bool {
    let lists = OwnContainers.List.allCases.compactMap { tree["pod"]?[$0.rawValue] }
    let count = lists.reduce(0) { $0 + $1.items.count }
    let base = ["containers", "initContainers"].reduce(0) { $0 + (tree[$1]?.nodeCount ?? 0) }
    return count == 0 || takes(count * base, for: definition)
  }

  /// Says so where not everything could be laid out.
  func checkSize(into diagnostics: inout DiagnosticList) {
    guard let tooLarge else { return }
    diagnostics.error(
      .configTooLarge,
      "the profiles, each laid over what it extends, have more than \(ConfigLimits.profileValues) values",
      at: extends(of: tooLarge.name), hint: "set less in profiles that many others extend")
  }

  /// Sections that lie over `containers`: a null in them may be meant for what is said there.
  private static let differences: TextSet = ["primary", "initContainers", "copilot"]

  private static func lay(_ upper: OriginTree, over lower: OriginTree) -> OriginTree {
    let result = Layering.lay(upper, over: lower)
    let kept = upper.entries.filter {
      differences.contains($0.key) && $0.value.content != .null
    }
    return kept.reduce(result) { result, entry in
      let section = Layering.lay(
        entry.value, over: lower[entry.key] ?? .empty, field: entry.key, keepsNulls: true)
      return result.setting(entry.key, to: section)
    }
  }

  /// Profiles laid one over the other, from left to right.
  mutating func profile(_ names: [Located<String>]) -> LayeredProfile {
    var tree = OriginTree.empty
    for name in names {
      let (upper, size) = whole(name.value)
      guard takes(size, for: definitions[name.value]) else { break }
      tree = Self.lay(name.origin.span.map { Self.brought(upper, by: $0) } ?? upper, over: tree)
    }
    if !takesOwnContainers(of: tree, for: names.last.flatMap { definitions[$0.value] }) {
      tree = .empty
    }
    func section(_ key: String) -> OriginTree { tree[key] ?? .empty }
    let isKnown = tooLarge == nil && !names.contains { isBroken($0.value) }
    var profile = Profile(
      names: names.map(\.value), claim: Self.claim(tree["podSecurity"]), pod: section("pod"),
      containers: section("containers"), primary: section("primary"),
      initContainers: section("initContainers"), copilot: section("copilot"),
      podMetadata: section("podMetadata"), builtInFiles: builtInFiles)
    profile.enforcement = EnforcementReader.enforcement(tree["enforce"])
    profile.allowance = tree["allow"].flatMap(EnforcementReader.allowance)
    return LayeredProfile(
      profile: profile,
      isWhole: isKnown && !tree.holdsBroken,
      isClaimKnown: isKnown && !tree.isBroken && tree["podSecurity"]?.holdsBroken != true)
  }

  private static func claim(_ tree: OriginTree?) -> Profile.Claim? {
    guard let tree, let level = tree["level"]?.string.flatMap(Profile.Claim.Level.init) else {
      return nil
    }
    let version = tree["version"]?.string ?? "latest"
    return Profile.Claim(
      level: level, minor: TextForms.minor(version.dropFirst()), origin: tree.origin)
  }

  /// The same tree, every node brought in by one more place.
  private static func brought(_ tree: OriginTree, by place: Span) -> OriginTree {
    var way = Way(place: place)
    return brought(tree, by: &way)
  }

  /// Nodes that stand together came the same way, and share it.
  private struct Way {
    let place: Span
    private var last: (old: [Span], new: [Span])?

    init(place: Span) { self.place = place }

    mutating func brings(_ origin: Origin) -> Origin {
      if let last, last.old == origin.via { return Origin(span: origin.span, via: last.new) }
      let brought = origin.brought(by: place)
      last = (origin.via, brought.via)
      return brought
    }
  }

  private static func brought(_ tree: OriginTree, by way: inout Way) -> OriginTree {
    var result = tree
    result.origin = way.brings(tree.origin)
    switch tree.content {
    case .mapping(let entries):
      result.content = .mapping(
        entries.map {
          OriginTree.Entry(
            key: $0.key, keyOrigin: way.brings($0.keyOrigin), value: brought($0.value, by: &way))
        })
    case .list(let items):
      result.content = .list(items.map { brought($0, by: &way) })
    default: break
    }
    return result
  }
}
