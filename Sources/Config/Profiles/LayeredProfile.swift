import Model

/// A profile with all its layers, and whether everything that was meant is in it.
struct LayeredProfile {
  let profile: Profile
  /// True if nothing of it was reported as wrong and left out.
  let isWhole: Bool
  /// True if nothing of its claim was.
  let isClaimKnown: Bool
}
