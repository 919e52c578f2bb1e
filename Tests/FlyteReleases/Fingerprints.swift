import Diagnostics
import Files
import Git
import GoPatch

/// The table of shapes of every known release, and of the sample.
enum Fingerprints {
  static func table(repository: String, templates: String, sample: String) throws -> String {
    let repository = try GitRepository.open(path: repository)
    let rules = try RuleFolder(templates)
    let tags = ReleaseRun.releases(try repository.tags())
    let blobs = try repository.read(rules.set.paths, atEach: tags.map(\.commit))
    var trees = zip(tags, blobs).map { tag, files in
      (release: tag.name, tree: SourceTree(files: files.mapValues(\.bytes)))
    }
    var files: TextMap<[UInt8]> = [:]
    for path in rules.set.paths where FileReading.kind(of: "\(sample)/\(path)") != nil {
      files[path] = try FileReading.bytes(of: "\(sample)/\(path)")
    }
    trees.append((release: "sample", tree: SourceTree(files: files)))
    return FingerprintTable.make(rules.set, trees: trees).text
  }

  /// The table as it is checked in.
  static func known(templates: String) throws -> FingerprintTable {
    let path = templates + "/GoPatch/fingerprints.txt"
    let file = SourceFile(path: path, bytes: try FileReading.bytes(of: path))
    var faults = DiagnosticList()
    guard let table = FingerprintTable.parse(file, into: &faults) else {
      throw FileError(path: path, reason: DiagnosticText.render(faults).text)
    }
    return table
  }
}
