import Files
import Git
import GoPatch

/// The table of shapes of every known release, and of the sample.
enum Fingerprints {
  static func table(repository: String, templates: String, sample: String) throws -> String {
    let repository = try GitRepository.open(path: repository)
    guard let rules = try RuleFolder(templates) else {
      throw FileError(path: templates, reason: "its rules have faults")
    }
    let tags = ReleaseRun.releases(try repository.tags())
    let blobs = try repository.read(rules.set.paths, atEach: tags.map(\.commit))
    var table = FingerprintTable()
    for (tag, files) in zip(tags, blobs) {
      table.add(tag.name, SourceTree(files: files.mapValues(\.bytes)), rules.set)
    }
    var files: [String: [UInt8]] = [:]
    for path in rules.set.paths where FileReading.kind(of: "\(sample)/\(path)") != nil {
      files[path] = try FileReading.bytes(of: "\(sample)/\(path)")
    }
    table.add("sample", SourceTree(files: files), rules.set)
    return table.text
  }
}
