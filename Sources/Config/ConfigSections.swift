import Diagnostics
import Model
import Values

/// The sections of all files of a config, merged.
struct ConfigSections {
  /// A cluster as it is written, with the folder that its paths are relative to.
  struct ClusterSection {
    let name: Located<String>
    let body: OriginTree
    let folder: String
  }

  var profiles: [ProfileTable.Definition] = []
  private var clusters: [ClusterSection] = []
  private var defaults = OriginTree.empty
  private var defaultsFolder = ""
  private(set) var templatesFolder: Located<String>?
  private var firstProfiles: TextMap<Origin> = [:]
  private var firstClusters: TextMap<Origin> = [:]
  /// True if nothing was left out that may define a profile.
  private var areProfilesKnown = true
  /// True if nothing was left out that may be a cluster.
  private var areClustersKnown = true
  /// The place for clusters.
  private var clustersPlace: Span?

  mutating func add(
    _ tree: OriginTree, folder: String, into diagnostics: inout DiagnosticList
  ) {
    if tree.isBroken || tree["profiles"]?.isBroken == true { areProfilesKnown = false }
    if tree.isBroken || tree["clusters"]?.isBroken == true { areClustersKnown = false }
    clustersPlace = clustersPlace ?? (tree["clusters"] ?? tree).origin.span
    for entry in tree["profiles"]?.entries ?? [] {
      let first = firstProfiles.updateValue(entry.keyOrigin, forKey: entry.key)
      if let first {
        twice("profile", entry, first, into: &diagnostics)
        firstProfiles[entry.key] = first
      }
      profiles.append(.init(name: entry.key, origin: entry.keyOrigin, body: entry.value))
    }
    for entry in tree["clusters"]?.entries ?? [] {
      let first = firstClusters.updateValue(entry.keyOrigin, forKey: entry.key)
      if let first {
        twice("cluster", entry, first, into: &diagnostics)
        firstClusters[entry.key] = first
      }
      clusters.append(
        ClusterSection(
          name: Located(entry.key, origin: entry.keyOrigin), body: entry.value, folder: folder))
    }
    for entry in tree["clusterDefaults"]?.entries ?? [] {
      if let first = defaults.entries.first(where: { $0.key == entry.key }) {
        twice("default", entry, first.keyOrigin, into: &diagnostics)
      }
    }
    if let section = tree["clusterDefaults"] {
      defaults = ClusterMerge.merge(section, over: defaults)
      defaultsFolder = folder
    }
    for entry in tree.entries where entry.key == "templatesFolder" {
      guard let text = entry.value.string else { continue }
      if let templatesFolder {
        diagnostics.error(
          .definedTwice, "'templatesFolder' is set twice", at: entry.keyOrigin.span,
          notes: [Diagnostic.Note("first set here", at: templatesFolder.origin.span)],
          hint: "keep one of them: a config has only one templates folder")
        continue
      }
      templatesFolder = Located(SourcePath.resolve(text, from: folder), origin: entry.value.origin)
    }
  }

  private func twice(
    _ kind: String, _ entry: OriginTree.Entry, _ first: Origin,
    into diagnostics: inout DiagnosticList
  ) {
    diagnostics.error(
      .definedTwice, "the \(kind) '\(entry.key)' is defined twice", at: entry.keyOrigin.span,
      notes: [Diagnostic.Note("first defined here", at: first.span)],
      hint: "keep one definition, or rename one")
  }

  func model(clusters wanted: [String], into diagnostics: inout DiagnosticList) -> Model? {
    var table = ProfileTable(profiles, isComplete: areProfilesKnown)
    table.check(into: &diagnostics)
    if clusters.isEmpty {
      checkNone(into: &diagnostics)
    } else {
      checkWanted(wanted, into: &diagnostics)
    }
    var result: [Cluster] = []
    var fields = FieldFindings()
    var room = ClusterRoom()
    let named = Set(wanted.map { ByteText($0) })
    for section in clusters where named.isEmpty || named.contains(ByteText(section.name.value)) {
      let body = ClusterMerge.merge(section.body, over: defaults)
      guard room.takes(section, body, into: &diagnostics) else { break }
      let lines = AssignReader.lines(body["assign"])
      fields.note(lines)
      var reader = ClusterReader(
        section: section, body: body, lines: lines,
        defaultsFolder: section.body[path: ["flyte", "source"]] == nil
          ? defaultsFolder : section.folder,
        tasksFolder: section.body["tasks"] == nil ? defaultsFolder : section.folder,
        rulesFolders: RulesReader.Folders(
          limitRanges: section.body["limitRanges"] == nil ? defaultsFolder : section.folder,
          quotas: section.body["quotas"] == nil ? defaultsFolder : section.folder,
          constraints: section.body["scc"] == nil ? defaultsFolder : section.folder,
          namespaces: section.body["namespaces"] == nil ? defaultsFolder : section.folder),
        valuesFolder: section.body["values"] == nil ? defaultsFolder : section.folder)
      let cluster = reader.read(&table, &fields, &room, into: &diagnostics)
      if let cluster { result.append(cluster) }
    }
    if wanted.isEmpty { fields.checkUnassigned(&table, into: &diagnostics) }
    table.checkSize(into: &diagnostics)
    return diagnostics.hasErrors
      ? nil
      : Model(
        clusters: result, templatesFolder: templatesFolder, layers: table.layers)
  }

  /// Without clusters there is nothing to make.
  private func checkNone(into diagnostics: inout DiagnosticList) {
    guard areClustersKnown else { return }
    diagnostics.error(
      .missingKey, "the config has no clusters, so there is nothing to generate", at: clustersPlace,
      hint: "add 'clusters: { production: { flyte: { version: v1.16.8 }, … } }'")
  }

  /// `--cluster` may only name clusters that are there.
  private func checkWanted(_ wanted: [String], into diagnostics: inout DiagnosticList) {
    let names = clusters.map(\.name.value)
    let known = Set(names.map { ByteText($0) })
    for name in wanted where !known.contains(ByteText(name)) {
      diagnostics.error(
        .unknownCluster, "the config has no cluster '\(name)'", at: nil,
        hint: NearestName.of(name, among: names).map { "did you mean '\($0)'?" }
          ?? "known clusters: \(names.prefix(20).joined(separator: ", "))\(names.count > 20 ? ", …" : "")"
      )
    }
  }
}

/// A cluster's own keys over `clusterDefaults`: mappings are merged, lists replaced.
enum ClusterMerge {
  static func merge(_ upper: OriginTree, over lower: OriginTree) -> OriginTree {
    guard case .mapping(let above) = upper.content, case .mapping(let below) = lower.content else {
      return upper
    }
    var result = below
    let places = EntryLookup(below)
    for entry in above {
      if let index = places.position(of: entry.key) {
        // `source` is one of two forms, which do not mix.
        let merged =
          entry.key == "source" ? entry.value : merge(entry.value, over: result[index].value)
        result[index].value = merged
      } else {
        result.append(entry)
      }
    }
    return OriginTree(
      .mapping(result), origin: upper.origin, isBroken: upper.isBroken || lower.isBroken)
  }
}

/// Paths of a config, relative to its file.
enum SourcePath {
  static func resolve(_ path: String, from folder: String) -> String {
    if path.hasPrefix("/") || folder.isEmpty || folder == "." { return path }
    var parts = folder.split(separator: "/").map(String.init)
    for part in path.split(separator: "/") {
      if part == "." { continue }
      if part == "..", let last = parts.last, last != ".." {
        parts.removeLast()
      } else {
        parts.append(String(part))
      }
    }
    let text = parts.joined(separator: "/")
    return (folder.hasPrefix("/") ? "/" : "") + (text.isEmpty ? "." : text)
  }
}
