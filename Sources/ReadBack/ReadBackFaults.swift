public import Diagnostics

extension DiagnosticID {
  /// A generated file that does not say what such a file says.
  public static let brokenSnapshot = DiagnosticID(
    "snapshot/broken",
    meaning: "A generated file is damaged, or was written by another version of the tool.",
    fix: "Restore the file, or write it again with `generate`.")
}

/// The faults of this module.
public enum ReadBackFaults {
  /// All of them.
  public static let all: [DiagnosticID] = [.brokenSnapshot]
}
