import CommandLine
import Judgment

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
          removed when it is as it was generated; one that was edited is named and left. A run can be
          interrupted: the next one finishes what it began.
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
            name: "pod", value: .none, summary: "print the whole pod (this is the default)"),
          OptionSpec(
            name: "task", value: .choice(StandardTask.allCases.map(\.rawValue)),
            defaultValue: "container", summary: "the shape of the task"),
          OptionSpec(
            name: "template", value: .text("NAME"),
            summary: "the PodTemplate that the task names; else the default one"),
          OptionSpec(
            name: "patched", value: .none,
            summary: "as once every planned patch is deployed, templates and overlays with it"),
        ] + common),
      CommandSpec(
        name: "patches",
        summary: "Say of every patch whether Flyte sources need it and whether it can be made.",
        discussion: """
          Without SOURCE, of the sources of the config's clusters. Nothing is fetched and no work tree
          is touched. Exit status 1 when a patch can neither be made nor is done without.
          """,
        arguments: [
          ArgumentSpec(
            name: "SOURCE", summary: "a folder with Flyte's sources, or a local git repository",
            isOptional: true)
        ],
        options: [
          OptionSpec(
            name: "tags", value: .text("FIRST..LAST"), isRepeated: true,
            summary: "look at these releases of the repository; '..' is all of them"),
          OptionSpec(
            name: "ref", value: .text("REF"), isRepeated: true,
            summary: "look at this tag, branch or commit of the repository"),
          OptionSpec(
            name: "patch", value: .text("NAME"),
            summary: "this patch only; without SOURCE its page and no more"),
          OptionSpec(
            name: "format", value: .choice(["text", "json"]), defaultValue: "text",
            summary: "how the table is written"),
          templates(
            "a folder of your own templates, looked up first; a config brings its own"),
          config, cluster, color,
        ]),
      CommandSpec(
        name: "vendor",
        summary: "Copy the few files of a Flyte repository that patches are computed from.",
        discussion: """
          Only the files that rules look into are copied: whether another file of the package uses a
          name that a patch deletes is seen in the repository, and not in the copy.

          FOLDER is then a source itself: 'source: { path: FOLDER }'. It names the commit and every
          file's blob, and 'verify' says when it is no longer what the repository has. Rules of your
          own may ask for more files: name their folder, as the config's 'templatesFolder' does.
          """,
        arguments: [
          ArgumentSpec(name: "REPOSITORY", summary: "a local git repository of Flyte"),
          ArgumentSpec(name: "REF", summary: "a tag, a branch or a commit"),
          ArgumentSpec(name: "FOLDER", summary: "where the copy goes"),
        ],
        options: [
          templates("the folder that the config names as 'templatesFolder', where it names one"),
          color,
        ]),
      CommandSpec(
        name: "schema",
        summary: "Print the JSON Schema of the config, for editors.",
        discussion: """
          Draft-07, which every editor reads. Save it beside your config, and name it in the first line
          of each file: '# yaml-language-server: $schema=./flyte-harden.schema.json'.
          """),
    ])

  static let version = "0.1.0"

  static let common = [config, output, cluster, color]

  private static let config = OptionSpec(
    name: "config", short: "c", value: .path, defaultValue: "config",
    summary: "a config file, or a folder of them")
  private static let output = OptionSpec(
    name: "output", short: "o", value: .path, defaultValue: "generated",
    summary: "the folder of all outputs")
  private static let cluster = OptionSpec(
    name: "cluster", value: .text("NAME"), isRepeated: true, summary: "look at this cluster only")
  private static let color = OptionSpec(
    name: "color", value: .choice(["auto", "always", "never"]), defaultValue: "auto",
    summary: "colors; auto: on a terminal, unless NO_COLOR is set")

  private static func templates(_ summary: String) -> OptionSpec {
    OptionSpec(name: "templates", value: .path, summary: summary)
  }
}
