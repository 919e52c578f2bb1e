/// The limits of GitHub for a report. Anything beyond a limit is cut, and a count shows how much.
public enum GitHubLimits {
  /// Annotations of a kind that a step shows: errors, warnings, notices.
  ///
  /// docs.github.com/en/actions/reference/limits: 10 errors, 10 warnings and 10 notices for each step.
  public static let annotations = 10
  /// The length of an annotation's title.
  ///
  /// docs.github.com/en/rest/checks/runs, `annotations`: 255 characters, and 64 KB.
  public static let title = 255
  /// The size of an annotation's text. The same page.
  public static let annotationBytes = 64 << 10
  /// The size of a comment or of a step's summary. GitHub refuses a comment of more than 65,536 characters.
  public static let commentBytes = 60_000
  /// Results that code scanning shows of a run; it refuses a file with more than 25,000.
  ///
  /// docs.github.com/en/code-security/code-scanning/troubleshooting-sarif-uploads/results-exceed-limit
  public static let results = 5_000
  /// Locations that it shows of a result, with the related ones; it refuses more than 1,000. The same page.
  public static let locations = 100
  /// The size of a file, which GitHub counts when it is compressed; no file is larger then.
  ///
  /// docs.github.com/en/code-security/code-scanning/troubleshooting-sarif-uploads/file-too-large: 10 MB.
  public static let fileBytes = 10_000_000
  /// The length of a rule's name.
  ///
  /// docs.github.com/en/code-security/reference/code-scanning/sarif-files/sarif-support: 255 and 1,024 characters.
  public static let ruleName = 255
  /// The length of a rule's descriptions. The same page.
  public static let description = 1_024
  /// The length of a result's message. GitHub names no limit; this is more than anybody reads.
  public static let message = 4_000

  /// The start of a text that is too long.
  /// - Parameter length: in Unicode scalars, the mark of the cut included.
  public static func cut(_ text: String, to length: Int) -> String {
    let scalars = text.unicodeScalars
    guard scalars.index(scalars.startIndex, offsetBy: length, limitedBy: scalars.endIndex) != nil,
      scalars.count > length
    else { return text }
    return String(String.UnicodeScalarView(scalars.prefix(length - 1))) + "…"
  }
}
