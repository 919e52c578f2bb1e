import CommandLine
import Judgement

/// The command line of flyte-harden as a value.
enum Tool {
  static let spec = ToolSpec(
    name: "flyte-harden", version: version,
    summary: "Writes and verifies what lets Flyte tasks run in hardened Kubernetes namespaces.",
    commands: [
      CommandSpec(
        name: "generate",
        summary:
          "Write PodTemplates, Helm overlays and Go patches for every cluster of the config.",
        discussion: """
          Files are written only when their bytes differ. A file that is no longer generated is
          removed when it is as it was generated; one that was edited is named and left.
          """,
        options: common),
      CommandSpec(
        name: "verify",
        summary: "Say which generated files are not as they would be generated; write nothing.",
        discussion: "Exit status 1 when any is changed, missing, stale, edited or foreign.",
        options: common),
      CommandSpec(
        name: "diff",
        summary: "Show what generate would change, as a unified diff; write nothing.",
        discussion: "Exit status 1 when anything would change.", options: common),
      CommandSpec(
        name: "explain",
        summary:
          "Print the pod that Flyte really makes in a namespace, and what Pod Security says of it.",
        discussion: """
          The pod is worked out as the release does it, from the templates and settings of the config,
          and as the API server keeps it. Exit status 1 when it is not let in.
          """,
        arguments: [ArgumentSpec(name: "NAMESPACE", summary: "where the task runs")],
        options: [
          OptionSpec(
            name: "pod", value: .none, summary: "print the pod; what is printed today anyway"),
          OptionSpec(
            name: "task", value: .choice(StandardTask.allCases.map(\.rawValue)),
            defaultValue: "container", summary: "the shape of the task"),
          OptionSpec(
            name: "template", value: .text("NAME"),
            summary: "the PodTemplate that the task names; else the default one"),
          OptionSpec(
            name: "patched", value: .none, summary: "as if every planned patch were deployed"),
        ] + common),
    ])

  static let version = "0.1.0"

  static let common = [
    OptionSpec(
      name: "config", short: "c", value: .path, defaultValue: "config",
      summary: "a config file, or a folder of them"),
    OptionSpec(
      name: "output", short: "o", value: .path, defaultValue: "generated",
      summary: "the folder of all outputs"),
    OptionSpec(
      name: "cluster", value: .text("NAME"), isRepeated: true, summary: "look at this cluster only"),
    OptionSpec(
      name: "color", value: .choice(["auto", "always", "never"]), defaultValue: "auto",
      summary: "colours; never with NO_COLOR set"),
  ]
}
