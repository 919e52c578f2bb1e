import Deployments
import Diagnostics
import Model
import Values

/// Holds the patches that a config names against what the survey found.
struct PatchSelectionCheck {
  let findings: [SurveyedPatch]
  let version: String

  /// Checks the deployed patches of the config: this Flyte must need each of them and be able to
  /// have it.
  func deployed(_ names: [Located<String>], into diagnostics: inout DiagnosticList) {
    for name in names {
      guard let finding = find(name, into: &diagnostics) else { continue }
      switch finding.state {
      case .notNeeded:
        diagnostics.error(
          .patchNotNeeded,
          "'\(name.value)' cannot be deployed: \(version) does not need it (\(finding.reason))",
          at: name.origin.span, hint: "remove it from 'deployed.patches'",
          fix: Fix(takingOut: name.origin.span, .certain))
      case .missing, .conflict, .unverified:
        impossible(finding, at: name.origin.span, into: &diagnostics)
      case .applies, .applied, .needed, .available: break
      }
    }
  }

  /// Checks the patches that the config requests by name.
  func asked(
    _ names: [Located<String>], hasSource: Bool, into diagnostics: inout DiagnosticList
  ) {
    for name in names {
      guard let finding = find(name, into: &diagnostics) else { continue }
      switch finding.state {
      case .notNeeded, .applied:
        diagnostics.note(
          .patchNotNeeded,
          "no patch for '\(name.value)': \(finding.state == .applied ? "the sources have this change" : finding.reason)",
          at: name.origin.span)
      case .missing, .conflict, .unverified:
        impossible(finding, at: name.origin.span, into: &diagnostics)
      case .needed where !hasSource, .available where !hasSource:
        withoutSource([finding], .warning, at: name.origin.span, into: &diagnostics)
      case .applies, .needed, .available: break
      }
    }
  }

  /// Chooses the patches that `auto` finds needed.
  func automatic(
    _ needed: [SurveyedPatch], hasSource: Bool, at span: Span?,
    into diagnostics: inout DiagnosticList
  ) {
    for finding in needed where [.missing, .conflict, .unverified].contains(finding.state) {
      impossible(finding, at: span, into: &diagnostics)
    }
    if !hasSource, !needed.isEmpty {
      withoutSource(needed, .note, at: span, into: &diagnostics)
    }
  }

  /// Patches that cannot be combined.
  func exclusive(_ names: [Located<String>], into diagnostics: inout DiagnosticList) {
    for (index, name) in names.enumerated() {
      let excluded = findings.first { $0.name == name.value }?.excludes ?? []
      for other in names[..<index] where excluded.contains(other.value) {
        diagnostics.error(
          .patchesExclude, "'\(name.value)' and '\(other.value)' cannot be combined",
          at: name.origin.span,
          notes: [Diagnostic.Note("'\(other.value)' is named here", at: other.origin.span)],
          hint: "keep one of them")
      }
    }
  }

  private func find(
    _ name: Located<String>, into diagnostics: inout DiagnosticList
  ) -> SurveyedPatch? {
    if let finding = findings.first(where: { $0.name == name.value }) { return finding }
    let known = findings.map(\.name)
    let nearest = NearestName.of(name.value, among: known)
    diagnostics.error(
      .unknownPatch, "there is no patch '\(name.value)'", at: name.origin.span,
      hint: nearest.map { "did you mean '\($0)'?" }
        ?? "known patches: \(known.joined(separator: ", "))",
      fix: nearest.flatMap {
        Fix(replacing: name.value, at: name.origin.span, by: $0, .likely)
      })
    return nil
  }

  private func impossible(
    _ finding: SurveyedPatch, at span: Span?, into diagnostics: inout DiagnosticList
  ) {
    if finding.state == .unverified {
      diagnostics.error(
        .unverifiedShape, "'\(finding.name)' is not made: \(finding.reason)", at: span,
        hint: "review that function, then add 'unverifiedShapes: allow' next to 'source'")
    } else {
      diagnostics.error(
        .patchImpossible, "'\(finding.name)' cannot be made: \(finding.reason)", at: span,
        hint:
          "point 'source' at an unchanged checkout of \(version), or choose the patches in 'patches'"
      )
    }
  }

  private func withoutSource(
    _ needed: [SurveyedPatch], _ severity: Severity, at span: Span?,
    into diagnostics: inout DiagnosticList
  ) {
    let names = needed.map { "'\($0.name)'" }.joined(separator: ", ")
    diagnostics.append(
      Diagnostic(
        severity, .patchWithoutSource,
        "no patches are written because 'source' is missing; patches for \(version): \(names)",
        at: span,
        hint:
          "add 'source' with a Flyte checkout to the cluster's 'flyte', or set 'patches: none'"
      ))
  }
}
