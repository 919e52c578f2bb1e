import Files
import Flyte
import Git
import Glibc
import GoPatch
import TextDiff

/// Makes the patches of every release, and looks at what they leave behind.
struct ReleaseRun {
  let repository: GitRepository
  let rules: RuleFolder
  let table: FingerprintTable
  let output: String?

  /// The choices of patches that are tried: those that `auto` makes, and all that go together.
  private enum Choice: String, CaseIterable {
    case usual
    case all
    case optional

    func patches(_ reports: [PatchReport]) -> [String] {
      let possible = reports.filter { $0.state == .applies }
      let names = possible.map(\.name)
      switch self {
      case .usual: return possible.filter { !$0.isOptIn }.map(\.name)
      case .all: return names.filter { $0 != "optional-sys-ptrace" }
      case .optional:
        guard names.contains("optional-sys-ptrace") else { return names }
        return names.filter { $0 != "no-sys-ptrace" && $0 != "default-security-context" }
      }
    }
  }

  /// False when a release has a conflict, a patch that is not found, or a result that is not known.
  func run() throws -> Bool {
    let tags = try Self.releases(repository.tags())
    let trees = try trees(at: tags.map(\.commit))
    var faults = 0
    var series = 0
    var known: [SourceTree: [String]] = [:]
    for (index, (tag, tree)) in zip(tags, trees).enumerated() {
      progress("making \(index + 1) of \(tags.count): \(tag.name)")
      let reports = Survey.run(rules.set, tree: tree, fingerprints: table)
      var found = reports.filter { ![.applies, .notNeeded].contains($0.state) }
        .map { "\($0.name): \($0.state.rawValue): \($0.reason)" }
      found += modeled(tag.name, reports)
      let alone = try known[tree] ?? alone(tree, reports)
      known[tree] = alone
      found += alone
      for choice in Choice.allCases {
        found += try make(choice.rawValue, choice.patches(reports), for: tag.name, tree)
        series += 1
      }
      for fault in found { print("\(tag.name): \(fault)") }
      faults += found.count
    }
    progress("")
    print("\(tags.count) of \(Release.all.count) releases, \(series) series, \(faults) faults")
    return faults == 0 && tags.count == Release.all.count
  }

  /// Says on a terminal what is being done, in a line that the next one takes.
  private func progress(_ text: String) {
    guard isatty(STDERR_FILENO) == 1 else { return }
    let line = Array("\r\u{1B}[K\(text)".utf8)
    _ = Glibc.write(STDERR_FILENO, line, line.count)
  }

  /// The files that rules speak of, and the others beside them that they look at.
  private func trees(at commits: [GitCommit]) throws -> [SourceTree] {
    let paths = Set(rules.set.paths)
    let blobs = try repository.read(
      rules.set.paths, besides: rules.set.searchedFolders, ending: ".go", atEach: commits)
    return blobs.map { blobs in
      SourceTree(
        files: blobs.filter { paths.contains($0.key) }.mapValues(\.bytes),
        neighbors: blobs.filter { !paths.contains($0.key) }.mapValues(\.bytes),
        prefix: repository.prefix)
    }
  }

  /// The model of the release and the survey of its sources must say the same.
  private func modeled(_ name: String, _ reports: [PatchReport]) -> [String] {
    guard let release = Release.all.first(where: { $0.name == name }) else { return [] }
    return reports.filter { report in
      guard !report.isOptIn, let patch = ModeledPatch(rawValue: report.name) else { return false }
      return release.behaviors.needs(patch) != (report.state == .applies)
    }.map { "\($0.name): the model of the release says otherwise" }
  }

  /// Each patch by itself must leave the others as they were, but for those that follow it.
  private func alone(_ tree: SourceTree, _ reports: [PatchReport]) throws -> [String] {
    var faults: [String] = []
    for report in reports where report.state == .applies && report.needs.isEmpty {
      let result: SourceTree
      do {
        result = Self.tree(
          tree, rules.set.paths,
          behind: try Composition.compose(
            patches: [report.name], rules.set, tree: tree, goTemplates: rules.goTemplates,
            fingerprints: table))
      } catch {
        faults.append("\(report.name) alone: \(error)")
        continue
      }
      let after = Survey.run(rules.set, tree: result, fingerprints: table)
      for (old, new) in zip(reports, after) where old.name != report.name {
        let follows =
          rules.set[old.name]?.needs.contains(report.name) == true
          || old.excludes.contains(report.name) || report.excludes.contains(old.name)
        if old.state != new.state, !follows {
          faults.append("\(report.name) alone: \(old.name) becomes \(new.state.rawValue)")
        }
      }
    }
    return faults
  }

  private static func tree(
    _ tree: SourceTree, _ paths: [String], behind patches: [ComposedPatch]
  ) -> SourceTree {
    var files: TextMap<[UInt8]> = [:]
    for path in paths { files[path] = tree[path] }
    for change in patches.flatMap(\.changes) {
      files[String(change.path.dropFirst(tree.prefix.count))] = change.new
    }
    return SourceTree(files: files, prefix: tree.prefix)
  }

  /// Makes a series, looks again at what it leaves, and writes it; its faults.
  private func make(
    _ kind: String, _ names: [String], for name: String, _ tree: SourceTree
  ) throws -> [String] {
    let patches: [ComposedPatch]
    do {
      patches = try Composition.compose(
        patches: names, rules.set, tree: tree, goTemplates: rules.goTemplates,
        fingerprints: table)
    } catch {
      return ["\(kind): \(error)"]
    }
    let result = Self.tree(tree, rules.set.paths, behind: patches)
    var faults = mislabeled(patches, name).map { "\(kind): \($0)" }
    if let output { try write(patches, to: "\(output)/\(kind)/\(name)") }
    let second = Survey.run(rules.set, tree: result, fingerprints: table)
    faults += second.filter {
      names.contains($0.name) ? $0.state != .applied : $0.state == .unverified
    }.map { "\(kind): \($0.name) is \($0.state.rawValue) on its own result: \($0.reason)" }
    if !table.releases(matching: result).contains(name) {
      faults.append("\(kind): the result is not known as that of the release")
    }
    return faults
  }

  /// A part of a mail is for the releases that its rule says, and for all of them.
  private func mislabeled(_ patches: [ComposedPatch], _ name: String) -> [String] {
    patches.flatMap { patch in
      let labels = Set(rules.set[patch.name]?.pageLabels ?? [])
      return labels.filter { ReleaseLabel($0).holds(name) != patch.message.pageLabels.contains($0) }
        .map { "\(patch.name): a part of its page is for '\($0)', and \(name) is not told so" }
    }
  }

  private func write(_ patches: [ComposedPatch], to path: String) throws {
    let folder = try OutputFolder(path: path)
    for (index, patch) in patches.enumerated() {
      let mail = MailPatch(
        number: index + 1, count: patches.count, name: patch.name,
        subject: rules.set[patch.name]?.title ?? "", body: patch.message.page,
        trailers: [], changes: patch.changes)
      try folder.create(
        FilePlace("", mail.fileName), with: mail.render(toolVersion: "flyte-harden"))
    }
    var results: TextMap<[UInt8]> = [:]
    for change in patches.flatMap(\.changes) { results[change.path] = change.new }
    for (path, bytes) in results.sorted(by: { $0.key < $1.key }) {
      try folder.create(FilePlace("result/\(path)"), with: bytes)
    }
  }

  /// The tags that hold flyteplugins, in the order of versions.
  static func releases(_ tags: [GitTag]) -> [GitTag] {
    let byName = Dictionary(tags.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    return Release.all.compactMap { byName[$0.name] }
  }
}
