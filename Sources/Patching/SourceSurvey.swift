package import Deployments
package import Diagnostics
package import Flyte
import FlyteSources
import GoPatch
import Hardening
package import Model
package import TemplateLookup
import Values

/// The facts about a cluster's Flyte: from its sources if there are any, else from its release.
package struct SourceSurvey {
  package let findings: [SurveyedPatch]
  /// The behavior of a binary that is built from the sources as they are.
  package let behaviors: Behaviors
  package let source: SourceRecord?
  private let reading: SourceReading?
  private let surveyed: SurveyedTree?
  private let cluster: Cluster
  private let isSample: Bool

  package var hasSource: Bool { reading != nil }
  /// The folder of vendored sources whose repository has moved on.
  package var outdatedFolder: String? { reading?.outdatedFolder }

  /// Looks; nil after a fault.
  package static func run(
    _ cluster: Cluster, _ sources: inout SurveyedSources, _ templates: PatchTemplates,
    into diagnostics: inout DiagnosticList
  ) -> SourceSurvey? {
    guard let source = cluster.flyte.source else { return modeled(cluster, templates) }
    let looked = sources.look(
      at: source, allowsUnverified: cluster.flyte.allowsUnverifiedShapes, templates,
      into: &diagnostics)
    guard let looked else { return nil }
    let (reading, surveyed, matching) = (looked.reading, looked.surveyed, looked.matching)
    let reports = surveyed.reports
    let fork = ForkCheck(flyte: cluster.flyte, table: templates.fingerprints)
    guard !matching.isEmpty || fork.isOfItsRelease(surveyed, into: &diagnostics) else {
      return nil
    }
    let release = release(cluster.flyte, matching, into: &diagnostics)
    guard let release else { return nil }
    return SourceSurvey(
      findings: zip(templates.set.rules, reports).map(finding),
      behaviors: behaviors(release, templates.set.rules, reports),
      source: reading.record(isVerified: !matching.isEmpty), reading: reading, surveyed: surveyed,
      cluster: cluster,
      isSample: matching == [sample])
  }

  /// The name of the sample in the table of shapes.
  package static let sample = "sample"

  private static func modeled(_ cluster: Cluster, _ templates: PatchTemplates) -> SourceSurvey {
    let release = cluster.flyte.release
    let behaviors = release.behaviors
    let findings = templates.set.rules.map { rule -> SurveyedPatch in
      let patch = rule.modeled
      let isNeeded = patch.map { behaviors.applying($0) != behaviors } ?? false
      return SurveyedPatch(
        name: rule.name, state: !isNeeded ? .notNeeded : rule.isOptIn ? .available : .needed,
        reason: patch == nil
          ? "its effect is not known, and there are no sources to inspect"
          : reason(release, isNeeded: isNeeded, isOptIn: rule.isOptIn),
        isOptIn: rule.isOptIn, isModeled: patch != nil, excludes: rule.excludes)
    }
    return SourceSurvey(
      findings: findings, behaviors: behaviors, source: nil, reading: nil, surveyed: nil,
      cluster: cluster,
      isSample: false)
  }

  /// An opt-in patch removes no fault: it adds a setting.
  private static func reason(_ release: Release, isNeeded: Bool, isOptIn: Bool) -> String {
    switch (isNeeded, isOptIn) {
    case (true, true): "\(release.name) can have it; it is made only on request"
    case (false, true): "\(release.name) has nothing for it to change"
    case (true, false): "\(release.name) has the fault"
    case (false, false): "\(release.name) does not have the fault"
    }
  }

  /// Facts of the sources win over those of their version: a fix that they have exists, and one
  /// that is not found in them, as far as can be told, is not.
  private static func behaviors(
    _ release: Release, _ rules: [PatchRule], _ reports: [PatchReport]
  ) -> Behaviors {
    let applied = TextSet(reports.filter { $0.state == .applied }.map(\.name))
    return zip(rules, reports).reduce(release.behaviors) { behaviors, pair in
      let (rule, report) = pair
      guard let patch = rule.modeled else { return behaviors }
      switch report.state {
      case .applied: return behaviors.applying(patch)
      // The sources may have another patch in its place, which does not do the same.
      case .notNeeded where !applied.isDisjoint(with: rule.excludes): return behaviors
      case .notNeeded: return rule.isOptIn ? behaviors : behaviors.applying(patch)
      case .missing, .applies, .unverified, .conflict: return behaviors.lacking(patch)
      }
    }
  }

  /// The release that the sources behave as, but for what patches change: the config's, unless they
  /// are exactly those of others. What they are then beats what a fork is said to behave like; a
  /// version that is a release itself contradicts them, and nil comes back.
  private static func release(
    _ flyte: FlyteInstallation, _ matching: [String], into diagnostics: inout DiagnosticList
  ) -> Release? {
    let names = matching.filter { $0 != sample }
    let said = [flyte.release.name, flyte.version.value]
    guard let first = names.first, let last = names.last, said.allSatisfy({ !names.contains($0) })
    else { return flyte.release }
    let words = names.count == 1 ? first : "\(first) to \(last)"
    let place = flyte.source?.origin.span ?? flyte.version.origin.span
    guard let behavesLike = flyte.behavesLike else {
      diagnostics.error(
        .versionMismatch,
        "the sources are those of \(words), but 'version' is \(flyte.version.value)", at: place,
        notes: [Diagnostic.Note("the version is set here", at: flyte.version.origin.span)],
        hint: "use the same release in both; for a fork, add 'behavesLike'")
      return nil
    }
    // Of those that look alike, the one nearest to what the config says.
    let known = names.compactMap(Release.named)
    let nearest = known.last { $0 < flyte.release } ?? known.first ?? flyte.release
    diagnostics.append(
      Diagnostic(
        .note, .versionMismatch,
        "the sources are those of \(words), so they are assumed to behave like \(nearest.name), not \(behavesLike.value)",
        at: place,
        notes: [Diagnostic.Note("'behavesLike' is set here", at: behavesLike.origin.span)],
        hint: "set 'behavesLike: \(nearest.name)', or point 'source' at the fork"))
    return nearest
  }

  private static func finding(_ rule: PatchRule, _ report: PatchReport) -> SurveyedPatch {
    SurveyedPatch(
      name: report.name, state: state(report.state),
      reason: reason(report), isOptIn: report.isOptIn, isModeled: rule.isModeled,
      isVerified: report.unknownShapes.isEmpty && report.uncoveredShapes.isEmpty,
      excludes: report.excludes)
  }

  private static func state(_ state: PatchState) -> SurveyedPatch.State {
    switch state {
    case .missing: .missing
    case .notNeeded: .notNeeded
    case .applied: .applied
    case .applies: .applies
    case .unverified: .unverified
    case .conflict: .conflict
    }
  }

  private static func reason(_ report: PatchReport) -> String {
    guard let place = report.places.first else { return report.reason }
    var text = report.reason.isEmpty ? "" : report.reason + ": "
    text += place.path
    if !place.scope.isEmpty { text += ", \(place.scope)" }
    if !place.patternText.isEmpty { text += ", looking for '\(place.patternText)'" }
    if let line = place.line { text += "; nearest is line \(line): '\(place.lineText)'" }
    return text
  }

  /// The patch files of some patches; none after a fault.
  package func patches(
    for names: [String], _ templates: PatchTemplates, into diagnostics: inout DiagnosticList
  ) -> [PatchFile] {
    guard let reading, let surveyed, !names.isEmpty else { return [] }
    sayPlace(into: &diagnostics)
    do throws(CompositionError) {
      let patches = try Composition.compose(
        patches: names, on: surveyed, goTemplates: templates.goFiles)
      saySame(patches, into: &diagnostics)
      return patches.enumerated().map { index, patch in
        let mail = PatchMail(
          rule: templates.set[patch.name], patch: patch, version: cluster.flyte.version.value,
          isSample: isSample
        ).mail(
          number: index + 1, count: patches.count, namesContents: reading.namesContents || isSample)
        return PatchFile(
          fileName: mail.fileName, name: patch.name,
          bytes: mail.render(toolVersion: PatchMail.toolName))
      }
    } catch {
      diagnostics.error(
        .patchImpossible, Self.words(error),
        at: cluster.flyte.source?.origin.span ?? cluster.name.origin.span,
        hint: "select the patches in 'patches'")
      return []
    }
  }

  /// Says how to apply patches to Flyte in a folder of a bigger repository. Those for the sample are
  /// there to be read.
  private func sayPlace(into diagnostics: inout DiagnosticList) {
    guard let place = reading?.placeInRepository, !isSample,
      let source = cluster.flyte.source
    else { return }
    diagnostics.note(
      .insideRepository,
      "'\(source.value.place.path)' is a subfolder of a larger repository, but the paths in its patches start at Flyte's root",
      at: source.origin.span,
      hint:
        "apply them with 'git am --directory=\(place)'; with 'repository' and 'ref' instead of 'path', the paths start at the repository's root"
    )
  }

  /// Says of each patch that the config names why it has no file, where another's does the same.
  private func saySame(_ patches: [ComposedPatch], into diagnostics: inout DiagnosticList) {
    guard case .list(let named) = cluster.patches else { return }
    for patch in patches {
      for name in named where patch.covers.contains(name.value) {
        diagnostics.note(
          .patchNotNeeded, "no patch for '\(name.value)': '\(patch.name)' does the same",
          at: name.origin.span)
      }
    }
  }

  private static func words(_ error: CompositionError) -> String {
    switch error {
    case .unknownPatch(let name): "there is no patch '\(name)'"
    case .excluded(let name, let other): "'\(name)' and '\(other)' cannot be combined"
    case .needs(let name, let others):
      "'\(name)' needs '\(others.joined(separator: "' or '"))' before it"
    case .cannotApply(let report): "'\(report.name)' cannot be made: \(reason(report))"
    }
  }
}
