import Flyte

/// The tasks as the binary reads them, each once, by the template that they name.
final class TaskCache {
  private var known: TextMap<[JudgedTask: DecodedTask]> = [:]

  /// A task that names a template, read when it is asked for the first time.
  func read(_ task: JudgedTask, template: String, _ read: () -> DecodedTask) -> DecodedTask {
    if let found = known[template]?[task] { return found }
    let made = read()
    known[template, default: [:]][task] = made
    return made
  }
}
