import Model

/// A profile with all its layers, and whether everything that was meant is in it.
struct LayeredProfile {
  let profile: Profile
  /// Whether nothing of it was reported as wrong and left out.
  let isWhole: Bool
  /// Whether nothing of its claim was.
  let isClaimKnown: Bool
}
