public import Flyte

/// The facts about a patch for a cluster's Flyte.
public struct SurveyedPatch: Sendable {
  /// The state of a patch by the survey of the sources, or without sources by the release's
  /// behavior.
  public enum State: String, Sendable, Hashable, CaseIterable {
    /// The fault is there and the sources can be patched.
    case applies
    /// The fault is there; there are no sources to patch.
    case needed
    /// It removes no fault and is made only when it is asked for; there are no sources to patch.
    case available
    /// The sources or the binary carry it already.
    case applied
    /// The fault is not there.
    case notNeeded = "not-needed"
    /// The functions to patch are not found.
    case missing
    /// The functions are found and do not look as the patch expects.
    case conflict
    /// The functions to patch have a shape that no release has.
    case unverified
  }

  /// The patch's name, `no-sys-ptrace`.
  public let name: String
  /// Its place in the config.
  public let state: State
  /// The reason, in plain words: `since v1.16.0 (flyte#6509)`.
  public let reason: String
  /// True if it is off unless the config asks for it.
  public let isOptIn: Bool
  /// True if its effect on pods is known; that of a patch of the user's own is not.
  public let isModeled: Bool
  /// True if all that it is about has the shape of a known release.
  public let isVerified: Bool
  /// Patches that cannot be had together with it.
  public let excludes: [String]

  /// The plugin whose pods alone it changes; nil: it changes others, or its effect is not known, whatever
  /// its name.
  public var plugin: FlytePlugin? { isModeled ? ModeledPatch(named: name)?.plugin : nil }

  /// Makes a value.
  public init(
    name: String, state: State, reason: String, isOptIn: Bool, isModeled: Bool = true,
    isVerified: Bool = true, excludes: [String]
  ) {
    self.name = name
    self.state = state
    self.reason = reason
    self.isOptIn = isOptIn
    self.isModeled = isModeled
    self.isVerified = isVerified
    self.excludes = excludes
  }
}

/// A patch, and what was decided about it.
public struct ChosenPatch: Sendable {
  /// The survey's result.
  public let patch: SurveyedPatch
  /// True if the running binary was built with it.
  public let isDeployed: Bool
  /// True if a file is written for it.
  public let isPlanned: Bool

  /// Its name.
  public var name: String { patch.name }

  /// Makes a value.
  public init(_ patch: SurveyedPatch, isDeployed: Bool, isPlanned: Bool) {
    self.patch = patch
    self.isDeployed = isDeployed
    self.isPlanned = isPlanned
  }
}
