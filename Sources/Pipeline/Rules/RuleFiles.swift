import Config
import Diagnostics
import FileFaults
import Files
import Model
import Values

/// Files with objects of a cluster, each read once.
struct RuleFiles {
  /// The bytes of one file, and of all.
  private static let fileLimit = 64 << 20
  private static let limit = 256 << 20

  private var bytes = limit
  private var rules: TextMap<RuleManifests?> = [:]
  private var constraints: TextMap<ConstraintManifests?> = [:]
  private var namespaces: TextMap<NamespaceManifests?> = [:]

  /// The LimitRanges and quotas of a file; nil after a fault.
  mutating func rules(
    _ place: FlyteInstallation.Place, into diagnostics: inout DiagnosticList
  ) -> RuleManifests? {
    if let known = rules[place.path] { return known }
    let made = read(place, into: &diagnostics) { RuleManifests($0, into: &$1) }
    rules[place.path] = .some(made)
    return made
  }

  /// The SCCs of a file; nil after a fault.
  mutating func constraints(
    _ place: FlyteInstallation.Place, into diagnostics: inout DiagnosticList
  ) -> ConstraintManifests? {
    if let known = constraints[place.path] { return known }
    let made = read(place, into: &diagnostics) { ConstraintManifests($0, into: &$1) }
    constraints[place.path] = .some(made)
    return made
  }

  /// The namespaces of a file; nil after a fault.
  mutating func namespaces(
    _ place: FlyteInstallation.Place, into diagnostics: inout DiagnosticList
  ) -> NamespaceManifests? {
    if let known = namespaces[place.path] { return known }
    let made = read(place, into: &diagnostics) { NamespaceManifests($0, into: &$1) }
    namespaces[place.path] = .some(made)
    return made
  }

  private mutating func read<Objects>(
    _ place: FlyteInstallation.Place, into diagnostics: inout DiagnosticList,
    _ make: (SourceFile, inout DiagnosticList) -> Objects?
  ) -> Objects? {
    do throws(FileError) {
      let content = try FileReading.bytes(of: place.path, limit: Self.fileLimit)
      bytes -= content.count
      guard bytes >= 0 else {
        throw FileError(
          path: place.path,
          reason:
            "the files with objects of clusters have more than \(FileReading.words(Self.limit)) in total"
        )
      }
      return make(SourceFile(path: place.path, bytes: content), &diagnostics)
    } catch {
      diagnostics.unreadable(
        error, at: place.written.origin.span,
        hint: "correct the path, which is relative to the config")
      return nil
    }
  }
}
