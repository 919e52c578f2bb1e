import Diagnostics
import Values

/// Something that a profile says and that does not reach what it is for, or reaches more.
struct ReachFinding {
  var severity = Severity.warning
  var id = DiagnosticID.uncarried
  let message: String
  /// The place in the profile.
  let origin: Origin
  /// Other places that matter.
  var notes: [Diagnostic.Note] = []
  let hint: String
}
