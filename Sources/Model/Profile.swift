import Diagnostics
public import Values

/// A security profile with everything it extends laid into it: what every pod under it shall be.
public struct Profile: Sendable {
  /// The claim that every pod under the profile passes a Pod Security level.
  public struct Claim: Sendable {
    /// The levels of the Pod Security Standards.
    public enum Level: String, Sendable, Hashable, CaseIterable {
      case privileged, baseline, restricted
    }

    /// The level.
    public let level: Level
    /// Minor version of the standard; nil for `latest`.
    public let minor: Int?
    /// The place in the config.
    public let origin: Origin

    /// Makes a claim.
    public init(level: Level, minor: Int?, origin: Origin) {
      self.level = level
      self.minor = minor
      self.origin = origin
    }
  }

  /// The names of the profiles it was laid together from, left to right.
  public var names: [String]
  /// The Pod Security level that it claims.
  public var claim: Claim?
  /// PodSpec fields.
  public var pod: OriginTree
  /// Container fields of the task's containers that have no difference: `containers`.
  public var containers: OriginTree
  /// Differences for the task's own container; null takes away what `containers` says.
  public var primary: OriginTree
  /// Differences for init containers, nulls among them.
  public var initContainers: OriginTree
  /// Differences for the two co-pilot containers, nulls among them.
  public var copilot: OriginTree
  /// `labels` and `annotations` of the pods.
  public var podMetadata: OriginTree
  /// The way in which pods are held to it; nil: they are not.
  public var enforcement: Enforcement?
  /// The values that it allows besides its own, where pods are held to it.
  public var allowance: Allowance?
  /// All its fields, with those that the cluster's Flyte drops; nil: it drops none.
  private var undropped: UndroppedFields?
  /// The paths of the files that the built-in profiles stand in.
  public let builtInFiles: TextSet

  /// Makes a profile.
  public init(
    names: [String], claim: Claim?, pod: OriginTree, containers: OriginTree, primary: OriginTree,
    initContainers: OriginTree, copilot: OriginTree, podMetadata: OriginTree,
    builtInFiles: TextSet = []
  ) {
    self.names = names
    self.claim = claim
    self.pod = pod
    self.containers = containers
    self.primary = primary
    self.initContainers = initContainers
    self.copilot = copilot
    self.podMetadata = podMetadata
    self.builtInFiles = builtInFiles
  }

  /// The same profile as it is for a Flyte that drops no field.
  public var beforeFlyte: Profile {
    guard let undropped else { return self }
    var whole = self
    whole.undropped = nil
    whole.pod = undropped.pod
    whole.containers = undropped.containers
    whole.primary = undropped.primary
    whole.initContainers = undropped.initContainers
    whole.copilot = undropped.copilot
    return whole
  }

  /// The profile without the fields that a Flyte drops, which keeps in mind what it was.
  public func dropped(to profile: Profile) -> Profile {
    var left = profile
    left.enforcement = enforcement
    left.allowance = allowance
    left.undropped = UndroppedFields(
      pod: pod, containers: containers, primary: primary, initContainers: initContainers,
      copilot: copilot)
    return left
  }

  /// Returns whether a built-in profile says a value, and not the config.
  public func isBuiltIn(_ origin: Origin) -> Bool {
    origin.span.map { builtInFiles.contains($0.file.path) } ?? false
  }

  /// True if its pods are for Windows, which lacks most fields of security contexts.
  public var isWindows: Bool { pod[path: ["os", "name"]]?.string == "windows" }
}
