import Files
import Git
import GoPatch

/// One run over every release.
struct ReleaseRun {
  let repository: GitRepository
  let rules: RuleFolder
  let output: String?

  init(repository: String, templates: String, output: String?) throws {
    self.repository = try GitRepository.open(path: repository)
    guard let rules = try RuleFolder(templates) else {
      throw FileError(path: templates, reason: "its rules have faults")
    }
    self.rules = rules
    self.output = output
  }

  /// Prints the table; false when a release has a conflict or a remedy that is not found.
  func run() throws -> Bool {
    let tags = try Self.releases(repository.tags())
    let trees = try repository.read(rules.set.paths, atEach: tags.map(\.commit))
    var rows: [(states: [RemedyState], releases: [String])] = []
    var isClean = true
    var seen: [[String: String]: [RemedyState]] = [:]
    for (tag, blobs) in zip(tags, trees) {
      let ids = blobs.mapValues(\.id)
      let tree = SourceTree(files: blobs.mapValues(\.bytes), prefix: repository.prefix)
      let states: [RemedyState]
      if let known = seen[ids] {
        states = known
      } else {
        states = try look(at: tag.name, tree, &isClean)
        seen[ids] = states
      }
      if let last = rows.indices.last, rows[last].states == states {
        rows[last].releases.append(tag.name)
      } else {
        rows.append((states, [tag.name]))
      }
    }
    show(rows)
    print("\(tags.count) of \(tags.count) releases, \(seen.count) distinct inputs")
    return isClean
  }

  /// How each remedy stands to a release; its series is written.
  private func look(
    at name: String, _ tree: SourceTree, _ isClean: inout Bool
  ) throws -> [RemedyState] {
    let reports = Survey.run(rules.set, tree: tree)
    for report in reports where [.missing, .conflict].contains(report.state) {
      isClean = false
      print("\(name): \(report.name): \(report.state.rawValue): \(report.reason)")
      for place in report.places.prefix(3) {
        print("  \(place.path): \(place.scope): rule line \(place.ruleLine): \(place.patternText)")
        if let line = place.line { print("  nearest: \(line): \(place.lineText)") }
      }
    }
    let usual = reports.filter { $0.state == .applies && !$0.isOptIn }.map(\.name)
    let all = reports.filter { $0.state == .applies }.map(\.name)
    try write(usual, for: name, tree, into: "usual", &isClean)
    try write(all.filter { $0 != "optional-sys-ptrace" }, for: name, tree, into: "all", &isClean)
    try write(
      all.filter {
        $0 != "no-sys-ptrace" && $0 != "default-security-context"
          || !all.contains("optional-sys-ptrace")
      }, for: name, tree, into: "optional", &isClean)
    return reports.map(\.state)
  }

  private func write(
    _ remedies: [String], for name: String, _ tree: SourceTree, into kind: String,
    _ isClean: inout Bool
  ) throws {
    let patches: [RemedyPatch]
    do {
      patches = try Composition.compose(
        remedies: remedies, rules.set, tree: tree, goTemplates: rules.goTemplates)
    } catch {
      isClean = false
      print("\(name): \(kind): \(error)")
      return
    }
    guard let output else { return }
    var folder = try OutputFolder(path: "\(output)/\(kind)/\(name)")
    var files: [String: [UInt8]?] = [:]
    for (index, patch) in patches.enumerated() {
      let mail = MailPatch(
        number: index + 1, count: patches.count, name: patch.remedy,
        subject: rules.set[patch.remedy]?.title ?? "", body: rules.set[patch.remedy]?.page ?? "",
        trailers: [], changes: patch.changes)
      _ = try folder.write(mail.render(toolVersion: "flyte-harden"), to: mail.fileName)
      for change in patch.changes { files[change.path] = .some(change.new) }
    }
    for (path, bytes) in files.sorted(by: { $0.key < $1.key }) {
      if let bytes { _ = try folder.write(bytes, to: "result/\(path)") }
    }
  }

  private func show(_ rows: [(states: [RemedyState], releases: [String])]) {
    let names = rules.set.rules.map(\.name)
    for (index, name) in names.enumerated() { print("\(index + 1) \(name)") }
    print("releases" + names.indices.map { " | \($0 + 1)" }.joined())
    for row in rows {
      let states = row.states.map { $0.rawValue }.joined(separator: " | ")
      let last = row.releases.count > 1 ? "…\(row.releases.last ?? "")" : ""
      print("\(row.releases[0])\(last) (\(row.releases.count)) | \(states)")
    }
  }

  /// The tags that hold flyteplugins, in the order of versions.
  static func releases(_ tags: [GitTag]) -> [GitTag] {
    var byName: [String: GitTag] = [:]
    for tag in tags { byName[tag.name] = tag }
    return KnownReleases.names.compactMap { byName[$0] }
  }
}
