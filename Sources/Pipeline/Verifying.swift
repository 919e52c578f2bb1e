public import Compare
public import Files

extension Plan {
  /// Every file that is not as it would be generated, in byte order of the paths, then
  /// the folders of vendored sources that are outdated. Writes nothing.
  public func drift(in output: String) throws(FileError) -> [Drift] {
    let look = try OutputLook(self, in: try OutputFolder.existing(output), path: output)
    return look.drift + outdatedSources.map { Drift(path: $0, kind: .outdated) }
  }
}
