/// Where a remedy stands on a cluster.
public struct RemedySetup: Sendable {
  /// What the survey of the sources, or without sources the release's behaviour, says of a remedy.
  public enum State: String, Sendable, Hashable, CaseIterable {
    /// The fault is there and the sources can be patched.
    case applies
    /// The fault is there; there are no sources to patch.
    case needed
    /// It cures no fault and is made only when it is asked for; there are no sources to patch.
    case available
    /// The sources or the binary carry it already.
    case applied
    /// The fault is not there.
    case notNeeded = "not-needed"
    /// The functions to patch are not found.
    case missing
    /// The functions are found and do not look as the remedy expects.
    case conflict
    /// The functions to patch have a shape that no release has.
    case unverified
  }

  /// The remedy's name, `no-sys-ptrace`.
  public let name: String
  /// Where it stands.
  public let state: State
  /// Why, in plain words: `since v1.16.0 (flyte#6509)`.
  public let reason: String
  /// Whether the running binary was built with it.
  public let isDeployed: Bool
  /// Whether a patch is written for it.
  public let isPlanned: Bool
  /// Whether its effect on pods is known; that of a remedy of the user's own is not.
  public let isModelled: Bool
  /// Whether all that it is about has the shape of a known release.
  public let isVerified: Bool

  /// Makes a value.
  public init(
    name: String, state: State, reason: String, isDeployed: Bool, isPlanned: Bool,
    isModelled: Bool = true, isVerified: Bool = true
  ) {
    self.name = name
    self.state = state
    self.reason = reason
    self.isDeployed = isDeployed
    self.isPlanned = isPlanned
    self.isModelled = isModelled
    self.isVerified = isVerified
  }
}

/// One patch file.
public struct PatchSetup: Sendable {
  /// `0001-no-sys-ptrace.patch`.
  public let fileName: String
  /// The remedy it holds.
  public let remedy: String
  /// The whole file.
  public let bytes: [UInt8]

  /// Makes a value.
  public init(fileName: String, remedy: String, bytes: [UInt8]) {
    self.fileName = fileName
    self.remedy = remedy
    self.bytes = bytes
  }
}

/// The sources that patches were computed from.
public struct SourceSetup: Sendable {
  /// A file of the sources.
  public struct File: Sendable {
    /// Its path in the Flyte tree.
    public let path: String
    /// Its git blob id.
    public let blob: String

    /// Makes a value.
    public init(path: String, blob: String) {
      self.path = path
      self.blob = blob
    }
  }

  /// The commit, when the sources are a repository at a ref.
  public let commit: String?
  /// Every file that the patches read, in byte order of the paths.
  public let files: [File]
  /// Whether every function has the shape of a release.
  public let isVerified: Bool

  /// Makes a value.
  public init(commit: String?, files: [File], isVerified: Bool) {
    self.commit = commit
    self.files = files
    self.isVerified = isVerified
  }
}
