public import Diagnostics
import FileFaults
public import Flyte
import FlyteSources
import Git
public import GoPatch
public import Model
import TemplateLookup
import Values

/// Looks at sources to say how every patch stands to them; makes no patches.
public struct PatchSurvey: Sendable {
  /// The sources.
  public enum Subject: Sendable {
    /// Those of the clusters of a config.
    case clusters([Cluster])
    /// A folder, as it is on disk.
    case folder(String)
    /// A local git repository at the tags of releases, then at refs.
    case repository(String, releases: [Release], refs: [String])
  }

  private let subject: Subject
  private let templatesFolder: String?

  /// Makes a survey.
  /// - Parameter templatesFolder: a folder of the user's own templates; the config's clusters bring
  ///   their own.
  public init(of subject: Subject, templatesFolder: String? = nil) {
    self.subject = subject
    self.templatesFolder = templatesFolder
  }

  /// The patches that there are; nil after a fault.
  public static func patches(
    templatesFolder: String?, into diagnostics: inout DiagnosticList
  ) -> [PatchRule]? {
    let library = TemplateLibrary(users: templatesFolder)
    library.checkUsers(at: nil, into: &diagnostics)
    return PatchTemplates.read(library, into: &diagnostics)?.set.rules
  }

  /// Looks; nil after a fault.
  public func table(into diagnostics: inout DiagnosticList) -> PatchTable? {
    let library = TemplateLibrary(users: templatesFolder)
    // A config's own folder was looked at with the config.
    if case .clusters = subject {} else { library.checkUsers(at: nil, into: &diagnostics) }
    guard let templates = PatchTemplates.read(library, into: &diagnostics) else { return nil }
    let sources =
      switch subject {
      case .clusters(let all): clusters(all, templates, into: &diagnostics)
      case .folder(let path): self.folder(path, templates, into: &diagnostics)
      case .repository(let path, let releases, let refs):
        repository(path, releases, refs, templates, into: &diagnostics)
      }
    guard !diagnostics.hasErrors else { return nil }
    return PatchTable(patches: templates.set.rules, sources: sources)
  }

  private func clusters(
    _ all: [Cluster], _ templates: PatchTemplates, into diagnostics: inout DiagnosticList
  ) -> [PatchTable.Source] {
    guard all.contains(where: { $0.flyte.source != nil }) else {
      diagnostics.error(
        .noSource,
        all.count == 1
          ? "'\(all[0].name.value)' has no sources to inspect"
          : "none of the \(all.count) clusters has sources to inspect",
        at: all.first?.name.origin.span,
        hint: "add 'source' to its 'flyte', or pass sources: 'flyte-harden patches SOURCE'")
      return []
    }
    var sources: [PatchTable.Source] = []
    var surveyed = SurveyedSources()
    for cluster in all {
      guard let source = cluster.flyte.source else {
        diagnostics.note(
          .noSource, "'\(cluster.name.value)' has no sources to inspect",
          at: cluster.name.origin.span, hint: "add 'source' to its 'flyte'")
        continue
      }
      let look = surveyed.look(
        at: source, allowsUnverified: cluster.flyte.allowsUnverifiedShapes, templates,
        into: &diagnostics)
      guard let reports = look?.surveyed.reports else { continue }
      sources.append(PatchTable.Source(name: cluster.name.value, reports: reports))
    }
    return sources
  }

  private func folder(
    _ path: String, _ templates: PatchTemplates, into diagnostics: inout DiagnosticList
  ) -> [PatchTable.Source] {
    let reading = SourceReading.read(
      .folder(.init(path: path, written: Located(path, origin: .tool))), at: nil, for: templates,
      into: &diagnostics)
    guard let reading else { return [] }
    let reports = Survey.run(
      templates.set, tree: reading.tree, fingerprints: templates.fingerprints)
    return [PatchTable.Source(name: path, reports: reports)]
  }

  private func repository(
    _ path: String, _ releases: [Release], _ refs: [String], _ templates: PatchTemplates,
    into diagnostics: inout DiagnosticList
  ) -> [PatchTable.Source] {
    let found: RepositoryTrees
    do throws(GitError) {
      found = try RepositoryTrees.read(
        in: path, tags: releases.map(\.name), refs: refs, for: templates.set)
    } catch {
      diagnostics.unreadable(error, in: path)
      return []
    }
    guard !found.trees.isEmpty else {
      diagnostics.error(
        .unreadableSource, "'\(path)' has no tag for any of these releases", at: nil,
        hint: "fetch its tags, or pass refs with '--ref'")
      return []
    }
    guard !found.isEmpty else {
      let names = Self.list(found.trees.map(\.name))
      diagnostics.noSources(in: "'\(path)' at \(names)", insteadIn: found.otherFolder, at: nil)
      return []
    }
    if !found.absentTags.isEmpty {
      let count = found.absentTags.count
      diagnostics.note(
        .absentTags,
        "'\(path)' has no tags for \(count) of these releases: \(Self.list(found.absentTags))",
        at: nil, hint: "fetch its tags to inspect them as well")
    }
    return Survey.run(templates.set, releases: found.trees, fingerprints: templates.fingerprints)
      .map {
        PatchTable.Source(name: $0.release, reports: $0.reports)
      }
  }

  /// The first few names.
  private static func list(_ names: [String]) -> String {
    names.prefix(3).joined(separator: ", ") + (names.count > 3 ? ", …" : "")
  }
}
