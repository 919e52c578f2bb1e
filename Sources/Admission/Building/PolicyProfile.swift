public import PodAPI

/// The fields that a profile has for its pods, as far as admission policies bring it about or hold pods to it.
public struct PolicyProfile: Sendable, Hashable {
  /// The containers that a profile tells apart.
  public enum Role: Sendable, Hashable, CaseIterable {
    /// The task's own container. Nothing on a pod tells it from the others.
    case primary
    /// Any other of the main containers.
    case main
    /// Co-pilot, among the main containers.
    case copilot
    /// An init container.
    case initial
    /// Co-pilot, among the init containers.
    case initialCopilot

    var isCopilot: Bool { self == .copilot || self == .initialCopilot }
  }

  /// The profile's name in messages.
  @Bytewise public private(set) var name: String
  /// The PodSpec fields that it says.
  public var pod: PodObject
  /// The security context of each role; a role that is missing says nothing.
  public var contexts: [Role: PodObject]
  /// The capabilities that its Pod Security level lets containers add; nil: any.
  public var addable: [ByteText]?
  /// True if the level asks that all capabilities are dropped.
  public var dropsAll: Bool
  /// The start of the names of co-pilot's containers.
  @Bytewise public private(set) var copilotPrefix: String
  /// The values that it allows besides its own.
  public var allowed: AllowedValues

  /// Makes a profile.
  public init(
    name: String, pod: PodObject, contexts: [Role: PodObject], addable: [ByteText]?,
    dropsAll: Bool, copilotPrefix: String, allowed: AllowedValues = AllowedValues()
  ) {
    self.name = name
    self.pod = pod
    self.contexts = contexts
    self.addable = addable
    self.dropsAll = dropsAll
    self.copilotPrefix = copilotPrefix
    self.allowed = allowed
  }

  /// The security context of the pod.
  var podContext: PodObject { pod[.securityContext]?.object ?? PodObject() }
}

/// The values that a profile allows besides its own.
public struct AllowedValues: Sendable, Hashable {
  /// Ids of users; nil: only the profile's own.
  public var users: [ClosedRange<Int64>]?
  /// Ids of groups; nil: only the profile's own.
  public var groups: [ClosedRange<Int64>]?
  /// Capabilities that containers may add; nil: those of the profile.
  public var capabilities: [ByteText]?
  /// The starts that images may have, up to a `/`; nil: any.
  public var registries: [ByteText]?

  /// Makes a value.
  public init(
    users: [ClosedRange<Int64>]? = nil, groups: [ClosedRange<Int64>]? = nil,
    capabilities: [ByteText]? = nil, registries: [ByteText]? = nil
  ) {
    self.users = users
    self.groups = groups
    self.capabilities = capabilities
    self.registries = registries
  }
}
