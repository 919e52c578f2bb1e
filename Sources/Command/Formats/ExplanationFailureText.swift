import Diagnostics
import Pipeline

/// The reason that no pod can be explained, as text.
struct ExplanationFailureText {
  let failure: Explanation.Failure
  let namespace: String

  var printout: Printout {
    let (message, hint) = words
    return Printout(error: "flyte-harden: \(cut: message)\n hint: \(endCut: hint)\n")
  }

  private var words: (message: String, hint: String) {
    switch failure {
    case .unknownNamespace(let known):
      (
        "no cluster has the namespace '\(namespace)'",
        NearestName.of(namespace, among: known).map { "did you mean '\($0)'?" }
          ?? "choose a cluster with '--cluster': the templates in Flyte's own namespace apply to it there"
      )
    case .withoutFallback(let place, let known):
      (
        "no entry of the config names the namespace '\(namespace)', and there is no fallback in '\(place)'",
        NearestName.of(namespace, among: known).map { "did you mean '\($0)'?" }
          ?? "add it to 'namespaces', or write templates to Flyte's own namespace: 'podTemplate: { fallback: true }'"
      )
    case .severalClusters(let names):
      (
        "several clusters have the namespace '\(namespace)'",
        "choose one with '--cluster': \(names.joined(separator: ", "))"
      )
    case .unknownTemplate(let known):
      (
        "'\(namespace)' has no such template",
        "its templates are: \(known.joined(separator: ", "))"
      )
    }
  }
}
