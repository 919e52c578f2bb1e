import Diagnostics
import Model
import Origins

/// Every profile by name, the built-in ones included, and how they are laid one over the other.
struct ProfileTable {
  /// A profile as it is written.
  struct Definition {
    let name: String
    let origin: Origin
    let body: OriginTree
  }

  private let definitions: [String: Definition]
  private var layered: [String: OriginTree] = [:]

  init(_ definitions: [Definition]) {
    self.definitions = Dictionary(definitions.map { ($0.name, $0) }) { first, _ in first }
  }

  var names: [String] { definitions.keys.sorted() }

  /// Finds unknown and circular `extends`; later layering leaves them out.
  func check(into diagnostics: inout DiagnosticList) {
    var reported: Set<String> = []
    for name in names {
      guard let definition = definitions[name] else { continue }
      for parent in parents(of: definition) { exists(parent, into: &diagnostics) }
      var path = [name]
      var seen: Set<String> = []
      if let circle = circle(from: name, &path, &seen), reported.isDisjoint(with: circle) {
        reported.formUnion(circle)
        diagnostics.error(
          .profileCycle,
          "'\(name)' extends itself: \((circle + [circle[0]]).joined(separator: " → "))",
          at: definition.body["extends"]?.origin.span ?? definition.origin.span,
          hint: "break the circle at one of these 'extends'")
      }
    }
  }

  /// Whether a profile is defined; if not, says so.
  @discardableResult
  func exists(_ name: Located<String>, into diagnostics: inout DiagnosticList) -> Bool {
    if definitions[name.value] != nil { return true }
    let builtin = "builtin/" + name.value
    let nearest =
      definitions[builtin] != nil
      ? builtin
      : NearestName.of(name.value, among: names) ?? NearestName.of(builtin, among: names)
    diagnostics.error(
      .unknownProfile, "there is no profile \(quoted: name.value)", at: name.origin.span,
      hint: nearest.map { "did you mean '\($0)'?" }
        ?? "profiles are: \(names.joined(separator: ", "))")
    return false
  }

  /// Whether a profile, or one that it extends, has been reported as wrong.
  func isBroken(_ name: String, _ open: Set<String> = []) -> Bool {
    guard let definition = definitions[name], !open.contains(name) else { return true }
    let inside = open.union([name])
    return parents(of: definition).contains { isBroken($0.value, inside) }
  }

  private func parents(of definition: Definition) -> [Located<String>] {
    definition.body["extends"].map(Self.names) ?? []
  }

  static func names(_ list: OriginTree) -> [Located<String>] {
    list.items.compactMap { item in item.string.map { Located($0, origin: item.origin) } }
  }

  /// A way from a profile back to the first of `path`; each profile is looked at once.
  private func circle(
    from name: String, _ path: inout [String], _ seen: inout Set<String>
  ) -> [String]? {
    guard let definition = definitions[name] else { return nil }
    for parent in parents(of: definition) {
      if parent.value == path[0] { return path }
      guard seen.insert(parent.value).inserted else { continue }
      path.append(parent.value)
      if let found = circle(from: parent.value, &path, &seen) { return found }
      path.removeLast()
    }
    return nil
  }

  /// A profile with everything it extends laid into it.
  private mutating func whole(_ name: String, _ open: Set<String> = []) -> OriginTree {
    if let done = layered[name] { return done }
    guard let definition = definitions[name], !open.contains(name) else { return .empty }
    var below = OriginTree.empty
    for parent in parents(of: definition) {
      let tree = whole(parent.value, open.union([name]))
      below = Layering.lay(
        parent.origin.span.map { Self.brought(tree, by: $0) } ?? tree, over: below)
    }
    let own = definition.body.setting("extends", to: nil)
    let result = Layering.lay(own, over: below)
    layered[name] = result
    return result
  }

  /// Profiles laid one over the other, from left to right.
  mutating func profile(_ names: [Located<String>]) -> Profile {
    var tree = OriginTree.empty
    for name in names {
      let upper = whole(name.value)
      tree = Layering.lay(name.origin.span.map { Self.brought(upper, by: $0) } ?? upper, over: tree)
    }
    func section(_ key: String) -> OriginTree { tree[key] ?? .empty }
    return Profile(
      names: names.map(\.value), claim: Self.claim(tree["podSecurity"]), pod: section("pod"),
      containers: section("containers"), primary: section("primary"),
      initContainers: section("initContainers"), copilot: section("copilot"),
      podMetadata: section("podMetadata"))
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
    let origin = tree.origin.brought(by: place)
    switch tree.content {
    case .mapping(let entries):
      return OriginTree(
        .mapping(
          entries.map {
            OriginTree.Entry(
              key: $0.key, keyOrigin: $0.keyOrigin.brought(by: place),
              value: brought($0.value, by: place))
          }), origin: origin)
    case .list(let items):
      return OriginTree(.list(items.map { brought($0, by: place) }), origin: origin)
    default: return OriginTree(tree.content, origin: origin)
    }
  }
}
