import Diagnostics
import Foundation
import TestSupport

/// The edits that a person made in a golden case because a hint advised it: an entry of the case's
/// `advised.txt`.
///
///     config.yaml:16 assign/default-template
///       flyte-default: → other:
///       20| a text of line 20 → what comes in its place
///       empty 21
///       move other.yml → other.yaml
///
/// The first line names the diagnostics of one line, and in quotes a part of the message or the hint where
/// only some of them are meant. A line below it replaces a text, once, in the line of the diagnostic or in
/// the one that it names, behind a path where that is another file's, and `⏎` ends a line; `empty` leaves
/// nothing of a line of that file; `move` renames a file, and takes it away where no name follows.
struct Advice: Sendable {
  /// One thing to do.
  enum Step: Sendable {
    case replace(file: String, line: Int, old: String, new: String)
    case empty(file: String, line: Int)
    case move(from: String, to: String?)
  }

  let file: String
  let line: Int
  let id: String
  /// A part of the message or of the hint; empty where all of the line are meant.
  let part: String
  var steps: [Step] = []

  /// Reads a line of text that begins at its first column.
  private init?(heading: Substring) {
    guard let match = heading.wholeMatch(of: /(\S+):(\d+) (\S+)(?: "(.+)")?/),
      let line = Int(String(match.2))
    else { return nil }
    file = String(match.1)
    self.line = line
    id = String(match.3)
    part = String(match.4 ?? "")
  }

  /// Reads the entries of a case; a line that means nothing is an error.
  static func read(_ text: String) throws -> [Advice] {
    var entries: [Advice] = []
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      if let entry = Advice(heading: line) {
        entries.append(entry)
      } else if !entries.isEmpty, let step = entries[entries.count - 1].step(line) {
        entries[entries.count - 1].steps.append(step)
      } else {
        throw Fault(line: String(line))
      }
    }
    return entries
  }

  /// A line of advice that cannot be read or followed.
  struct Fault: Error { let line: String }

  private func step(_ text: Substring) -> Step? {
    guard let words = text.wholeMatch(of: /\s+(.*)/)?.1 else { return nil }
    let halves = words.split(separator: "→", maxSplits: 1, omittingEmptySubsequences: false)
    guard let first = halves.first else { return nil }
    let new =
      halves.count == 2
      ? String(halves[1].drop { $0 == " " }).replacingOccurrences(of: "⏎", with: "\n") : nil
    let old = String(Substring(first).hasSuffix(" ") ? first.dropLast() : first)
    if let name = old.wholeMatch(of: /move (\S+)/)?.1 {
      return .move(from: String(name), to: new)
    }
    if let number = old.wholeMatch(of: /empty (\d+)/)?.1, let line = Int(String(number)) {
      return .empty(file: file, line: line)
    }
    guard let new else { return nil }
    if let place = old.wholeMatch(of: /(?:(\S+):)?(\d+)\| ?(.*)/), let number = Int(String(place.2))
    {
      return .replace(
        file: place.1.map(String.init) ?? file, line: number, old: String(place.3), new: new)
    }
    return .replace(file: file, line: line, old: old, new: new)
  }

  /// Does it in a folder.
  /// - Returns: of each file that was edited the line that each of its lines was.
  func follow(in folder: URL) throws -> [String: [Int]] {
    var texts: [String: [String]] = [:]
    for step in steps {
      switch step {
      case .move(let old, let new):
        let url = folder.appending(path: old)
        if let new {
          try FileManager.default.moveItem(at: url, to: folder.appending(path: new))
        } else {
          try FileManager.default.removeItem(at: url)
        }
      case .replace(let file, let line, let old, let new):
        var lines = try texts[file] ?? Self.lines(folder.appending(path: file))
        guard lines.indices.contains(line - 1),
          lines[line - 1].components(separatedBy: old).count == 2
        else { throw Fault(line: "\(file):\(line) does not have '\(old)' once") }
        lines[line - 1] = lines[line - 1].replacingOccurrences(of: old, with: new)
        texts[file] = lines
      case .empty(let file, let line):
        var lines = try texts[file] ?? Self.lines(folder.appending(path: file))
        guard lines.indices.contains(line - 1) else { throw Fault(line: "no line \(line)") }
        lines[line - 1] = ""
        texts[file] = lines
      }
    }
    for (file, lines) in texts {
      try lines.joined(separator: "\n").write(
        to: folder.appending(path: file), atomically: true, encoding: .utf8)
    }
    return texts.mapValues { lines in
      lines.enumerated().flatMap { index, text in
        text.components(separatedBy: "\n").map { _ in index + 1 }
      }
    }
  }

  private static func lines(_ file: URL) throws -> [String] {
    try String(contentsOf: file, encoding: .utf8).components(separatedBy: "\n")
  }

  /// True if it is about a diagnostic.
  func isAbout(_ diagnostic: Diagnostic, in findings: CaseFindings) -> Bool {
    diagnostic.id.name == id && diagnostic.hint != nil && diagnostic.span?.line == line
      && diagnostic.span.map { findings.relative($0.file.path) } == file
      && (part.isEmpty || diagnostic.message.contains(part)
        || diagnostic.hint?.contains(part) == true)
  }
}
