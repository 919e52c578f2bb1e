import Audit
import Config
import Diagnostics
import Model
import Values

/// Checks the names in `accept`.
struct AcceptanceCheck {
  let cluster: Cluster

  func run(into diagnostics: inout DiagnosticList) {
    let known = ["audit/refused"] + FindingKind.allCases.map { "audit/\($0.rawValue)" }
    for line in cluster.accept where !TextSet(known).contains(line.finding.value) {
      let nearest = NearestName.of(line.finding.value, among: known)
      diagnostics.error(
        .wrongValue, "there is no finding '\(line.finding.value)'", at: line.finding.origin.span,
        hint: nearest.map { "did you mean '\($0)'?" }
          ?? "write 'audit/refused', or 'audit/' with a name that 'audit' prints in brackets",
        fix: nearest.flatMap {
          Fix(replacing: line.finding.value, at: line.finding.origin.span, by: $0, .likely)
        })
    }
  }
}
