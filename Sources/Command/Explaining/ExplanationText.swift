import APIServer
import Deployments
import Diagnostics
import Flyte
import Judges
import Judgment
import Output
import Pipeline
import PodAPI
import PodSecurity
import Values

/// A pod in words: a summary with the security fields, or the whole as YAML.
struct ExplanationText {
  let explanation: Explanation

  private var origins: OriginWords { OriginWords(deployment: explanation.deployment) }

  /// The verdict, why, and where the security fields come from.
  var summary: TerminalText {
    let table = SecurityTable(explanation: explanation, words: origins).text
    return remarks.map { "\($0)\n" }.joined() + (table.isEmpty ? "" : "\n" + table + help)
  }

  private var help: TerminalText {
    "\n'flyte-harden explain \(explanation.namespace) FIELD' shows everything about a field; '--pod' prints the whole pod\n"
  }

  /// The pod as YAML, with the same in front as remarks; of a plugin's task all pods, each a document.
  var pod: TerminalText {
    let pod = explanation.pod.pod.map {
      PodYAML(
        pod: $0, namespace: explanation.namespace, fields: explanation.fields, words: origins
      ).text
    }
    let others = explanation.others.compactMap { other in
      other.pod.map {
        TerminalText(
          escaped: "---\n# \(other.role.name)\n"
            + PodYAML(pod: $0, namespace: explanation.namespace, fields: [], words: origins).text)
      }
    }
    return remarks.map { $0.isEmpty ? "#\n" : "# \($0)\n" }.joined() + "---\n"
      + TerminalText(escaped: pod ?? "null\n") + others.joined()
  }

  private var remarks: [String] {
    let deployment = explanation.deployment
    var lines = [
      "cluster \(deployment.name), Flyte \(deployment.version), Kubernetes 1.\(deployment.kubernetesMinor)",
      "namespace \(explanation.namespace), task \(explanation.pod.task.name), "
        + (explanation.pod.template.map { "PodTemplate \($0)" }
          ?? "no PodTemplate: this Flyte ignores them"),
    ]
    if !explanation.isNamed {
      lines.append(unnamed + (explanation.nearest.map { "; did you mean '\($0)'?" } ?? ""))
    }
    // What is refused elsewhere stands above what is admitted here.
    let isFine = explanation.secretPod.map { $0.isAdmitted && $0.missingSecret == nil } ?? false
    return lines
      + (isFine ? outcome + secretLines : secretLines + outcome)
      + PolicyWords(explanation: explanation).lines + templateCautions + chartCautions
  }

  /// The remark about a namespace that no entry names.
  var unnamed: String {
    let deployment = explanation.deployment
    let text = "no entry of the config names the namespace '\(explanation.namespace)'"
    if deployment.release.namespaceRule == .single {
      return text + ", and in \(deployment.release.name) all tasks run in one"
    }
    return text
      + (deployment.behaviors.ignoresTemplates
        ? "" : ": Flyte uses the fallback in '\(deployment.flyteNamespace)'")
  }

  /// The remarks about fields of the template that other places can override, or that are not the
  /// profile's.
  private var templateCautions: [String] {
    let deployment = explanation.deployment
    guard !deployment.behaviors.ignoresTemplates else { return [] }
    let spec = explanation.template.spec
    var lines: [String] = []
    if let name = (spec["serviceAccountName"] ?? spec["serviceAccount"])?.string {
      lines.append(
        "serviceAccountName '\(name)' comes from the PodTemplate; others can override it: \(deployment.release.namersOfServiceAccounts)"
      )
    }
    let entries = spec["containers"]?.items ?? []
    if !entries.contains(where: { $0["imagePullPolicy"] != nil }) {
      lines.append(
        "imagePullPolicy IfNotPresent comes from the PodTemplate's placeholder image: a task's ':latest' image is not pulled again unless 'containers' sets 'imagePullPolicy: Always'"
      )
    }
    return lines
  }

  /// The remarks about parts that the chart decides by values that the config does not have.
  private var chartCautions: [String] {
    let deployment = explanation.deployment
    guard deployment.chartDefaults?.namesStorageSecret == true, explanation.pod.task.usesCopilot,
      deployment.saidSettings[path: ["co-pilot", "storage-config-secret-name"]] == nil
    else { return [] }
    return [
      "co-pilot's Secret has the name that the chart gives it in a Helm release named 'flyte-binary'; if the chart's storage needs no key (IAM, workload identity), neither the Secret nor its volume exists"
    ]
  }

  /// The effect of the secret webhook, here or on a task that asks for a secret.
  private var secretLines: [String] {
    let deployment = explanation.deployment
    let managers = SecretAdmissionWords(deployment: deployment)
    if let secret = explanation.pod.task.secret {
      let managers = SecretAdmissionWords(deployment: deployment, task: explanation.pod.task)
      let form = secret.mount == .file ? "a file" : "an environment variable"
      let asked = "the task requests a secret as \(form), from \(managers.names)"
      if let reason = explanation.pod.missingSecret {
        return ["\(asked): the pod does not get it (\(reason))"]
      }
      return [asked] + SecretAdmissionWords.outside(explanation.pod.pod, "this pod")
    }
    let own = SecretAdmissionWords.outside(explanation.pod.pod, "this pod")
    guard let pod = explanation.secretPod else { return own }
    return own + [
      "a container task with a secret as a file, from \(managers.names): \(words(pod)); '--task secret' shows it"
    ] + (own.isEmpty ? SecretAdmissionWords.outside(pod.pod, "that task's pod") : [])
  }

  /// Describes the verdict on a pod in a word.
  private func words(_ pod: JudgedPod) -> String {
    switch pod.outcome {
    case .notBuilt: "Flyte makes no pod"
    case .refused: "refused by the API server"
    case .refusedByWebhook: "refused by the webhook"
    case .refusedByOperator, .neverStarts: "refused by the operator"
    case .refusedByPolicy: "refused by an admission policy"
    case .refusedByJudge(let refusal, _, _): "refused by \(refusal.judge)"
    case .judged where pod.missingSecret != nil: "admitted, but without the secret"
    case .judged(let verdict, _):
      if let claim = explanation.template.claim {
        (verdict.isAllowed ? "admitted" : "refused")
          + " by Pod Security \(claim.level):\(claim.version)"
      } else {
        "no Pod Security level is claimed"
      }
    }
  }

  private var outcome: [String] {
    guard explanation.pod.task.plugin != nil else { return outcome(of: explanation.pod) }
    return ([explanation.pod] + explanation.others).flatMap { pod in
      let lines = outcome(of: pod)
      return pod.role == .task
        ? lines : ["\(pod.role.name): \(lines[0])"] + lines.dropFirst().map { "  " + $0 }
    }
  }

  private func outcome(of pod: JudgedPod) -> [String] {
    switch pod.outcome {
    case .notBuilt(let error): ["Flyte makes no pod: \(error.message)"]
    case .refused(let refusals):
      ["refused by the API server:"] + refusals.map { "  \($0.path) \($0.message)" }
    case .refusedByWebhook(let message): ["refused by the secret webhook:", "  \(message)"]
    case .refusedByOperator(let words): ["refused by the operator: \(words)"]
    case .neverStarts(let words): ["it never starts: \(words)"]
    case .refusedByPolicy(let message): ["refused by an admission policy:", "  \(message)"]
    case .refusedByJudge(let refusal, let others, _):
      ["refused by \(refusal.judge):", "  \(refusal.words)"]
        + others.map { "or, in another order of the objects: \($0.told)" }
    case .judged(let verdict, let decisions): judged(verdict, decisions) + constraint
    }
  }

  /// The SCC that let the pod in.
  private var constraint: [String] {
    let annotations = explanation.pod.pod?.metadata[.annotations]?.map
    let name = annotations?[ConstraintAdmission.chosenAnnotation]?.string
    return name.map { ["let in by the SCC '\($0)'"] } ?? []
  }

  private func judged(_ verdict: Verdict, _ decisions: [JudgedPod.Decision]) -> [String] {
    guard let claim = explanation.template.claim else {
      return ["no Pod Security level is claimed"]
    }
    let level = "\(claim.level):\(claim.version)"
    if verdict.isAllowed { return ["admitted by Pod Security \(level)"] }
    return ["refused by Pod Security \(level):"]
      + verdict.findings.map { "  \($0.reason): \($0.detail)" }
      + ["caused by:"] + decisions.map { "  " + words($0) }
  }

  private func words(_ decision: JudgedPod.Decision) -> String {
    let who = decision.container.map { "container \($0), " } ?? "pod, "
    let source =
      switch decision.source {
      case .setting(let key): "the setting \(key)"
      case .podTemplate: "the PodTemplate"
      case .template(let name): "the PodTemplate's container \(name)"
      case .task: "the task"
      case .flyte: "Flyte adds it"
      case .webhook: "the secret webhook adds the container; no template reaches it"
      case .byOperator(let name): "\(name.text) adds it; no PodTemplate reaches it"
      case .byPlugin: "Flyte's plugin adds it; no PodTemplate reaches it"
      case .lostByPlugin: "Flyte's plugin does not carry it"
      case .constraint(let name): "the SCC '\(name.text)'"
      case .lostByOperator(let name): "Flyte sends it, and \(name.text) drops it"
      case .nobody: "nothing sets it"
      }
    let place = decision.origin?.span.map { " (\($0.description))" } ?? ""
    return "\(who)\(decision.field): \(source)\(place)"
  }
}
