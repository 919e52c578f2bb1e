public import Compare
import Deployments
public import Diagnostics
import Files
import FlyteSources
import Git
import Output

extension Plan {
  /// The generated files that git does not keep, because nobody added them or because it was told to
  /// pass over them, in byte order of the paths; nil after a fault.
  /// - Parameter output: the output folder. If it does not exist, no file is told of: all are missing.
  public func untracked(
    in output: String, into diagnostics: inout DiagnosticList
  ) -> [Drift]? {
    guard FileReading.isFolder(output) else { return [] }
    do throws(GitError) {
      return try untracked(in: output)
    } catch {
      diagnostics.unreadable(error, in: output)
      return nil
    }
  }

  private func untracked(in output: String) throws(GitError) -> [Drift] {
    let repository = try GitRepository.open(path: output)
    let tracked = try repository.trackedFiles(
      below: repository.prefix.isEmpty ? "" : String(repository.prefix.dropLast()))
    var others: [String] = []
    for rendering in renderings {
      rendering.forEachFile { place, _ in
        let path = FilePath.join(rendering.cluster.name, place.path)
        if !tracked.contains(repository.prefix + path) { others.append(path) }
      }
    }
    let ignored = try repository.ignoredFiles(of: others.map { repository.prefix + $0 })
    return others.sorted().map { path in
      Drift(
        path: FilePath.join(output, path),
        kind: ignored.contains(repository.prefix + path) ? .ignored : .untracked)
    }
  }

  /// Returns whether a path is a file that is generated, or a folder of such files.
  /// - Parameter output: the output folder, as it is in front of the path.
  public func generates(_ path: String, in output: String) -> Bool {
    var isOne = false
    for rendering in renderings where !isOne {
      let folder = FilePath.join(output, rendering.cluster.name)
      rendering.forEachFile { place, _ in
        isOne = isOne || FilePath.isIn(path, FilePath.join(folder, place.path))
      }
    }
    return isOne
  }
}
