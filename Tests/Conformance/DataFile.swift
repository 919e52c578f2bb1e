import Diagnostics
import Files
import JSONText
import PodAPI
import YAMLTree

/// Data that a case is read from.
enum DataFile {
  /// One value a line.
  static func lines(_ path: String) throws -> [PlainValue] {
    try FileReading.bytes(of: path, limit: 1 << 30).split(separator: 0x0A)
      .map { try JSONReader.read($0) }
  }

  /// A YAML document.
  static func yaml(_ path: String) throws -> PlainValue {
    var diagnostics = DiagnosticList()
    let file = SourceFile(path: path, bytes: try FileReading.bytes(of: path))
    guard let node = YAMLReader.read(file, into: &diagnostics) else {
      throw FileError(path: path, reason: DiagnosticText.render(diagnostics))
    }
    return PlainValue(node)
  }
}
