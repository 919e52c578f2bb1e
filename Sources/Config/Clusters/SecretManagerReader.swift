import Diagnostics
import Flyte
import Model
import Values

/// Reads the secret managers of a cluster, as far as its release has them.
struct SecretManagerReader {
  let release: Release

  func read(
    _ tree: OriginTree?, into diagnostics: inout DiagnosticList
  ) -> [Located<SecretManager>] {
    let managers = (tree?.items ?? []).compactMap { item in
      item.string.flatMap { SecretManager(named: $0) }.map { Located($0, origin: item.origin) }
    }
    let known = release.secretManagers
    let unknown = managers.filter { !known.contains($0.value) }
    for manager in unknown {
      diagnostics.error(
        .noSecretManager, "\(release.name) has no secret manager '\(manager.value.rawValue)'",
        at: manager.origin.span,
        hint: known.isEmpty
          ? "v2 has the secret webhook from v2.0.9 on"
          : "it supports: \(known.map(\.rawValue).joined(separator: ", "))")
    }
    if unknown.isEmpty, managers.count > 1, release.webhook?.takesSeveralManagers == false {
      diagnostics.error(
        .noSecretManager,
        "the webhook of \(release.name) uses one secret manager, and asks 'global' first",
        at: managers[1].origin.span, hint: "keep one")
    }
    return managers
  }
}
