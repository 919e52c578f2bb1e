import CommandLine
import Diagnostics
import Judgment
import Pipeline

/// `explain NAMESPACE [FIELD]`: the pod that Flyte really makes, what Pod Security says of it, and where
/// its fields come from.
struct Explain: CommandAction {
  static let command = Tool.Command(spec, action: Explain.self)

  let session: Session

  func run() throws(UsageError) -> ExitStatus {
    let invocation = session.invocation
    let namespace = invocation.arguments.first ?? ""
    let field = invocation.arguments.dropFirst().first
    let taskPods = try TaskPodOptions(invocation, command: "explain")
    if invocation["task"] != nil, !taskPods.files.isEmpty {
      throw UsageError(
        "'--task' cannot be combined with '--task-pod', which brings the task", word: "",
        hint: "remove one of them", command: "explain")
    }
    if taskPods.files.count > 1 {
      throw UsageError(
        "'explain' shows one task, so it takes one '--task-pod'", word: "", hint: "keep one",
        command: "explain")
    }
    if field != nil, invocation["pod"] != nil {
      throw UsageError(
        "'--pod' prints the whole pod, so it cannot be combined with a field", word: "",
        hint: "remove one of them", command: "explain")
    }
    var diagnostics = DiagnosticList()
    var result: Result<Explanation, ExplainFailure>?
    if let tasks = taskPods.read(into: &diagnostics) {
      var options = session.options
      options.tasks = tasks
      result = Walk(options: options).explain(
        ExplainRequest(
          namespace: namespace, task: invocation["task"], template: invocation["template"],
          field: field), into: &diagnostics)
    }
    session.print(diagnostics)
    guard let result, !diagnostics.hasErrors else { return .failure }
    switch result {
    case .failure(let failure):
      complain(failure, namespace)
      return .failure
    case .success(let found):
      let text = ExplanationText(explanation: found)
      if field != nil {
        session.streams.output(
          found.roles.isEmpty
            ? FieldStoryText(explanation: found).text : RoleStoryText(explanation: found).text)
      } else {
        session.streams.output(invocation["pod"] != nil ? text.pod : text.summary)
      }
      if !found.isNamed { caution(found) }
      return ([found.pod] + found.others).allSatisfy(\.isAdmitted) ? .success : .findings
    }
  }

  /// Says that the answer is about a namespace that the config does not name.
  private func caution(_ explanation: Explanation) {
    let hint = explanation.nearest.map { "did you mean '\($0)'?" } ?? "add it to 'namespaces'"
    session.streams.error(
      "flyte-harden: \(cut: ExplanationText(explanation: explanation).unnamed)\n hint: \(endCut: hint)\n"
    )
  }

  private func complain(_ failure: ExplainFailure, _ namespace: String) {
    func nearest(_ word: String, _ known: [String], or hint: String) -> String {
      NearestName.of(word, among: known).map { "did you mean '\($0)'?" } ?? hint
    }
    func list(_ known: [String]) -> String {
      known.prefix(40).joined(separator: ", ") + (known.count > 40 ? ", …" : "")
    }
    let (message, hint) =
      switch failure {
      case .unknownNamespace(let known):
        (
          "no cluster has the namespace '\(namespace)'",
          nearest(
            namespace, known,
            or:
              "choose a cluster with '--cluster': the templates in Flyte's own namespace apply to it there"
          )
        )
      case .withoutFallback(let place, let known):
        (
          "no entry of the config names the namespace '\(namespace)', and there is no fallback in '\(place)'",
          nearest(
            namespace, known,
            or:
              "add it to 'namespaces', or write templates to Flyte's own namespace: 'podTemplate: { fallback: true }'"
          )
        )
      case .severalClusters(let names):
        (
          "several clusters have the namespace '\(namespace)'",
          "choose one with '--cluster': \(names.joined(separator: ", "))"
        )
      case .unknownTask(let name, let known):
        (
          "there is no task '\(name)'",
          nearest(name, known, or: "the tasks are: \(list(known))")
        )
      case .unknownTemplate(let known):
        (
          "'\(namespace)' has no such template",
          "its templates are: \(known.joined(separator: ", "))"
        )
      case .unknownField(let word, let known):
        (
          "pods have no field '\(word)' there",
          nearest(word, known, or: "the fields are: \(list(known))")
        )
      case .unknownContainer(let word, let known):
        (
          "the pod has no container '\(word)' in that list",
          nearest(
            word, known,
            or: known.isEmpty ? "the list is empty" : "its containers are: \(list(known))")
        )
      case .noPod:
        (
          "there is no pod, so its fields have no story",
          "omit the field: the summary says why there is no pod"
        )
      }
    session.streams.error("flyte-harden: \(cut: message)\n hint: \(endCut: hint)\n")
  }
}
