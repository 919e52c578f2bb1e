/// The meaning of a change for security.
public enum Meaning: String, Sendable, Hashable, CaseIterable {
  /// Pods may do more than before.
  case loosened
  /// Pods may do less than before.
  case tightened
  /// No written order knows which of the two it is.
  case incomparable
  /// It is known to have no effect on security.
  case neutral

  /// The meaning of the same change backwards.
  public var reversed: Meaning {
    switch self {
    case .loosened: .tightened
    case .tightened: .loosened
    case .incomparable, .neutral: self
    }
  }

  /// The meaning of several changes of one thing together.
  public static func together(_ meanings: some Sequence<Meaning>) -> Meaning {
    let known = Set(meanings).subtracting([.neutral])
    return known.count > 1 ? .incomparable : known.first ?? .neutral
  }

  /// The meaning of a comparison of two sets of rights.
  static func rights(lost: Bool, gained: Bool) -> Meaning {
    switch (lost, gained) {
    case (true, true): .incomparable
    case (true, false): .tightened
    case (false, true): .loosened
    case (false, false): .neutral
    }
  }
}
