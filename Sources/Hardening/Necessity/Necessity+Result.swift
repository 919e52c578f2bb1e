public import Flyte

extension Necessity {
  /// The result of a search.
  public struct Result: Sendable {
    /// The patches, only those that are needed planned.
    public let choice: PatchSelection
    /// True if pods need policies that change them.
    public let needsPolicies: Bool
    /// The patches that are needed and cannot be made, because no sources are given.
    public let withoutSource: [String]
    /// The pods that stay refused whatever is allowed; nil: all pass.
    public let shortfall: Shortfall?
  }

  /// A claimed pod that nothing allowed makes pass.
  public struct Shortfall: Sendable {
    /// The first such task.
    public let task: JudgedTask
    /// The position of the set of templates.
    public let set: Int
    /// The template.
    public let template: String
    /// The change of the config with which all pods would pass; nil: none is known.
    public let remedy: Remedy?
    /// The first later release with which they would pass as they are; nil: none is known.
    public let release: Release?
  }

  /// A change of the config with which all claimed pods would pass.
  public enum Remedy: Sendable, Equatable {
    /// `policies: auto`.
    case policies
    /// `patches: auto`.
    case patches
    /// Both.
    case both
    /// `policies: auto`, on a cluster that can have such policies.
    case policiesElsewhere
  }
}
