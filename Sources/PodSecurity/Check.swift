import PodAPI

/// A check of the Pod Security Standards, in one of its revisions.
struct Check: Sendable {
  /// Its id; checks run in byte order of these, those of `baseline` first.
  let id: String
  /// The level that it belongs to.
  let level: PodSecurityLevel
  /// The first minor version of the policy that has this revision; it holds until the next one of
  /// the same id.
  let since: Int
  /// The minor versions of the API server that have this revision in their code.
  var servers: Range<Int> = 0..<Int.max
  /// Checks of `baseline` that it takes the place of under `restricted`.
  var overrides: [String] = []
  /// The fields of which one is set wherever it finds anything; empty: it looks at every pod.
  var needs: [FieldName] = []
  /// Finds the fault of a pod; nil if it has none.
  let evaluate: @Sendable (PodView) -> CheckFinding?
}

extension PodView {
  /// The finding of a check about containers alone; nil when none is at fault.
  func finding(
    _ id: String, _ reason: String, _ containers: [ContainerView], field: String,
    _ detail: (String) -> String
  ) -> CheckFinding? {
    guard !containers.isEmpty else { return nil }
    let names = containers.map(\.name)
    return CheckFinding(
      check: id, reason: reason, detail: detail(CheckWords.containers(names)),
      offenders: names.map { Offender(container: $0, field: field) })
  }
}
