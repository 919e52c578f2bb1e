/// The table of docs/meaning.md, made from the orders that changes are judged by.
public enum MeaningPage {
  /// A row for each field that has an order, in Markdown.
  public static var orders: String {
    let rows = SecurityFields.rows.map { row in
      let path = "`\(row.path)\(row.isWhole ? ".…" : "")`"
      return "| \(path) | \(row.order.rule) |"
    }
    return "| field | from strict to loose |\n| --- | --- |\n" + rows.joined(separator: "\n") + "\n"
  }
}
