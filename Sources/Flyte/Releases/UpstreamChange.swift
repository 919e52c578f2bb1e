/// A change of Flyte that matters to hardened clusters: the release that it came with, what it does,
/// and its number.
public struct UpstreamChange: Sendable {
  /// The effect on those who run it.
  public enum Kind: String, Sendable, CaseIterable {
    /// Something that worked no longer does, or must be set up in another way.
    case breaks
    /// A fault is gone.
    case fixes
    /// Something is different.
    case changes
  }

  /// The first release that has it.
  public let since: Release
  /// The first release that no longer has it; nil: all later ones do.
  public let until: Release?
  /// The effect.
  public let kind: Kind
  /// A sentence without its end.
  public let text: String
  /// The pull request, `flyte#6509`; nil where none is known.
  public let number: String?

  init(
    _ since: String, until: String? = nil, _ kind: Kind, _ text: String, _ number: String? = nil
  ) {
    self.since = Release.known(since)
    self.until = until.map(Release.known)
    self.kind = kind
    self.text = text
    self.number = number
  }

  /// Returns whether a release has it.
  public func holds(in release: Release) -> Bool {
    release >= since && !(until.map { release >= $0 } ?? false)
  }

  /// The changes that one meets on the way from a release to a later one, in their order. On the way
  /// into v2, those are included that only releases in between have.
  public static func between(_ from: Release, _ to: Release) -> [UpstreamChange] {
    guard from <= to else { return between(to, from) }
    return all.filter { $0.since > from && $0.since <= to }
  }
}
