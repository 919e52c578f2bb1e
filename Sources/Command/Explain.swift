import CommandLine
import Diagnostics
import Judgement
import Origins
import Output
import Pipeline
import PodAPI
import PodSecurity
import Setup

/// `explain NAMESPACE --pod`: the pod that Flyte really makes, and what Pod Security says of it.
struct Explain {
  let session: Session

  func run() -> ExitStatus {
    guard let plan = session.plan() else { return .failure }
    let namespace = session.invocation.arguments.first ?? ""
    let task = session.invocation["task"].flatMap(StandardTask.init(rawValue:)) ?? .container
    do throws(Explanation.Failure) {
      let found = try Explanation.find(
        namespace, task: task, template: session.invocation["template"],
        in: plan)
      session.streams.output(ExplanationText(explanation: found).text)
      return found.pod.isAdmitted ? .success : .findings
    } catch {
      complain(error, namespace)
      return .failure
    }
  }

  private func complain(_ failure: Explanation.Failure, _ namespace: String) {
    let (message, hint) =
      switch failure {
      case .unknownNamespace(let known):
        (
          "no cluster has the namespace '\(namespace)'",
          NearestName.of(namespace, among: known).map { "did you mean '\($0)'?" }
            ?? "choose a cluster with '--cluster': the templates in Flyte's own namespace serve it"
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
    session.streams.error("flyte-harden: \(message)\n hint: \(hint)\n")
  }
}
