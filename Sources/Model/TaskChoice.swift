public import Flyte
public import Values

/// A task that a cluster is judged for, as the config names it.
public enum TaskChoice: Sendable {
  case standard(Located<StandardTask>)
  case file(File)

  /// A file with the pod of a task.
  public struct File: Sendable {
    /// Its path from the current folder.
    public let path: String
    /// Its path as it was written.
    public let written: Located<String>
    /// The container that is the task; nil: the file says it.
    public let primaryContainer: Located<String>?

    /// Makes a file.
    public init(path: String, written: Located<String>, primaryContainer: Located<String>?) {
      self.path = path
      self.written = written
      self.primaryContainer = primaryContainer
    }
  }
}
