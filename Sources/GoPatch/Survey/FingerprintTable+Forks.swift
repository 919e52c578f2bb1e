import GoSource

extension FingerprintTable {
  /// The releases that account for more of a fork's functions than the one that it is said to be of:
  /// each has every known shape that the other has, and at least one more.
  ///
  /// Functions of the fork's own have shapes that no release has; those that it has kept still tell
  /// where it comes from. A fork that has kept a single function of the release that it is of, in a
  /// shape of its own time, is not outdone by any other.
  /// - Returns: of those that have most, in order; none where the table does not know the release.
  public func releases(outdoing name: String, in surveyed: SurveyedTree) -> [String] {
    guard let said = releases.firstIndex(where: { $0 == name }) else { return [] }
    let known = knownShapes(of: surveyed)
    let counts = releases.indices.map { place in known.count { $0.contains(place) } }
    let outdoing = releases.indices.filter { place in
      counts[place] > counts[said]
        && known.allSatisfy { !$0.contains(said) || $0.contains(place) }
    }
    let most = outdoing.map { counts[$0] }.max()
    return outdoing.filter { counts[$0] == most }.map { releases[$0] }
  }

  /// For each declaration of a tree that has a known shape, the releases that have it in that shape.
  private func knownShapes(of surveyed: SurveyedTree) -> [Set<Int>] {
    var base = surveyed.base
    for path in entries.keys { _ = try? base.file(path) }
    return entries.flatMap { path, declarations in
      let file = base.read(path)
      return declarations.compactMap { name, prints -> Set<Int>? in
        let found = file?.declarations.filter { Shape.name($0) == name } ?? []
        guard let file, let declaration = found.first, found.count == 1,
          let places = prints[file.fingerprint(of: declaration)]
        else { return nil }
        return Set(places)
      }
    }
  }
}
