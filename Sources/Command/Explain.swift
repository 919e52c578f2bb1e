import CommandLine
import Deployments
import Diagnostics
import Judgment
import Output
import Pipeline
import PodAPI
import PodSecurity
import Values

/// `explain NAMESPACE --pod`: the pod that Flyte really makes, and what Pod Security says of it.
struct Explain {
  let session: Session

  func run() -> ExitStatus {
    guard let plan = session.plan() else { return .failure }
    let namespace = session.invocation.arguments.first ?? ""
    let task = session.invocation["task"].flatMap(StandardTask.init(named:)) ?? .container
    do throws(Explanation.Failure) {
      let found = try Explanation.find(
        namespace, task: task, template: session.invocation["template"],
        in: plan)
      session.streams.output(ExplanationText(explanation: found).text)
      if !found.isNamed { caution(found) }
      return found.pod.isAdmitted ? .success : .findings
    } catch {
      complain(error, namespace)
      return .failure
    }
  }

  /// Says that the answer is about a namespace that the config does not name.
  private func caution(_ explanation: Explanation) {
    let hint = explanation.nearest.map { "did you mean '\($0)'?" } ?? "add it to 'namespaces'"
    session.streams.error(
      "flyte-harden: \(cut: ExplanationText(explanation: explanation).unnamed)\n hint: \(endCut: hint)\n"
    )
  }

  private func complain(_ failure: Explanation.Failure, _ namespace: String) {
    let (message, hint) =
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
    session.streams.error("flyte-harden: \(cut: message)\n hint: \(endCut: hint)\n")
  }
}
