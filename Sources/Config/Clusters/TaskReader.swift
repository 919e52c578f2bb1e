import Diagnostics
import Flyte
import Model
import Values

/// Reads the tasks that a cluster is judged for.
struct TaskReader {
  let release: Release
  /// The folder that paths are relative to.
  let folder: String

  /// Nil if the config lists none.
  func read(_ tree: OriginTree?, into diagnostics: inout DiagnosticList) -> [TaskChoice]? {
    guard let tree else { return nil }
    if tree.isEmpty, !tree.isBroken {
      diagnostics.error(
        .wrongValue, "'tasks' must name at least one task", at: tree.origin.span,
        hint: "add one, or remove the key: then every usual shape is judged")
    }
    return tree.items.compactMap { choice($0, into: &diagnostics) }
  }

  private func choice(
    _ tree: OriginTree, into diagnostics: inout DiagnosticList
  ) -> TaskChoice? {
    if let task = tree.string.flatMap({ StandardTask(named: $0) }) {
      if let manager = task.manager, !release.secretManagers.contains(manager) {
        let known = release.secretManagers.map { StandardTask.secret(from: $0).rawValue }
        diagnostics.error(
          .noSecretManager, "\(release.name) has no secret manager '\(manager.rawValue)'",
          at: tree.origin.span,
          hint: known.isEmpty
            ? "v2 has the secret webhook from v2.0.9 on"
            : "for its secret managers there are: \(known.joined(separator: ", "))")
      }
      return .standard(Located(task, origin: tree.origin))
    }
    guard let file = tree["file"], let path = file.string else { return nil }
    return .file(
      TaskChoice.File(
        path: SourcePath.resolve(path, from: folder),
        written: Located(path, origin: file.origin),
        primaryContainer: tree["primaryContainer"].flatMap { node in
          node.string.map { Located($0, origin: node.origin) }
        }))
  }
}
