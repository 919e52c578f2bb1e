import Deployments
import Flyte
import Judges
import Judgment
import PodSecurity
import Reports
import Values

extension FindingRule {
  static let mapTaskNamespace = FindingRule(
    kind: .mapTaskNamespace,
    meaning:
      "The setting `namespaceTemplate` of `plugins.k8s-array` (v1) puts the pods of old map tasks into another namespace. They have the PodTemplate of the task's own namespace, and the Pod Security level, limits and SCCs of the other one decide. If the config does not have that namespace, nobody knows whether it lets them in.",
    fix:
      "Use array node map tasks, which run in the namespace of the task. Or remove the setting, or give both namespaces the same profile."
  ) { context in
    guard context.deployment.release.line == .v1,
      let setting = context.deployment.values.arrayNamespace
    else { return [] }
    let target = ArrayNamespace(template: setting.value)
    // Templates alone name no namespaces of tasks.
    if context.deployment.namespaces.isEmpty {
      return [
        Finding(
          words:
            "pods of old map tasks run in the namespace that '\(setting.value)' means: whether it lets them in is not known",
          fix: "use array node map tasks, or remove 'namespaceTemplate'",
          place: ReportPlace(setting.origin))
      ]
    }
    return context.lines.flatMap { line -> [Finding] in
      let moved = line.scope.namespaces.filter { target.name(for: $0) != $0 }
      return TextMap(grouping: moved) { target.name(for: $0) }.sorted { $0.key < $1.key }
        .compactMap { name, namespaces in
          context.answer(of: name, to: line).map { answer in
            Finding(
              scope: FindingScope(
                number: line.scope.number, templates: line.scope.templates, namespaces: namespaces),
              words: "pods of old map tasks run in the namespace '\(name)', \(answer)",
              fix:
                "use array node map tasks, remove 'namespaceTemplate', or give both namespaces the same profile",
              place: ReportPlace(setting.origin))
          }
        }
    }
  }
}

extension FindingContext {
  /// The answer of a namespace to pods of a line's tasks; nil: it refuses none that the task's own namespace
  /// lets in.
  fileprivate func answer(of name: String, to line: Line) -> String? {
    guard let set = deployment.setsByNamespace[name] else {
      return "which the config does not have: whether it lets them in is not known"
    }
    guard line.template != nil else { return "and whether it lets them in is not known" }
    let refused = [StandardTask.container, .pod].lazy.compactMap { task -> JudgedPod? in
      guard self.guest(.standard(task), of: line, in: line.set)?.isAdmitted == true,
        let pod = self.guest(.standard(task), of: line, in: set), !pod.isAdmitted
      else { return nil }
      return pod
    }.first
    guard let refused else { return nil }
    switch refused.outcome {
    case .judged(let verdict, _): return "which refuses them: \(verdict.reason)"
    case .refusedByJudge(let refusal, _, _):
      return "where \(refusal.judge) refuses them: \(refusal.words)"
    case .refusedByPolicy(let words): return "where a policy refuses them: \(words)"
    default: return "which refuses them"
    }
  }
}
