public import Diagnostics

/// Markdown that GitHub takes as a comment or as the summary of a job.
public enum Markdown {
  /// A text in which nothing is Markdown or HTML.
  public static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "&": result += "&amp;"
      case "\\", "`", "*", "_", "[", "]", "|", "#", "~", "@":
        result += "\\"
        result.unicodeScalars.append(scalar)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// Lines as a block of code. The fence is longer than every run of backticks in it.
  public static func block(_ lines: [TerminalText], language: StaticString) -> TerminalText {
    var longest = 0
    for line in lines {
      var run = 0
      for byte in line.text.utf8 {
        run = byte == UInt8(ascii: "`") ? run + 1 : 0
        longest = max(longest, run)
      }
    }
    let fence: TerminalText = "\(String(repeating: "`", count: max(3, longest + 1)))"
    let code = lines.map { $0 + "\n" }.joined()
    return "\(fence)\(language.description)\n\(code)\(fence)\n"
  }

  /// Parts of a report, up to the limit; the rest is counted.
  /// - Parameter unit: the word for a part, in the singular.
  public static func report(_ parts: [TerminalText], unit: String) -> TerminalText {
    var size = 0
    let shown = parts.prefix { part in
      size += part.text.utf8.count
      return size <= GitHubLimits.commentBytes
    }
    let text = shown.joined()
    let rest = parts.count - shown.count
    guard rest > 0 else { return text }
    return text + "\n… and \(rest.counted("more \(unit)")): the report is cut at 60 kB\n"
  }

  /// A text of lines, up to the limit.
  public static func report(_ text: TerminalText) -> TerminalText {
    guard text.text.utf8.count > GitHubLimits.commentBytes else { return text }
    return report(text.lines, unit: "line")
  }
}
