import Audit
import CommandLine
import Flyte
import Reports

extension AuditCommand {
  /// `audit` on the command line.
  static let spec = CommandSpec(
    name: "audit",
    summary: "Show which pods are refused, why, what the user sees in Flyte, and what fixes it.",
    discussion: """
      With a config, its clusters are judged as they run now and with the planned patches. With
      '--flyte', existing PodTemplates are judged ('kubectl get podtemplates -A -o yaml'), or, without
      '--pod-template', tasks that have no PodTemplate. '--values' adds what your values files set.

      Each refusal comes with its cause, what the user who started the task sees in Flyte, and a fix that
      was tried on the model. Pods that are not modeled are listed at the end, and never count as passed.
      Findings are what users run into besides refusals; 'help NAME' prints the page of one.

      '--images' lists images instead: for a registry that must have all of them.

      The exit status is 1 if a pod is refused now. With '--fail-on finding' it is also 1 for a pod that
      would be refused once the planned patches are deployed, for a secret that does not reach its pod,
      and for a finding that is an error or a warning. Notes never count.
      """,
    options: [
      OptionSpec(
        name: "flyte", value: .text("VERSION"),
        summary: "the release that runs, without a config"),
      OptionSpec(
        name: "pod-template", value: .path, isRepeated: true,
        summary: "a file of PodTemplates, or a List of them; '-' is standard input"),
      OptionSpec(
        name: "default-template", value: .text("NAME"),
        summary:
          "the PodTemplate of tasks that name none (default: the only one, or flyte-template)"),
      OptionSpec(
        name: "chart", value: .text("NAME"),
        summary:
          "the installed chart (default: flyte-binary, if the release has it)"),
      OptionSpec(
        name: "values", value: .path, isRepeated: true,
        summary: "a values file for the chart, in Helm's order"),
      OptionSpec(
        name: "level", value: .choice(SetupOptions.levels), defaultValue: "restricted",
        summary: "the Pod Security level that the namespaces enforce"),
      OptionSpec(
        name: "kubernetes", value: .text("VERSION"),
        summary: "the Kubernetes version, '1.31' (default: the newest known)"),
      OptionSpec(
        name: "patches", value: .text("all|none|NAME,…"), defaultValue: "all",
        summary: "the patches of Flyte that may be used"),
      OptionSpec(
        name: "secret-manager", value: .choice(SecretManager.allCases.map(\.rawValue)),
        isRepeated: true,
        summary: "the source of secrets, without a config (default: the release's own)"),
      OptionSpec(
        name: "pods", value: .path, isRepeated: true,
        summary:
          "running pods ('kubectl get pods -A -o yaml'), to be compared with what Flyte should make; '-' is standard input"
      ),
      OptionSpec(
        name: "plugins", value: .text("NAME[=VERSION],…"),
        summary:
          "plugins that your teams use; with the version of its operator (ray=1.7.0) the pods of a plugin are judged, without it the report says what is known about them"
      ),
      OptionSpec(
        name: "images", value: .none,
        summary:
          "in place of the report, list every image that runs in the namespaces of tasks and who adds it; as text or json"
      ),
    ] + TaskPodOptions.specs + [
      OptionSpec(
        name: "format", value: .choice(ReportFormat.allCases.map(\.rawValue)), defaultValue: "text",
        summary: "the format of the report"),
      OptionSpec(
        name: "today", value: .text("DATE"),
        summary: "the day on which acceptances are judged, '2027-03-31' (default: now, in UTC)"),
      OptionSpec(
        name: "fail-on", value: .choice(AuditBar.allCases.map(\.rawValue)),
        defaultValue: "refused", summary: "when the exit status is 1"),
      Tool.config, Tool.cluster, Tool.color,
    ])
}
