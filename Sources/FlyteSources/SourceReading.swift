package import Deployments
package import Diagnostics
import Digests
import Files
import Git
package import GoPatch
package import Model
package import TemplateLookup
import Values

/// The Flyte sources of a cluster, read once: the files that rules speak of, and no others.
package struct SourceReading {
  package let tree: SourceTree
  /// The commit, when a repository was read at a ref.
  package let commit: String?
  /// True if git names contents by SHA-1, so that patches can.
  package let namesContents: Bool
  package let files: TextMap<[UInt8]>
  /// The path of a plain folder in a bigger repository that has it; nil at a repository's root.
  package var placeInRepository: String?
  /// The folder, when it holds vendored sources whose repository has moved on.
  package var outdatedFolder: String?

  /// Reads them; nil after a fault.
  package static func read(
    _ source: FlyteInstallation.Source, at span: Span?, for patches: PatchTemplates,
    into diagnostics: inout DiagnosticList
  ) -> SourceReading? {
    switch source {
    case .folder(let place):
      folder(place, patches, at: span, into: &diagnostics)
    case .repository(let place, let ref):
      repository(place, ref, patches.set, at: span, into: &diagnostics)
    }
  }

  /// The record of what the patches were computed from.
  package func record(isVerified: Bool) -> SourceRecord {
    SourceRecord(
      commit: commit,
      files: files.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.map {
        SourceRecord.File(path: $0.key, blob: BlobID.of($0.value))
      }, isVerified: isVerified)
  }
}

extension DiagnosticList {
  /// Says that a place holds nothing that rules speak of.
  /// - Parameters:
  ///   - place: the folder, or the repository and a ref.
  ///   - other: where in the repository such files are.
  ///   - hint: what to do instead.
  package mutating func noSources(
    in place: String, insteadIn other: String? = nil, otherwise hint: String? = nil, at span: Span?
  ) {
    error(
      .unreadableSource, "there are no Flyte sources in \(place)", at: span,
      hint: other.map { "the repository has them in '\($0)': use that folder" }
        ?? hint
        ?? "use the folder that contains 'flyteplugins', or a git repository and a ref; v1.9.0 and v1.9.1 do not contain it"
    )
  }
}
