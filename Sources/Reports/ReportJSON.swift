public import Diagnostics
import JSONText
public import Values

/// A report as JSON: its name and version first. `docs/NAME.schema.json` describes it.
public enum ReportJSON {
  /// The text of a report.
  /// - Parameters:
  ///   - name: the command that made it.
  ///   - version: the version of its schema; a key that goes or changes its meaning needs a new one.
  public static func text(
    _ name: String, version: Int, _ entries: [PlainValue.Entry]
  ) -> TerminalText {
    let header = PlainValue.Entry("apiVersion", .string("flyte-harden/\(name)-v\(version)"))
    return TerminalText(escaped: JSONWriter.text(.mapping([header] + entries)))
  }
}
