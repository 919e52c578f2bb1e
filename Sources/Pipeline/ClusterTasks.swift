import Deployments
import Diagnostics
import FileFaults
import Files
import Flyte
import Manifests
import Model
import Values
import YAMLTree

/// The tasks that the clusters of a config are judged for, read from their files; each file once.
struct ClusterTasks {
  /// A file and what was asked of it.
  private struct Key: Hashable {
    @Bytewise var path: String
    @Bytewise var primary: String?
  }

  private var known: [Key: OwnTask?] = [:]

  /// The tasks of a cluster; nil: the usual ones.
  mutating func read(
    _ cluster: Cluster, into diagnostics: inout DiagnosticList
  ) -> [JudgedTask]? {
    guard let choices = cluster.tasks else { return nil }
    let paths = choices.compactMap { choice -> String? in
      if case .file(let file) = choice { return file.path }
      return nil
    }
    var tasks: [JudgedTask] = []
    for choice in choices {
      let task: JudgedTask?
      let place: Origin
      switch choice {
      case .standard(let standard):
        task = .standard(standard.value)
        place = standard.origin
      case .file(let file):
        place = file.written.origin
        task = self.task(
          file, name: TaskNames.name(of: file.path, among: paths), into: &diagnostics
        ).map(JudgedTask.own)
      }
      guard let task else { continue }
      guard !tasks.contains(task) else {
        diagnostics.error(
          .repeatedTask, "the task '\(task.name)' is listed twice", at: place.span,
          hint: "remove one of them")
        continue
      }
      tasks.append(task)
    }
    return tasks
  }

  private mutating func task(
    _ file: TaskChoice.File, name: String, into diagnostics: inout DiagnosticList
  ) -> OwnTask? {
    let key = Key(path: file.path, primary: file.primaryContainer?.value)
    if let found = known[key] {
      return found.map { OwnTask(name: name, body: $0.body, spec: $0.spec) }
    }
    let read = Self.read(
      file.path, name: name, primary: file.primaryContainer, at: file.written.origin.span,
      into: &diagnostics)
    known[key] = .some(read)
    return read
  }

  /// A task of a file that the config names.
  private static func read(
    _ path: String, name: String, primary: Located<String>?, at span: Span?,
    into diagnostics: inout DiagnosticList
  ) -> OwnTask? {
    do throws(FileError) {
      let bytes = try FileReading.bytes(of: path, limit: YAMLLimits.standard.fileBytes)
      return TaskPodReading.read(
        SourceFile(path: path, bytes: bytes), name: name, primary: primary, into: &diagnostics)
    } catch {
      diagnostics.unreadable(
        error, at: span, hint: "correct the path; it is relative to the config")
      return nil
    }
  }
}
