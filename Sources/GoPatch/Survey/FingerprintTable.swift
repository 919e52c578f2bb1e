import GoSource

/// The shapes of the declarations that rules edit, in the known releases.
public struct FingerprintTable: Sendable, Equatable {
  /// The releases, in order.
  @Bytewise public internal(set) var releases: [String]
  /// By path, declaration and fingerprint: the releases, as places in `releases`.
  var entries: TextMap<TextMap<TextMap<[Int]>>>

  /// A table without releases.
  public init() {
    releases = []
    entries = [:]
  }

  /// The table of some releases, each with its tree: the shapes that its declarations have, and those
  /// that they have behind patches. Equal trees, of which there are many, are looked at once.
  public static func make(
    _ set: PatchSet, trees: [(release: String, tree: SourceTree)]
  ) -> FingerprintTable {
    var table = FingerprintTable()
    var known: [SourceTree: Set<Shape>] = [:]
    for (release, tree) in trees {
      let shapes =
        known[tree] ?? PatchedShapes.of(set, in: Workspace(tree, reading: set.paths))
      known[tree] = shapes
      table.add(release, shapes)
    }
    return table
  }

  /// Adds a release behind the others.
  private mutating func add(_ release: String, _ shapes: Set<Shape>) {
    let place = releases.count
    releases.append(release)
    for shape in shapes {
      entries[shape.path, default: [:]][shape.declaration, default: [:]][shape.print, default: []]
        .append(place)
    }
  }

  func knows(_ shape: Shape) -> Bool {
    entries[shape.path]?[shape.declaration]?[shape.print] != nil
  }

  /// True if it says anything of the declaration, whatever its shape.
  func covers(_ shape: Shape) -> Bool { entries[shape.path]?[shape.declaration] != nil }

  /// The releases whose shapes are exactly those of a tree.
  public func releases(matching tree: SourceTree) -> [String] {
    releases(matching: Workspace(tree, reading: entries.keys.sorted()))
  }

  /// The releases whose shapes are exactly those of a tree that was looked at.
  public func releases(matching surveyed: SurveyedTree) -> [String] {
    var base = surveyed.base
    for path in entries.keys { _ = try? base.file(path) }
    return releases(matching: base)
  }

  private func releases(matching workspace: Workspace) -> [String] {
    var matching = Set(releases.indices)
    for (path, declarations) in entries {
      let file = workspace.read(path)
      let known = Set(declarations.keys.map { ByteText($0) })
      var byName: [ByteText: [Declaration]] = [:]
      for declaration in file?.declarations ?? [] {
        let name = ByteText(Shape.name(declaration))
        if known.contains(name) { byName[name, default: []].append(declaration) }
      }
      for (name, prints) in declarations {
        let found = byName[ByteText(name)] ?? []
        let having = Set(prints.values.flatMap { $0 })
        switch found.count {
        case 0: matching.subtract(having)
        case 1:
          let print = file.flatMap { file in found.first.map { file.fingerprint(of: $0) } } ?? ""
          matching.formIntersection(prints[print] ?? [])
        default: return []
        }
      }
    }
    return matching.sorted().map { releases[$0] }
  }
}
