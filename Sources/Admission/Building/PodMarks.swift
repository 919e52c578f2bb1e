import PodAPI

/// The marks that tell Flyte's pods from others.
public struct PodMarks: Sendable, Hashable {
  /// Labels, of which each pod has one at least.
  public let labels: [ByteText]
  /// Names of containers in pods that may have none of the labels.
  public let containers: [ByteText]

  /// Makes marks.
  public init(labels: [ByteText], containers: [ByteText]) {
    self.labels = labels
    self.containers = containers
  }

  /// The match condition.
  public var match: PolicyMatch {
    PolicyMatch(
      "made-by-flyte",
      .any(
        labels.map { .contains(.labels, $0) }
          + (containers.isEmpty
            ? []
            : [
              .someContainer(
                .main, .isAmong(.containerName, containers.map { .string($0.text) }))
            ])))
  }
}
