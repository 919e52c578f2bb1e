package import Diagnostics
import Flyte
package import GoPatch
import Hardening
package import Model
import Values

/// Holds a fork against the release that it is said to be of.
package struct ForkCheck {
  package let flyte: FlyteInstallation
  package let table: FingerprintTable

  /// Whether the functions that are known do not speak for another release; else an error.
  package func isOfItsRelease(_ surveyed: SurveyedTree, into diagnostics: inout DiagnosticList)
    -> Bool
  {
    let names = table.releases(outdoing: flyte.release.name, in: surveyed)
      .filter { $0 != SourceSurvey.sample }
    guard let first = names.first, let last = names.last else { return true }
    let words = names.count == 1 ? first : "\(first) to \(last)"
    let said = flyte.behavesLike ?? flyte.version
    let key = flyte.behavesLike == nil ? "version" : "behavesLike"
    diagnostics.error(
      .versionMismatch,
      "the functions in these sources that are known are those of \(words), and '\(key)' says \(said.value)",
      at: flyte.source?.origin.span ?? said.origin.span,
      notes: [Diagnostic.Note("it is said here", at: said.origin.span)],
      hint: flyte.behavesLike == nil
        ? "name the release that they are of; for a fork, give it a version of its own and say 'behavesLike: \(last)'"
        : "say 'behavesLike: \(last)', or point 'source' at the fork")
    return false
  }
}
