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
    text(value(name, version: version, entries))
  }

  /// A value as text.
  public static func text(_ value: PlainValue) -> TerminalText {
    TerminalText(escaped: JSONWriter.text(value))
  }

  /// The same as a value, to embed it.
  public static func value(
    _ name: String, version: Int, _ entries: [PlainValue.Entry]
  ) -> PlainValue {
    .mapping([.init("apiVersion", .string("flyte-harden/\(name)-v\(version)"))] + entries)
  }
}
