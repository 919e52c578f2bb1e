import Diagnostics
import Flyte
import GoPatch
import Hardening
import Model
import Origins
import Setup

/// What is known of a cluster's Flyte: of its sources where there are any, else of its release.
struct SourceSurvey {
  let findings: [SourceFinding]
  /// What the binary does that is built from the sources as they are.
  let behaviours: Behaviours
  let source: SourceSetup?
  private let reading: SourceReading?
  private let surveyed: SurveyedTree?
  private let cluster: Cluster
  private let isSample: Bool

  var hasSource: Bool { reading != nil }
  /// The folder of vendored sources whose repository has moved on.
  var outdatedFolder: String? { reading?.outdatedFolder }

  /// Looks; nil after a fault.
  static func run(
    _ cluster: Cluster, remedies: RemedyTemplates, into diagnostics: inout DiagnosticList
  ) -> SourceSurvey? {
    guard let source = cluster.flyte.source else { return modelled(cluster, remedies) }
    let reading = SourceReading.read(
      source.value, at: source.origin.span, for: remedies, into: &diagnostics)
    guard let reading else { return nil }
    let surveyed = Survey.look(
      at: reading.tree, remedies.set, fingerprints: remedies.fingerprints,
      allowsUnverified: cluster.flyte.allowsUnverifiedShapes)
    let reports = surveyed.reports
    let matching = remedies.fingerprints.releases(matching: reading.tree)
    checkVersion(cluster, matching, into: &diagnostics)
    return SourceSurvey(
      findings: reports.map(finding), behaviours: behaviours(cluster.flyte.release, reports),
      source: reading.setup(isVerified: !matching.isEmpty), reading: reading, surveyed: surveyed,
      cluster: cluster,
      isSample: matching == [sample])
  }

  /// The name of the sample in the table of shapes.
  static let sample = "sample"

  private static func modelled(_ cluster: Cluster, _ remedies: RemedyTemplates) -> SourceSurvey {
    let release = cluster.flyte.release
    let behaviours = release.behaviours
    let findings = remedies.set.rules.map { rule -> SourceFinding in
      let remedy = Remedy(rawValue: rule.name)
      let isNeeded = remedy.map { behaviours.applying($0) != behaviours } ?? false
      return SourceFinding(
        remedy: rule.name, state: isNeeded ? .needed : .notNeeded,
        reason: remedy == nil
          ? "its effect is not known, and there are no sources to look at"
          : reason(release, isNeeded: isNeeded, isOptIn: rule.isOptIn),
        isOptIn: rule.isOptIn, isModelled: remedy != nil, excludes: rule.excludes)
    }
    return SourceSurvey(
      findings: findings, behaviours: behaviours, source: nil, reading: nil, surveyed: nil,
      cluster: cluster,
      isSample: false)
  }

  /// An opt-in remedy cures no fault: it adds a setting.
  private static func reason(_ release: Release, isNeeded: Bool, isOptIn: Bool) -> String {
    switch (isNeeded, isOptIn) {
    case (true, true): "\(release.name) can have it; it is made only when it is asked for"
    case (false, true): "\(release.name) has nothing that it would change"
    case (true, false): "\(release.name) has the fault"
    case (false, false): "\(release.name) does not have the fault"
    }
  }

  /// What the sources are beats what their version says: a fix that they carry is there.
  private static func behaviours(_ release: Release, _ reports: [RemedyReport]) -> Behaviours {
    reports.filter { $0.state == .applied || $0.state == .notNeeded && !$0.isOptIn }
      .compactMap { Remedy(rawValue: $0.name) }
      .reduce(release.behaviours) { $0.applying($1) }
  }

  private static func checkVersion(
    _ cluster: Cluster, _ matching: [String], into diagnostics: inout DiagnosticList
  ) {
    let release = cluster.flyte.release.name
    guard let first = matching.first, !matching.contains(release), matching != [sample] else {
      return
    }
    let names = matching.count == 1 ? first : "\(first) to \(matching[matching.count - 1])"
    diagnostics.warning(
      .versionMismatch,
      "the sources are those of \(names), and 'version' says \(cluster.flyte.version.value)",
      at: cluster.flyte.source?.origin.span ?? cluster.flyte.version.origin.span,
      notes: [Diagnostic.Note("the version is said here", at: cluster.flyte.version.origin.span)],
      hint: "make both the same release; for a fork, say 'behavesLike'")
  }

  private static func finding(_ report: RemedyReport) -> SourceFinding {
    SourceFinding(
      remedy: report.name, state: RemedySetup.State(rawValue: report.state.rawValue) ?? .conflict,
      reason: reason(report), isOptIn: report.isOptIn,
      isModelled: Remedy(rawValue: report.name) != nil, excludes: report.excludes)
  }

  private static func reason(_ report: RemedyReport) -> String {
    guard let place = report.places.first else { return report.reason }
    var text = report.reason.isEmpty ? "" : report.reason + ": "
    text += place.path
    if !place.scope.isEmpty { text += ", \(place.scope)" }
    if !place.patternText.isEmpty { text += ", looking for '\(place.patternText)'" }
    if let line = place.line { text += "; nearest is line \(line): '\(place.lineText)'" }
    return text
  }

  /// The patch files of some remedies; none after a fault.
  func patches(
    for names: [String], remedies: RemedyTemplates, into diagnostics: inout DiagnosticList
  ) -> [PatchSetup] {
    guard let reading, let surveyed, !names.isEmpty else { return [] }
    sayPlace(into: &diagnostics)
    do throws(CompositionError) {
      let patches = try Self.compose(names, on: surveyed, remedies)
      return patches.enumerated().map { index, patch in
        let mail = PatchMail(
          rule: remedies.set[patch.remedy], patch: patch, version: cluster.flyte.version.value,
          isSample: isSample
        ).mail(
          number: index + 1, count: patches.count, namesContents: reading.namesContents || isSample)
        return PatchSetup(
          fileName: mail.fileName, remedy: patch.remedy,
          bytes: mail.render(toolVersion: PatchMail.toolName))
      }
    } catch {
      diagnostics.error(
        .remedyImpossible, Self.words(error),
        at: cluster.flyte.source?.origin.span ?? cluster.name.origin.span,
        hint: "choose the remedies in 'cures.remedies'")
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
      "'\(source.value.path)' lies in a bigger repository, and the paths in its patches begin at Flyte's root",
      at: source.origin.span,
      hint:
        "apply them with 'git am --directory=\(place)'; with 'repository' and 'ref' in place of 'path' they begin at the repository's root"
    )
  }

  /// Leaves out what another remedy of the series does already.
  private static func compose(
    _ names: [String], on surveyed: SurveyedTree, _ remedies: RemedyTemplates
  ) throws(CompositionError) -> [RemedyPatch] {
    var names = names
    while true {
      do throws(CompositionError) {
        return try Composition.compose(
          remedies: names, on: surveyed, goTemplates: remedies.goFiles)
      } catch {
        guard case .cannotApply(let report) = error,
          report.state == .notNeeded || report.state == .applied, names.contains(report.name)
        else { throw error }
        names.removeAll { $0 == report.name }
      }
    }
  }

  private static func words(_ error: CompositionError) -> String {
    switch error {
    case .unknownRemedy(let name): "there is no remedy '\(name)'"
    case .excluded(let name, let other): "'\(name)' and '\(other)' exclude each other"
    case .needs(let name, let others):
      "'\(name)' needs '\(others.joined(separator: "' or '"))' before it"
    case .cannotApply(let report): "'\(report.name)' cannot be made: \(reason(report))"
    }
  }
}
