import Diagnostics
import Files
import Pipeline
import TextDiff

/// The result of `diff`.
///
/// The lines of all files can be gigabytes. So text is printed file by file as it is found, and the
/// report has of each file only how much changes, and the lines of the first files.
struct DifferenceReport {
  /// A file that would change.
  struct File {
    let path: String
    let kind: ChangedFile.Kind
    /// The lines that would be added and removed; nil if the file is too large to be compared.
    let count: (added: Int, removed: Int)?
    /// The first line that would change, of the file as it is now.
    let firstLine: Int
    /// The lines of the difference, without its header; nil if the report has enough of them.
    let lines: [TerminalText]?
  }

  /// The output folder.
  let output: String
  private(set) var files: [File] = []
  /// The files that keep `generate` from writing. If there are any, no file is compared.
  var stops: DriftReport

  /// The room that is left for lines, in bytes.
  private var room: Int

  /// - Parameter room: how many bytes of lines it keeps.
  init(output: String, stops: DriftReport, room: Int) {
    self.output = output
    self.stops = stops
    self.room = room
  }

  var isEmpty: Bool { files.isEmpty && stops.isUpToDate }

  mutating func add(_ file: ChangedFile) {
    var lines: [TerminalText]?
    if room > 0 {
      let body = DifferenceLines(file: file).body
      room -= body.reduce(0) { $0 + $1.text.utf8.count + 1 }
      lines = body
    }
    files.append(
      File(
        path: file.path, kind: file.kind,
        count: (file.diff?.lineDiff).map { ($0.addedLineCount, $0.removedLineCount) },
        firstLine: (file.diff?.lineDiff.changes.first?.old.lowerBound ?? 0) + 1, lines: lines))
  }
}
