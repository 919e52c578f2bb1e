import Diagnostics
import Foundation
import Pipeline
import TestSupport

/// The diagnostics of a golden case, or of a copy of one in which something was changed.
struct CaseFindings: Sendable {
  /// The parts of a diagnostic that stay the same after an edit of its line.
  struct Key: Hashable, CustomStringConvertible {
    let place: String
    let id: String
    let message: String

    var description: String { "\(place): \(message) [\(id)]" }
  }

  /// The folder of the case as the config's path names it, with a slash behind it.
  private let prefix: String
  let diagnostics: [Diagnostic]
  /// Of files that were edited, the line that each line was.
  private let origins: [String: [Int]]

  /// Walks a case that lies in a folder.
  init(of name: String, in root: String = "", origins: [String: [Int]] = [:]) {
    self.origins = origins
    prefix = "\(root)\(GoldenTests.folder)/\(name)/"
    let isFolder = FileManager.default.fileExists(atPath: "\(prefix)config")
    var options = RunOptions()
    options.config = prefix + (isFolder ? "config" : "config.yaml")
    var list = DiagnosticList()
    _ = Walk(options: options).plan(into: &list)
    diagnostics = list.sorted
  }

  /// The cases as they are.
  static let recorded = Dictionary(
    uniqueKeysWithValues: GoldenTests.cases.map { ($0, CaseFindings(of: $0)) })

  /// A path without the folder of the case.
  func relative(_ path: String) -> String { path.replacingOccurrences(of: prefix, with: "") }

  /// The number of times that each diagnostic occurs.
  var counts: [Key: Int] {
    Dictionary(diagnostics.map { (key(of: $0), 1) }, uniquingKeysWith: +)
  }

  /// Returns the part of a diagnostic that stays when its line is edited.
  func key(of diagnostic: Diagnostic) -> Key {
    let place = diagnostic.span.map { span in
      let file = relative(span.file.path)
      let lines = origins[file] ?? []
      let line = lines.indices.contains(span.line - 1) ? lines[span.line - 1] : span.line
      return "\(file):\(line)"
    }
    return Key(
      place: place ?? "", id: diagnostic.id.name, message: relative(diagnostic.message))
  }
}

/// A copy of a golden case, to be changed.
struct CaseCopy {
  private let root: TemporaryFolder
  private let name: String

  init(of name: String) throws {
    root = try TemporaryFolder()
    self.name = name
    let cases = root.url.appending(path: GoldenTests.folder)
    try FileManager.default.createDirectory(at: cases, withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      at: Snapshots.repository.appending(path: "\(GoldenTests.folder)/\(name)"), to: folder)
    // Some cases name folders of the repository.
    for folder in ["config", "Templates"] {
      try FileManager.default.createSymbolicLink(
        at: root.url.appending(path: folder),
        withDestinationURL: Snapshots.repository.appending(path: folder))
    }
  }

  /// The copy's folder.
  var folder: URL { root.url.appending(path: "\(GoldenTests.folder)/\(name)") }

  /// Returns the findings in its current files.
  /// - Parameter origins: of files that were edited, the line that each line was.
  func findings(origins: [String: [Int]] = [:]) -> CaseFindings {
    CaseFindings(of: name, in: "\(root.url.path)/", origins: origins)
  }
}
