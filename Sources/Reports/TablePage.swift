public import Diagnostics
public import Values

/// A report as one page with a table, which can be filtered by words and by the kind of a row.
///
/// All of it can be read without scripts; they only filter.
public struct TablePage {
  /// A row: its kind, then a text for each other column.
  public struct Row {
    fileprivate let kind: String
    fileprivate let severity: Severity?
    fileprivate let cells: [[String]]

    /// Makes a row.
    /// - Parameters:
    ///   - severity: the color of the kind; nil: that of something good.
    ///   - cells: the lines of each column.
    public init(kind: String, severity: Severity?, cells: [[String]]) {
      self.kind = kind
      self.severity = severity
      self.cells = cells
    }
  }

  private let title: String
  private let summary: String
  private let columns: [String]
  private let rows: [Row]
  private let notes: [String]
  private let report: PlainValue
  private let schema: String

  /// Makes a page.
  /// - Parameters:
  ///   - columns: the heads, that of the kind first.
  ///   - notes: paragraphs behind the table.
  ///   - report: the same report as JSON, which is put into the page.
  ///   - schema: the file that describes the JSON.
  public init(
    title: String, summary: String, columns: [String], rows: [Row], notes: [String],
    report: PlainValue, schema: String
  ) {
    self.title = title
    self.summary = summary
    self.columns = columns
    self.rows = rows
    self.notes = notes
    self.report = report
    self.schema = schema
  }

  /// The text of the page.
  public var text: TerminalText {
    HTMLPage(
      frame: PackageResources.table_html, style: PackageResources.table_css,
      script: PackageResources.table_js
    ).text([
      "title": HTMLPage.escaped(title), "summary": HTMLPage.escaped(summary), "table": table,
      "notes": notes.map { "<p>\(HTMLPage.escaped($0))</p>" }.joined(),
      "schema": HTMLPage.escaped(schema), "report": HTMLPage.inScript(report),
    ])
  }

  private var table: String {
    guard !rows.isEmpty else { return "" }
    let heads = columns.map { "<th scope=\"col\">\(HTMLPage.escaped($0))</th>" }.joined()
    return
      "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"\(HTMLPage.escaped(title))\"><table id=\"rows\"><thead><tr>\(heads)</tr></thead><tbody>\n"
      + rows.map(row).joined() + "</tbody></table></div>"
  }

  private func row(_ row: Row) -> String {
    let kind = HTMLPage.escaped(row.kind)
    let cells = row.cells.map { lines in
      "<td>\(lines.map { "<p>\(HTMLPage.escaped($0))</p>" }.joined())</td>"
    }.joined()
    return
      "<tr data-kind=\"\(kind)\"><th scope=\"row\"><span class=\"badge \(row.tone)\">\(kind)</span></th>\(cells)</tr>\n"
  }
}

extension TablePage.Row {
  fileprivate var tone: String {
    switch severity {
    case .error: "bad"
    case .warning: "warn"
    case .note: "plain"
    case nil: "good"
    }
  }
}
