import Files

/// A path that may lead to a config.
public enum ConfigPlace {
  /// Returns whether a path is a config: a YAML file, or a folder that has some of its own and no
  /// cluster that was generated.
  public static func isConfig(_ path: String) -> Bool {
    switch FileReading.kind(of: path) {
    case .file: return path.hasSuffix(".yaml") || path.hasSuffix(".yml")
    case .folder:
      let names = (try? FileReading.names(in: path)) ?? []
      return names.contains { $0.hasSuffix(".yaml") }
        && !names.contains {
          FileReading.kind(of: FilePath.join(path, $0 + "/setup.yaml")) == .file
        }
    default: return false
    }
  }
}
