import Config
import Diagnostics
import FileFaults
import Files
import YAMLTree

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
          .noConfig, "the folder '\(path)' has no '.yaml' file", at: nil,
          hint: others.first?.hintWhereNothingIsRead ?? "pass another config with '--config'")
        return nil
      }
      for other in others { other.report(beside: path, into: &diagnostics) }
      guard names.count <= ConfigLimits.files else {
        throw FileError(
          path: path, reason: "it has more than \(ConfigLimits.files) config files")
      }
      var files: [SourceFile] = []
      var size = 0
      for name in names {
        files.append(try file(FilePath.join(path, name)))
        size += files.last?.bytes.count ?? 0
        guard size <= fileLimit else {
          throw FileError(
            path: path, reason: "its files have more than \(FileReading.words(fileLimit)) in total")
        }
      }
      return files
    } catch {
      diagnostics.unreadable(error, hint: "pass another config with '--config'")
      return nil
    }
  }

  /// Bytes of a config, of whatever number of files.
  private static let fileLimit = YAMLLimits.standard.fileBytes

  private static func file(_ path: String) throws(FileError) -> SourceFile {
    SourceFile(path: path, bytes: try FileReading.bytes(of: path, limit: fileLimit))
  }
}
