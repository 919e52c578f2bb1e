/// The output of the tool for each diagnostic that was provoked.
public enum ErrorExamples {
  /// The example of a diagnostic; nil where none is recorded.
  public static func text(of name: String) -> String? {
    recordedExamples.first { $0.name.utf8.elementsEqual(name.utf8) }.map { $0.text + "\n" }
  }

  /// The Swift source that holds examples.
  /// - Parameter examples: names with what was printed, a line end behind each.
  public static func source(_ examples: [(name: String, text: String)]) -> String {
    let body = examples.map { "  (\n    \"\($0.name)\",\n    #\"\"\"\n\($0.text)\"\"\"#\n  ),\n" }
    return """
      // swift-format-ignore-file

      /// The output for each diagnostic, line for line. `make docs` writes this file.
      let recordedExamples: [(name: String, text: String)] = [
      \(body.joined())]

      """
  }
}
