import CommandLine
import Judgment
import Pipeline

/// `explain NAMESPACE --pod`: the pod that Flyte really makes, and the verdict of Pod Security.
struct Explain: CommandAction {
  static let command = Tool.Command(
    CommandSpec(
      name: "explain",
      summary:
        "Print the pod that Flyte really creates in a namespace, and the verdict of Pod Security.",
      discussion: """
        The pod is computed as the Flyte release does it, from the templates and settings of the
        config, and shown as the API server stores it. The exit status is 1 if it is not admitted.
        """,
      arguments: [
        ArgumentSpec(name: "NAMESPACE", summary: "the namespace that the task runs in")
      ],
      options: [
        OptionSpec(
          name: "pod", value: .none, summary: "print the whole pod (this is the default)"),
        OptionSpec(
          name: "task", value: .choice(StandardTask.allCases.map(\.rawValue)),
          defaultValue: "container", summary: "the shape of the task"),
        OptionSpec(
          name: "template", value: .text("NAME"),
          summary: "the PodTemplate that the task names (default: the default template)"),
        OptionSpec(
          name: "patched", value: .none,
          summary: "show the pod after all planned patches, templates and overlays are deployed"),
      ] + Tool.common), action: Explain.self)

  let session: Session

  func run() -> ExitStatus {
    guard let plan = session.plan() else { return .failure }
    let namespace = session.invocation.arguments.first ?? ""
    let task = session.invocation["task"].flatMap(StandardTask.init(named:)) ?? .container
    do throws(Explanation.Failure) {
      let found = try Explanation.find(
        namespace, task: task, template: session.invocation["template"],
        in: plan)
      session.print(ExplanationText(explanation: found).printout)
      return found.pod.isAdmitted ? .success : .findings
    } catch {
      session.print(ExplanationFailureText(failure: error, namespace: namespace).printout)
      return .failure
    }
  }
}
