import CommandLine
import Diagnostics
import FileFaults
import Files
import Flyte
import Manifests
import Values
import YAMLTree

/// `--task-pod` and `--primary-container`: tasks of the user's own, named on the command line.
struct TaskPodOptions {
  let files: [String]
  private let primary: String?

  init(_ invocation: Invocation, command: String) throws(UsageError) {
    files = invocation.options["task-pod"] ?? []
    primary = invocation["primary-container"]
    if primary != nil, files.isEmpty {
      throw UsageError(
        "'--primary-container' needs '--task-pod'", word: "",
        hint: "add the file with the pod of the task: '--task-pod train.yaml'", command: command)
    }
  }

  /// The tasks, in the order of the files; nil after a fault.
  func read(into diagnostics: inout DiagnosticList) -> [JudgedTask]? {
    let before = diagnostics.errorCount
    var tasks: [JudgedTask] = []
    for path in files {
      guard let file = FileArguments.file(path, option: "task-pod", into: &diagnostics) else {
        continue
      }
      let name = path == "-" ? "<stdin>" : TaskNames.name(of: path, among: files)
      let task = TaskPodReading.read(
        file, name: name, primary: primary.map { Located($0, origin: .tool) }, into: &diagnostics)
      guard let task = task.map(JudgedTask.own) else { continue }
      if tasks.contains(task) {
        diagnostics.error(
          .repeatedTask, "the task '\(name)' is listed twice", at: .whole(file),
          hint: "remove one of them")
      } else {
        tasks.append(task)
      }
    }
    return diagnostics.errorCount == before ? tasks : nil
  }

  static let specs = [
    OptionSpec(
      name: "task-pod", value: .path, isRepeated: true,
      summary:
        "a file with the pod of one of your tasks: flytekit's PodTemplate as YAML, a Pod or a PodTemplate"
    ),
    OptionSpec(
      name: "primary-container", value: .text("NAME"),
      summary: "the container that is the task, if the file of '--task-pod' does not name it"),
  ]
}
