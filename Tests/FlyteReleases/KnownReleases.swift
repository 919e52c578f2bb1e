import Flyte

/// The releases that the tool knows, in order.
enum KnownReleases {
  static let names = Release.all.map(\.name)
}
