package import Flyte
public import GoPatch

extension PatchRule {
  /// The patch whose effect on pods is known, if it is one; a user's own rule may do anything,
  /// whatever its name.
  package var modeled: ModeledPatch? { isBuiltIn ? ModeledPatch(named: name) : nil }

  /// True if its effect on pods is known.
  public var isModeled: Bool { modeled != nil }
}
