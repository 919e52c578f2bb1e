import CommandLine
import Diagnostics
import FileFaults
import Files
import YAMLTree

/// Files that the command line names; `-` is standard input.
enum FileArguments {
  /// Refuses '-' for several files: standard input can be read once.
  static func checkStandardInput(
    _ invocation: Invocation, command: String
  ) throws(UsageError) {
    let files = ["pod-template", "task-pod", "values", "pods"]
    let count = files.reduce(0) { count, option in
      count + (invocation.options[option] ?? []).count { $0 == "-" }
    }
    guard count < 2 else {
      throw UsageError(
        "'-' is standard input, which can be read once", word: "",
        hint: "save one of the inputs to a file", command: command)
    }
  }

  /// A file; nil after a fault.
  /// - Parameter option: the option that names it.
  static func file(
    _ path: String, option: String, into diagnostics: inout DiagnosticList
  ) -> SourceFile? {
    let limit = YAMLLimits.standard.fileBytes
    do throws(FileError) {
      let bytes =
        path == "-"
        ? try FileReading.standardInput(limit: limit)
        : try FileReading.bytes(of: path, limit: limit)
      return SourceFile(path: path == "-" ? "<stdin>" : path, bytes: bytes)
    } catch {
      diagnostics.error(
        .unreadable, "cannot read '\(error.path)': \(error.reason)", at: nil,
        hint: "pass another file with '--\(option)', or '-' for standard input")
      return nil
    }
  }
}
