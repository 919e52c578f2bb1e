import Origins

/// A difference of a profile that nothing Flyte reads can carry to the containers it is for.
struct UncarriedDifference: Hashable {
  /// The section of the profile: `primary`, `initContainers` or `copilot`.
  let section: String
  /// The field, `securityContext.readOnlyRootFilesystem`.
  let field: String
  /// Where the profile says it.
  let origin: Origin
  /// Why, in plain words.
  let reason: String
  /// What would carry it; nil when nothing does.
  let remedy: String?
}
