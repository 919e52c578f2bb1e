import Foundation
public import Testing

/// A part of a page that is made from values: between `<!-- begin NAME: … -->` and `<!-- end NAME -->`.
///
/// `make docs` (SNAPSHOTS=record) writes it again.
public enum Regions {
  /// Holds a region of a page to what the values give.
  public static func expect(
    _ actual: String, named name: String, in page: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let url = Snapshots.repository.appending(path: page)
    let text = try String(contentsOf: url, encoding: .utf8)
    guard let begin = text.range(of: "<!-- begin \(name):[^\n]*-->\n", options: .regularExpression),
      let end = text.range(of: "<!-- end \(name) -->", range: begin.upperBound..<text.endIndex)
    else {
      Issue.record("\(page) has no region '\(name)'", sourceLocation: sourceLocation)
      return
    }
    let wanted = "\n\(actual)\n"
    if Snapshots.isRecording, ProcessInfo.processInfo.environment["CI", default: ""].isEmpty {
      let whole = text[..<begin.upperBound] + wanted + text[end.lowerBound...]
      try Data(whole.utf8).write(to: url)
      return
    }
    #expect(
      text[begin.upperBound..<end.lowerBound] == wanted,
      "\(page) is out of date: 'make docs' writes it", sourceLocation: sourceLocation)
  }
}
