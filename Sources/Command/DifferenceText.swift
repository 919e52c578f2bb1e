import LineDiff
import Pipeline

/// One file's difference as a unified diff.
struct DifferenceText {
  let difference: FileDifference
  let colors: Bool

  var text: String {
    let diff = UnifiedDiff(
      oldLabel: difference.old == nil ? "/dev/null" : difference.path,
      newLabel: difference.new == nil ? "/dev/null" : difference.path,
      hunks: LineDiff.compute(old: difference.old ?? [], new: difference.new ?? []).hunks())
    guard colors else { return String(decoding: diff.render(), as: UTF8.self) }
    var text = ""
    diff.forEachLine { kind, bytes in
      var line = String(decoding: bytes, as: UTF8.self)
      if line.hasSuffix("\n") { line.removeLast() }
      text += "\u{1B}[\(Self.code(kind))m\(line)\u{1B}[0m\n"
    }
    return text
  }

  private static func code(_ kind: UnifiedDiff.LineKind) -> String {
    switch kind {
    case .fileHeader: "1"
    case .hunkHeader: "36"
    case .text(.added): "32"
    case .text(.removed): "31"
    case .text(.context), .note: "0"
    }
  }
}
