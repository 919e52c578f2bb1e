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

  /// Checks that the known functions are not those of another release; else reports an error.
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
      "the known functions in these sources are those of \(words), but '\(key)' is \(said.value)",
      at: flyte.source?.origin.span ?? said.origin.span,
      notes: [Diagnostic.Note("set here", at: said.origin.span)],
      hint: flyte.behavesLike == nil
        ? "use the release of the sources; for a fork, use its own version and add 'behavesLike: \(last)'"
        : "set 'behavesLike: \(last)', or point 'source' at the fork")
    return false
  }
}
