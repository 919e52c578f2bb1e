import CommandLine
import Flyte

extension Explain {
  /// `explain` on the command line.
  static let spec = CommandSpec(
    name: "explain",
    summary:
      "Show the pod that Flyte actually creates in a namespace, and where its fields come from.",
    discussion: """
      The pod is computed the way that the Flyte release builds it, from the templates and settings of the
      config. Without FIELD, the verdict of Pod Security and the security fields are shown, each with its
      origin. FIELD, such as 'runAsUser', 'containers[primary].securityContext.runAsUser' or
      'spec.securityContext.fsGroup', shows everything known about a field: its origin, the values that
      it overrides, whether a task can change it, and which containers have it. For a task of a plugin, the field is
      shown in the pod of each role, with what Flyte's plugin and the operator do to it.

      The exit status is 1 if the pod is not admitted; of a plugin's task, if one of its pods is not.
      """,
    arguments: [
      ArgumentSpec(name: "NAMESPACE", summary: "the namespace that the task runs in"),
      ArgumentSpec(name: "FIELD", summary: "a field of the pod", isOptional: true),
    ],
    options: [
      OptionSpec(
        name: "pod", value: .none,
        summary: "print the whole pod as the API server stores it, each field with its origin"),
      OptionSpec(
        name: "task", value: .text("TASK"), defaultValue: StandardTask.container.rawValue,
        summary:
          "the task: a file of the config's 'tasks', or a shape: \(StandardTask.allCases.map(\.rawValue).joined(separator: ", ")); if the config names the operator: \(StandardPluginTask.allCases.map(\.rawValue).joined(separator: ", "))"
      ),
    ] + TaskPodOptions.specs + [
      OptionSpec(
        name: "template", value: .text("NAME"),
        summary: "the PodTemplate that the task names (default: the default template)"),
      OptionSpec(
        name: "patched", value: .none,
        summary: "show the pod after all planned patches, templates and overlays are deployed"),
    ] + Tool.common)
}
