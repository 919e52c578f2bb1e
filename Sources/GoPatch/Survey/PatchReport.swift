/// The state of one patch in a tree.
public struct PatchReport: Sendable {
  /// The patch.
  public let name: String
  /// The state.
  public let state: PatchState
  /// The reason, in words; empty if the state is enough.
  public let reason: String
  /// True if it is made only when asked for.
  public let isOptIn: Bool
  /// The patches that cannot be made together with it.
  public let excludes: [String]
  /// Patches of which one must be made before it, here.
  public let needs: [String]
  /// The places where it stops.
  public let places: [PatchLocation]
  /// The declarations it edits or asks about whose shapes no known release has.
  public let unknownShapes: [String]
  /// Those of a user's own rule that the table of shapes does not cover.
  public let uncoveredShapes: [String]

  init(
    of rule: PatchRule, _ state: PatchState, _ reason: String = "", needs: [String] = [],
    places: [PatchLocation] = [], unknownShapes: [String] = [], uncoveredShapes: [String] = []
  ) {
    name = rule.name
    self.state = state
    self.reason = reason
    isOptIn = rule.isOptIn
    excludes = rule.excludes
    self.needs = needs
    self.places = places
    self.unknownShapes = unknownShapes
    self.uncoveredShapes = uncoveredShapes
  }
}
