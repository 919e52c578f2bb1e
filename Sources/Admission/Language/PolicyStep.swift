public import PodAPI

/// One step of a mutation: a JSON patch operation `add` at a place, where a condition asks for it.
public struct PolicyStep: Sendable, Hashable {
  /// The objects that it is done to.
  public enum Scope: Sendable, Hashable {
    case pod
    /// Each container of a list.
    case each(PolicyContainers)

    var root: PolicyPlace.Root { self == .pod ? .pod : .container }
  }

  /// The value that is put there.
  public enum Value: Sendable, Hashable {
    /// This one.
    case literal(PodValue)
    /// A struct of which nothing is set.
    case empty
    /// Of the list that is there, what is among these.
    case kept([ByteText])
    /// The list that is there and these.
    case extended([ByteText])
  }

  /// The objects that it is done to.
  public let scope: Scope
  /// The place that is set.
  public let place: PolicyPlace
  /// The value.
  public let value: Value
  /// The condition on the pod, before any step.
  public let condition: PolicyCondition
  /// Its effect, in a line.
  public let comment: String

  /// Makes a step; its place begins where its scope does.
  public init(
    _ scope: Scope, set place: PolicyPlace, to value: Value, when condition: PolicyCondition,
    comment: String
  ) {
    precondition(place.root == scope.root, "a step sets \(place.text) of another scope")
    self.scope = scope
    self.place = place
    self.value = value
    self.condition = condition.simplified
    self.comment = comment
  }
}
