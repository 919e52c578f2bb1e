public import Admission
public import Flyte
import Values

extension PodMarks {
  /// The marks that tell a release's pods from others.
  public init(_ release: Release) {
    self.init(
      labels: release.podLabels.map { ByteText($0) },
      containers: release.unlabeledContainers.map { ByteText($0) })
  }
}
