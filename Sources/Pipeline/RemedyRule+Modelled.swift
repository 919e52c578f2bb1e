import Flyte
public import GoPatch

extension RemedyRule {
  /// The remedy whose effect on pods is known, if it is one; a user's own rule may do anything,
  /// whatever its name.
  var modelled: Remedy? { isBuiltIn ? Remedy(named: name) : nil }

  /// Whether its effect on pods is known.
  public var isModelled: Bool { modelled != nil }
}
