import PodAPI

/// The cost of a policy for the API server, estimated by the costs that cel-go gives its operations: one for
/// a field that is read or asked for and for a call, ten for a list that is made, thirty for a map, forty
/// for a struct. The API server ends an expression at 1,000,000.
public struct PolicyCost: Sendable, Equatable {
  /// Whatever the pod.
  public internal(set) var fixed = 0
  /// Besides it, for each container.
  public internal(set) var perContainer = 0

  /// The limit of an expression (`PerCallLimit`, Kubernetes 1.30 to 1.36).
  public static let limit = 1_000_000
}

extension MutatingPolicy {
  /// About what one pod costs.
  public var cost: PolicyCost {
    var cost = PolicyCost()
    for match in matches { cost.fixed += match.condition.cost }
    for step in steps {
      let operation = 40 + step.place.fields.count + step.value.cost
      switch step.scope {
      case .pod: cost.fixed += step.condition.cost + operation + 11
      case .each:
        cost.fixed += 14
        // A list that grows by one is made again.
        cost.perContainer += step.condition.cost + operation + 13
      }
    }
    return cost
  }
}

extension ValidatingPolicy {
  /// About what one pod costs; the message is made only if it is refused.
  public var cost: PolicyCost {
    var cost = PolicyCost()
    for match in matches { cost.fixed += match.condition.cost }
    for validation in validations {
      switch validation.subject {
      case .pod(let condition): cost.fixed += condition.cost
      case .eachContainer(let condition):
        cost.fixed += 2
        cost.perContainer += condition.cost + 3
      }
    }
    return cost
  }
}

extension PolicyStep.Value {
  fileprivate var cost: Int {
    switch self {
    case .literal(.bool), .literal(.integer), .literal(.string): 0
    case .literal(.list): 10
    case .literal(.map), .literal(.object): 30
    case .empty: 40
    case .kept(let texts), .extended(let texts): 20 + texts.count
    }
  }
}

extension PolicyCondition {
  /// At most: every part is asked.
  var cost: Int {
    switch self {
    case .always: 0
    case .has(let place): place.guardCost
    case .isTrue(let place), .equals(let place, _): place.guardCost + place.fields.count + 2
    case .isAmong(let place, let values): place.guardCost + place.fields.count + 11 + values.count
    case .isWithin(let place, let ranges):
      place.guardCost + (place.fields.count + 2) * 2 * ranges.count
    case .hasOutside(let place, let ranges): place.guardCost + 10 + 40 * ranges.count
    case .contains(let place, _): place.guardCost + place.fields.count + 12
    case .hasOther(let place, let texts): place.guardCost + 10 + 4 * (11 + texts.count)
    case .startsWith(let place, let texts):
      place.guardCost + texts.reduce(0) { $0 + place.fields.count + 2 + $1.text.utf8.count / 10 }
    case .isAnnotated(_, let values): 14 + 10 + values.count
    case .someContainer(let list, let condition):
      list.place.guardCost + 4 * (condition.cost + 3)
    case .not(let inner): inner.cost + 1
    case .all(let parts), .any(let parts): parts.reduce(0) { $0 + $1.cost }
    }
  }
}

extension PolicyPlace {
  /// The cost of asking for everything on the way.
  fileprivate var guardCost: Int { optional.reduce(0) { $0 + $1.fields.count + 1 } }
}
