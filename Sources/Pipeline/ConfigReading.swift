import Diagnostics
import Files

/// Reads the config: one file, or every `*.yaml` of a folder, not deeper.
enum ConfigReading {
  /// The files, in byte order of their names; nil after a fault.
  static func read(_ path: String, into diagnostics: inout DiagnosticList) -> [SourceFile]? {
    do throws(FileError) {
      guard FileReading.isFolder(path) else { return [try file(path)] }
      let names = try FileReading.names(in: path).filter { name in
        name.hasSuffix(".yaml") && !name.hasPrefix(".")
          && !FileReading.isFolder(FilePath.join(path, name))
      }
      guard !names.isEmpty else {
        diagnostics.error(
          .noConfig, "the folder '\(path)' holds no '.yaml' file", at: nil,
          hint: "name another config with '--config'")
        return nil
      }
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
