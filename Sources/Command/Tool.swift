import CommandLine

/// The command line of flyte-harden as a value.
enum Tool {
  static let spec = ToolSpec(
    name: "flyte-harden", version: version,
    summary:
      "Generates and verifies the files that let Flyte tasks run in hardened Kubernetes namespaces.",
    commands: [
      CommandSpec(
        name: "generate",
        summary:
          "Write PodTemplates, Helm overlays and Go patches for every cluster of the config.",
        discussion: """
          A file is written only if its contents differ. A file that is no longer generated is removed,
          unless it was edited: then it is reported and left alone. If a run is interrupted, the next
          run finishes the work.
          """,
        options: common),
      CommandSpec(
        name: "verify",
        summary:
          "List the generated files that differ from what the config produces. Write nothing.",
        discussion: "The exit status is 1 if a file is changed, missing, stale, edited or foreign.",
        options: common),
      CommandSpec(
        name: "diff",
        summary: "Show what generate would change, as a unified diff. Write nothing.",
        discussion: "The exit status is 1 if anything would change.", options: common),
      audit,
      explain,
      CommandSpec(
        name: "patches",
        summary: "Show which patches the Flyte sources need, and which can be made.",
        discussion: """
          Without SOURCE, the sources of the config's clusters are inspected. Nothing is fetched, and no
          work tree is touched. The exit status is 1 if a patch is needed but cannot be made.
          """,
        arguments: [
          ArgumentSpec(
            name: "SOURCE", summary: "a folder with Flyte's sources, or a local git repository",
            isOptional: true)
        ],
        options: [
          OptionSpec(
            name: "tags", value: .text("FIRST..LAST"), isRepeated: true,
            summary: "inspect these releases of the repository; '..' means all of them"),
          OptionSpec(
            name: "ref", value: .text("REF"), isRepeated: true,
            summary: "inspect this tag, branch or commit of the repository"),
          OptionSpec(
            name: "patch", value: .text("NAME"),
            summary: "show only this patch; without SOURCE, only its description"),
          OptionSpec(
            name: "format", value: .choice(["text", "json"]), defaultValue: "text",
            summary: "the format of the table"),
          templates(
            "a folder with your own templates, looked up first; a config sets its own"),
          config, cluster, color,
        ]),
      CommandSpec(
        name: "vendor",
        summary: "Copy the files of a Flyte repository that patches are made from.",
        discussion: """
          Only the files that the patch rules read are copied. The copy therefore cannot show whether
          another file of a package uses a name that a patch deletes. The repository can.

          FOLDER can be used as a source: 'source: { path: FOLDER }'. It records the commit and the blob
          id of every file, and 'verify' warns when it no longer matches the repository. If your own
          rules need more files, pass the folder that the config has as 'templatesFolder'.
          """,
        arguments: [
          ArgumentSpec(name: "REPOSITORY", summary: "a local git repository of Flyte"),
          ArgumentSpec(name: "REF", summary: "a tag, a branch or a commit"),
          ArgumentSpec(name: "FOLDER", summary: "the folder for the copy"),
        ],
        options: [
          templates("the 'templatesFolder' of the config, if it has one"),
          color,
        ]),
      CommandSpec(
        name: "schema",
        summary: "Print the JSON Schema of the config, for editors.",
        discussion: """
          The schema is draft-07, which every editor supports. Save it next to your config, and name it in
          the first line of each file: '# yaml-language-server: $schema=./flyte-harden.schema.json'.
          """),
    ])

  static let version = "0.1.0"

  static let common = [config, output, cluster, color]

  static let config = OptionSpec(
    name: "config", short: "c", value: .path, defaultValue: "config",
    summary: "a config file, or a folder of them")
  private static let output = OptionSpec(
    name: "output", short: "o", value: .path, defaultValue: "generated",
    summary: "the output folder")
  static let cluster = OptionSpec(
    name: "cluster", value: .text("NAME"), isRepeated: true, summary: "process only this cluster")
  static let color = OptionSpec(
    name: "color", value: .choice(["auto", "always", "never"]), defaultValue: "auto",
    summary: "use colors; auto: only on a terminal, unless NO_COLOR is set")

  private static func templates(_ summary: String) -> OptionSpec {
    OptionSpec(name: "templates", value: .path, summary: summary)
  }
}
