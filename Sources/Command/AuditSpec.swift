import Audit
import CommandLine

extension Tool {
  /// `audit` on the command line.
  static let audit = CommandSpec(
    name: "audit",
    summary:
      "Say of every namespace, PodTemplate and shape of task whether its pods are let in, and what helps.",
    discussion: """
      With a config: of its clusters, as they run now and once the planned patches are deployed. With
      '--flyte': of a set-up that is known by its PodTemplates ('kubectl get podtemplates -A -o yaml'),
      or, without '--pod-template', of tasks that no template reaches.

      Each refusal comes with its cause, with what the person sees who starts the task, and with a fix
      that was tried on the model. Pods that are not modeled are named at the end, and never passed.
      Exit status 1 when a pod is refused as things run now; '--fail-on' says otherwise.
      """,
    options: [
      OptionSpec(
        name: "flyte", value: .text("VERSION"),
        summary: "look at a set-up without a config: the release that runs"),
      OptionSpec(
        name: "pod-template", value: .path, isRepeated: true,
        summary: "a file of PodTemplates, or a List of them; '-' is standard input"),
      OptionSpec(
        name: "default-template", value: .text("NAME"),
        summary:
          "the PodTemplate of tasks that name none; else the only one there is, or flyte-template"),
      OptionSpec(
        name: "chart", value: .text("NAME"),
        summary: "the chart that Flyte is installed with; else flyte-binary where there is one"),
      OptionSpec(
        name: "level", value: .choice(SetupOptions.levels), defaultValue: "restricted",
        summary: "the Pod Security level that the namespaces enforce"),
      OptionSpec(
        name: "kubernetes", value: .text("VERSION"),
        summary: "the Kubernetes version, '1.31'; else the newest known"),
      OptionSpec(
        name: "patches", value: .text("all|none|NAME,…"), defaultValue: "all",
        summary: "the patches of Flyte that may be used"),
      OptionSpec(
        name: "format", value: .choice(AuditFormat.allCases.map(\.rawValue)), defaultValue: "text",
        summary: "how the report is written"),
      OptionSpec(
        name: "fail-on", value: .choice(AuditBar.allCases.map(\.rawValue)),
        defaultValue: "refused", summary: "what makes the exit status 1"),
      config, cluster, color,
    ])
}
