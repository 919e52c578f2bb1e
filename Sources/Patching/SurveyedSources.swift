package import Diagnostics
package import FlyteSources
package import GoPatch
package import Model
package import TemplateLookup
package import Values

/// The sources of a config's clusters, each read and looked at once, however many clusters have it.
package struct SurveyedSources {
  /// The number of different sources that a config may name.
  package static let limit = 100

  /// Sources that were looked at.
  package struct Look {
    package let reading: SourceReading
    package let surveyed: SurveyedTree
    /// The releases that they are exactly those of.
    package let matching: [String]
  }

  private struct Key: Hashable {
    let path: ByteText
    let ref: ByteText?
    let allowsUnverified: Bool
  }

  private var known: [Key: Look?] = [:]

  /// Nothing is known yet.
  package init() {}

  /// Looks; nil after a fault, which is told where the source is named first.
  package mutating func look(
    at source: Located<FlyteInstallation.Source>, allowsUnverified: Bool,
    _ patches: PatchTemplates, into diagnostics: inout DiagnosticList
  ) -> Look? {
    var ref: ByteText?
    if case .repository(_, let located) = source.value { ref = ByteText(located.value) }
    let key = Key(
      path: ByteText(source.value.place.path), ref: ref, allowsUnverified: allowsUnverified)
    if let look = known[key] { return look }
    guard known.count < Self.limit else {
      diagnostics.error(
        .unreadableSource, "the config names more than \(Self.limit) different sources",
        at: source.origin.span, hint: "split it into several configs, each with its own output")
      return nil
    }
    let reading = SourceReading.read(
      source.value, at: source.origin.span, for: patches, into: &diagnostics)
    let look = reading.map { reading in
      let surveyed = Survey.look(
        at: reading.tree, patches.set, fingerprints: patches.fingerprints,
        allowsUnverified: allowsUnverified)
      return Look(
        reading: reading, surveyed: surveyed,
        matching: patches.fingerprints.releases(matching: surveyed))
    }
    known[key] = look
    return look
  }
}
