import APIServer
import Diagnostics
import Files
import JSONText
import PodAPI
import Values
import YAMLTree

/// Data that cannot be read.
struct DataError: Error, Equatable {
  /// The file, and the line in it.
  let place: String
  let reason: String
}

/// Data that a case is read from.
enum DataFile {
  /// One line of a file.
  struct Line {
    /// The file and the line's number.
    let place: String
    let value: PlainValue
  }

  /// One value a line.
  static func lines(_ path: String) throws(DataError) -> [Line] {
    var found: [Line] = []
    let lines = try bytes(path).split(separator: 0x0A, omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() where !line.isEmpty {
      let place = "\(path):\(index + 1)"
      do throws(JSONReader.Fault) {
        found.append(Line(place: place, value: try JSONReader.read(line)))
      } catch {
        throw DataError(place: place, reason: "\(error.reason) (at byte \(error.offset + 1))")
      }
    }
    return found
  }

  /// One value a line, as the API server reads it: numbers keep their spelling.
  static func manifests(
    _ path: String
  ) throws(DataError) -> [(place: String, value: ManifestValue)] {
    var found: [(place: String, value: ManifestValue)] = []
    let lines = try bytes(path).split(separator: 0x0A, omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() where !line.isEmpty {
      let place = "\(path):\(index + 1)"
      do throws(Manifest.Fault) {
        found.append((place, try Manifest.read(Array(line)).value))
      } catch {
        throw DataError(place: place, reason: error.reason)
      }
    }
    return found
  }

  private static func bytes(_ path: String) throws(DataError) -> [UInt8] {
    do throws(FileError) {
      return try FileReading.bytes(of: path, limit: 1 << 30)
    } catch {
      throw DataError(place: error.path, reason: error.reason)
    }
  }

  /// A YAML document.
  static func yaml(_ path: String) throws(DataError) -> PlainValue {
    var diagnostics = DiagnosticList()
    let file = SourceFile(path: path, bytes: try bytes(path))
    guard let node = YAMLReader.read(file, into: &diagnostics) else {
      throw DataError(place: path, reason: DiagnosticText.render(diagnostics).text)
    }
    return PlainValue(node)
  }
}
