public import Diagnostics

/// A report as JUnit's XML.
public struct JUnit {
  /// A test case.
  public struct Case: Sendable {
    /// The outcome of a case.
    public enum Outcome: Sendable {
      /// It passed.
      case passed
      /// It passed, with words for a reader.
      case told(String)
      /// It was not looked at.
      case skipped(String)
      /// It failed.
      /// - body: lines for a reader.
      case failed(kind: String, message: String, body: [String])
    }

    fileprivate let group: String
    fileprivate let name: String
    fileprivate let outcome: Outcome

    /// Makes a case.
    /// - Parameter group: its `classname`.
    public init(group: String, name: String, _ outcome: Outcome) {
      self.group = group
      self.name = name
      self.outcome = outcome
    }
  }

  /// A suite of cases.
  public struct Suite: Sendable {
    fileprivate let name: String
    fileprivate let cases: [Case]

    /// Makes a suite.
    public init(name: String, cases: [Case]) {
      self.name = name
      self.cases = cases
    }
  }

  private let name: String
  private let suites: [Suite]

  /// Makes a report.
  /// - Parameter name: the command that made it.
  public init(name: String, suites: [Suite]) {
    self.name = name
    self.suites = suites
  }

  /// The text of the file.
  public var text: TerminalText {
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"\(name)\">\n"
      + suites.map(\.text).joined() + "</testsuites>\n"
  }

  fileprivate static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;")
  }
}

extension JUnit.Suite {
  fileprivate var text: TerminalText {
    let failed = cases.count { if case .failed = $0.outcome { true } else { false } }
    let skipped = cases.count { if case .skipped = $0.outcome { true } else { false } }
    return
      "  <testsuite name=\"\(JUnit.escaped(name))\" tests=\"\(cases.count)\" failures=\"\(failed)\" errors=\"0\" skipped=\"\(skipped)\">\n"
      + cases.map(\.text).joined() + "  </testsuite>\n"
  }
}

extension JUnit.Case {
  fileprivate var text: TerminalText {
    let start: TerminalText =
      "    <testcase classname=\"\(JUnit.escaped(group))\" name=\"\(JUnit.escaped(name))\""
    switch outcome {
    case .passed: return start + "/>\n"
    case .told(let words):
      return start + "><system-out>\(JUnit.escaped(words))</system-out></testcase>\n"
    case .skipped(let words):
      return start + "><skipped message=\"\(JUnit.escaped(words))\"/></testcase>\n"
    case .failed(let kind, let message, let body):
      let lines = body.map { "\(JUnit.escaped($0))" as TerminalText }.joined(separator: "\n")
      return start
        + "><failure type=\"\(JUnit.escaped(kind))\" message=\"\(JUnit.escaped(message))\">"
        + lines + "</failure></testcase>\n"
    }
  }
}
