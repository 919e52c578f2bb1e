public import Values

/// The way in which an admission policy holds pods to a profile.
public struct Enforcement: Sendable {
  /// The treatment of a pod that differs.
  public enum Action: String, Sendable, Hashable {
    case warn, deny
  }

  /// The treatment.
  public let action: Action
  /// The place in the config.
  public let origin: Origin

  /// Makes a value.
  public init(action: Action, origin: Origin) {
    self.action = action
    self.origin = origin
  }
}

/// The values that an enforced profile allows besides its own.
public struct Allowance: Sendable {
  /// Ids of users.
  public let users: [Located<ClosedRange<Int64>>]?
  /// Ids of groups.
  public let groups: [Located<ClosedRange<Int64>>]?
  /// Capabilities.
  public let capabilities: [Located<String>]?
  /// Registries that images come from, and the place of their list.
  public let registries: Located<[Located<String>]>?
  /// The place in the config.
  public let origin: Origin

  /// Makes a value.
  public init(
    users: [Located<ClosedRange<Int64>>]?, groups: [Located<ClosedRange<Int64>>]?,
    capabilities: [Located<String>]?, registries: Located<[Located<String>]>?, origin: Origin
  ) {
    self.users = users
    self.groups = groups
    self.capabilities = capabilities
    self.registries = registries
    self.origin = origin
  }
}

/// The admission policies that can be used.
public enum PolicyRequest: Sendable {
  /// Those that pods need which patches do not make admissible.
  case automatic(Origin)
  /// None that changes pods.
  case none(Origin)
}

/// The fields of a profile before a Flyte drops those that it was not built with: an admission policy brings
/// these about, whatever Flyte knows.
public struct UndroppedFields: Sendable {
  /// PodSpec fields.
  public let pod: OriginTree
  /// `containers`.
  public let containers: OriginTree
  /// `primary`.
  public let primary: OriginTree
  /// `initContainers`.
  public let initContainers: OriginTree
  /// `copilot`.
  public let copilot: OriginTree
}
