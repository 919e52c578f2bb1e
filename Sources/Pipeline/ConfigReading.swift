import Diagnostics
import Files

/// Reads the config: one file, or every `*.yaml` of a folder, not deeper. A config that lies deeper is
/// named.
enum ConfigReading {
  /// The files, in byte order of their names; nil after a fault.
  static func read(_ path: String, into diagnostics: inout DiagnosticList) -> [SourceFile]? {
    do throws(FileError) {
      guard FileReading.isFolder(path) else { return [try file(path)] }
      let names = try FileReading.names(in: path).filter { name in
        name.hasSuffix(".yaml") && !name.hasPrefix(".")
          && !FileReading.isFolder(FilePath.join(path, name))
      }
      let others = OtherConfigs.below(path, beside: names)
      guard !names.isEmpty else {
        diagnostics.error(
          .noConfig, "the folder '\(path)' holds no '.yaml' file", at: nil,
          hint: others.first?.hintWhereNothingIsRead ?? "name another config with '--config'")
        return nil
      }
      for other in others { other.report(beside: path, into: &diagnostics) }
      var files: [SourceFile] = []
      for name in names { files.append(try file(FilePath.join(path, name))) }
      return files
    } catch {
      diagnostics.unreadable(error, hint: "name another config with '--config'")
      return nil
    }
  }

  private static func file(_ path: String) throws(FileError) -> SourceFile {
    SourceFile(path: path, bytes: try FileReading.bytes(of: path))
  }
}
