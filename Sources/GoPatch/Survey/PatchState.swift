/// The state of a patch in a tree.
public enum PatchState: String, Sendable, CaseIterable {
  /// A file or a declaration that the patch is about is not there: nothing is known.
  case missing
  /// The tree has the cure, by upstream's own change.
  case notNeeded = "not-needed"
  /// The tree has the cure, by this patch.
  case applied
  /// The patch can be made.
  case applies
  /// The patch could be made, but a declaration it edits has a shape that no known release has.
  case unverified
  /// The place is there, but not as the patch must find it.
  case conflict
}

/// A place in the sources, and in the rule, where a patch stops.
public struct PatchLocation: Sendable {
  /// The file, from the root of the Flyte tree.
  public let path: String
  /// The declaration, such as `func Name`; empty for the whole file.
  public let scope: String
  /// The line of the source that comes nearest, from 1; nil where none does.
  public let line: Int?
  /// That line's text.
  public let lineText: String
  /// The line of the rule that did not fit.
  public let patternText: String
  /// Its number in the rule file, from 1.
  public let ruleLine: Int
}

/// The reason why a patch is not made.
struct PatchStop: Error {
  let state: PatchState
  let reason: String
  var places: [PatchLocation] = []
}
