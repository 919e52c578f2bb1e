public import Setup

/// What the survey of a cluster's sources says of one remedy.
public struct SourceFinding: Sendable {
  /// The remedy's name.
  public let remedy: String
  /// Where it stands.
  public let state: RemedySetup.State
  /// Why, in plain words.
  public let reason: String
  /// Whether it is off unless the config asks for it.
  public let isOptIn: Bool
  /// Whether its effect on pods is known; that of a remedy of the user's own is not.
  public let isModelled: Bool
  /// Whether all that it is about has the shape of a known release.
  public let isVerified: Bool
  /// Remedies that cannot be had together with it.
  public let excludes: [String]

  /// Makes a finding.
  public init(
    remedy: String, state: RemedySetup.State, reason: String, isOptIn: Bool,
    isModelled: Bool = true, isVerified: Bool = true, excludes: [String]
  ) {
    self.remedy = remedy
    self.state = state
    self.reason = reason
    self.isOptIn = isOptIn
    self.isModelled = isModelled
    self.isVerified = isVerified
    self.excludes = excludes
  }
}
