import Diagnostics
import Files

/// A config beside or below a config folder's own files, which is not read.
///
/// Folders are not gone into when a config is read: templates, sources and outputs may lie there.
struct OtherConfigs {
  private let file: SourceFile
  /// True if it lies in the folder itself, under a name that is not read.
  private let isBeside: Bool

  /// The most names that are looked at, so that a big checkout among them costs nothing.
  private static let limit = 2_000
  /// The largest file that is looked into, in bytes.
  private static let fileLimit = 1 << 20
  /// The most bytes that are looked into.
  private static let sizeLimit = 16 << 20

  /// Those of a folder, outer ones first.
  /// - Parameter read: the names that are read.
  static func below(_ folder: String, beside read: [String]) -> [OtherConfigs] {
    var found: [OtherConfigs] = []
    var folders = [folder][...]
    var count = 0
    var size = 0
    while let place = folders.popFirst() {
      // What cannot be listed holds nothing that could be read.
      for name in (try? FileReading.names(in: place)) ?? [] where !name.hasPrefix(".") {
        count += 1
        guard count <= limit else { return found }
        let path = FilePath.join(place, name)
        let isTop = place == folder
        switch FileReading.kind(of: path) {
        case .folder: folders.append(path)
        case .file where isYAML(name) && !(isTop && read.contains(name)):
          guard let bytes = try? FileReading.bytes(of: path, limit: fileLimit) else { continue }
          size += bytes.count
          guard size <= sizeLimit else { return found }
          guard isConfig(bytes) else { continue }
          found.append(
            OtherConfigs(file: SourceFile(path: path, bytes: bytes), isBeside: isTop))
        default: continue
        }
      }
    }
    return found
  }

  private static func isYAML(_ name: String) -> Bool {
    let name = name.lowercased()
    return name.hasSuffix(".yaml") || name.hasSuffix(".yml")
  }

  /// True if a text says that it is a config, and not that it was generated.
  private static func isConfig(_ bytes: [UInt8]) -> Bool {
    let lines = bytes.split { $0 == 0x0A || $0 == 0x0D }.filter { !$0.starts(with: [0x20]) }
    func says(_ first: String, _ second: String) -> Bool {
      lines.contains { $0.contains(first.utf8) && $0.contains(second.utf8) }
    }
    return says("apiVersion", "flyte-harden/") && !says("kind", "ClusterSetup")
  }

  func report(beside folder: String, into diagnostics: inout DiagnosticList) {
    diagnostics.warning(
      .configNotRead,
      isBeside
        ? "this config is not read: only the files in a folder that end in '.yaml' are"
        : "this config is not read: only the files in the folder itself are, not those in subfolders",
      at: .whole(file),
      hint: isBeside
        ? "rename it to end in '.yaml'"
        : "move it to '\(folder)', or pass its folder with '--config'")
  }

  /// Advice on how to have it read, if nothing else is.
  var hintWhereNothingIsRead: String {
    isBeside
      ? "rename '\(file.path)' to end in '.yaml'"
      : "'\(file.path)' is a config: pass its folder with '--config'"
  }
}

extension Sequence<UInt8> {
  /// True if bytes stand in it, one behind the other.
  fileprivate func contains(_ bytes: some Collection<UInt8>) -> Bool {
    let all = Array(self)
    let wanted = Array(bytes)
    guard all.count >= wanted.count else { return false }
    return (0...all.count - wanted.count).contains {
      all[$0..<$0 + wanted.count].elementsEqual(wanted)
    }
  }
}
