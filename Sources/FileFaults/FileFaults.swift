public import Diagnostics
package import Files

extension DiagnosticID {
  /// A file that cannot be read.
  public static let unreadable = DiagnosticID(
    "file/unreadable", meaning: "A file or a folder cannot be read.",
    fix: "Check its path and its permissions.")
  /// A file that cannot be written.
  public static let unwritable = DiagnosticID(
    "file/unwritable", meaning: "A file or a folder cannot be written.",
    fix: "Check its path and its permissions.")
}

/// Files: reading and writing.
public enum FileFaults {
  /// All of them.
  public static let all: [DiagnosticID] = [
    .unreadable, .unwritable,
  ]
}

extension DiagnosticList {
  /// Adds what kept a file from being written.
  package mutating func unwritable(_ error: FileError) {
    self.error(.unwritable, "cannot write '\(error.path)': \(error.reason)", at: nil)
  }

  /// Adds what kept a file from being read.
  package mutating func unreadable(_ error: FileError, at span: Span? = nil, hint: String? = nil) {
    self.error(
      .unreadable, "cannot read '\(error.path)': \(error.reason)", at: span, hint: hint)
  }
}
