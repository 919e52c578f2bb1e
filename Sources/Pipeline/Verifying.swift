public import Compare
public import Files

/// The result of `verify`.
public struct VerifyReport: Sendable {
  /// Every file that is not as it would be generated, in byte order of the paths, then the folders
  /// of vendored sources that are outdated.
  public let drift: [Drift]
  /// Folders beside the clusters' that look generated, and are not certainly so.
  public let uncertain: [Drift]
}

extension Plan {
  /// Holds the output folder against the plan. Writes nothing.
  public func verify(_ output: String) throws(FileError) -> VerifyReport {
    let look = try OutputComparison(self, in: try OutputFolder.existing(output), path: output)
    return VerifyReport(
      drift: look.drift + outdatedSources.map { Drift(path: $0, kind: .outdated) },
      uncertain: look.uncertain)
  }
}
