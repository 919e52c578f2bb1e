import Config
import Diagnostics
import FileFaults
import Files
import Judges
import Model
import Values

/// Reads the files with LimitRanges and quotas, each once, and gives the namespaces their own.
struct RulesReading {
  /// The bytes of one file.
  private static let limit = 64 << 20

  private var files: TextMap<RuleManifests?> = [:]

  /// The clusters with the rules of their namespaces; faults go to `diagnostics`.
  mutating func read(_ clusters: [Cluster], into diagnostics: inout DiagnosticList) -> [Cluster] {
    clusters.map { cluster in
      for place in cluster.rules.files + cluster.namespaces.flatMap(\.rules.files)
      where files[place.path] == nil {
        files[place.path] = .some(Self.file(place, into: &diagnostics))
      }
      var cluster = cluster
      let files = files
      var crowded: (name: String, origin: Origin)?
      cluster.giveRules { name, choice in
        var rules = NamespaceRules()
        func own<Object>(
          _ objects: RulesChoice.Objects<Object>?, _ map: (RuleManifests) -> TextMap<[Object]>
        ) -> [Object] {
          let read = (objects?.files ?? []).compactMap { files[$0.path] ?? nil }.flatMap { file in
            (map(file)[name] ?? []) + (map(file)[""] ?? [])
          }
          return (objects?.written ?? []) + read
        }
        rules.limitRanges = own(choice.limitRanges, \.limitRanges)
        rules.quotas = own(choice.quotas, \.quotas)
        rules.constraints = choice.constraints
        if rules.limitRanges.count > LimitRanger.most {
          crowded = crowded ?? choice.limitRanges.map { (name, $0.origin) }
          rules.limitRanges = []
        }
        return rules
      }
      if let crowded {
        diagnostics.error(
          .wrongValue,
          "the namespace '\(crowded.name)' has more than \(LimitRanger.most) LimitRanges, which cannot be judged: they apply in random order",
          at: crowded.origin.span, hint: "make one of them")
      }
      return cluster
    }
  }

  private static func file(
    _ place: FlyteInstallation.Place, into diagnostics: inout DiagnosticList
  ) -> RuleManifests? {
    do throws(FileError) {
      let bytes = try FileReading.bytes(of: place.path, limit: limit)
      return RuleManifests(SourceFile(path: place.path, bytes: bytes), into: &diagnostics)
    } catch {
      diagnostics.unreadable(
        error, at: place.written.origin.span,
        hint: "correct the path, which is relative to the config")
      return nil
    }
  }
}
