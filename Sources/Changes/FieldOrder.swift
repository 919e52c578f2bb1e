import Values

/// An order of a field's values, from strict to loose. It is partial: it knows of some values which
/// one allows more, and says so only of these.
struct FieldOrder: Sendable {
  /// The order in words, for the page that lists them.
  let rule: String
  private let compare: @Sendable (PlainValue?, PlainValue?) -> Meaning

  init(_ rule: String, _ compare: @escaping @Sendable (PlainValue?, PlainValue?) -> Meaning) {
    self.rule = rule
    self.compare = compare
  }

  /// The meaning of a change from one value to another; nil stands for a field that is not set.
  func meaning(_ before: PlainValue?, _ after: PlainValue?) -> Meaning {
    let before = before == .null ? nil : before
    let after = after == .null ? nil : after
    return TreeComparison.isSame(before, after) ? .neutral : compare(before, after)
  }
}

extension FieldOrder {
  /// Values on a ladder: each has a rung, the strictest the lowest. Two on one rung are the same if
  /// the rung is firm, else incomparable; a value without a rung is incomparable to all.
  static func ladder(
    _ rule: String, firm: Set<Int> = [], _ rung: @escaping @Sendable (PlainValue?) -> Int?
  ) -> FieldOrder {
    FieldOrder(rule) { before, after in
      guard let from = rung(before), let to = rung(after) else { return .incomparable }
      if from == to { return firm.contains(from) ? .neutral : .incomparable }
      return from < to ? .loosened : .tightened
    }
  }

  /// A flag of which one value is strict; not set is the same as the other, or as this one.
  static func flag(strict: Bool, unsetIsStrict: Bool) -> FieldOrder {
    let unset = unsetIsStrict ? strict : !strict
    return ladder(
      unsetIsStrict ? "\(strict) = not set < \(!strict)" : "\(strict) < not set = \(!strict)",
      firm: [0, 1]
    ) { value in
      guard let flag = value.map({ $0.bool }) ?? unset else { return nil }
      return flag == strict ? 0 : 1
    }
  }

  /// A flag that somebody else decides where it is not set.
  static func openFlag(strict: Bool) -> FieldOrder {
    ladder("\(strict) < not set < \(!strict)") { value in
      guard let value else { return 1 }
      return value.bool.map { $0 == strict ? 0 : 2 }
    }
  }

  /// Words on a ladder; nil is the field that is not set.
  static func words(_ rule: String, _ rungs: [[String?]]) -> FieldOrder {
    ladder(rule, firm: Set(rungs.indices)) { value in
      if let value, value.string == nil { return nil }
      return rungs.firstIndex { rung in
        rung.contains { word in
          switch (word, value?.string) {
          case (let word?, let text?): word == text
          case (nil, nil): true
          default: false
          }
        }
      }
    }
  }

  /// No order: every two values are incomparable.
  static let unknown = FieldOrder("none: every change is incomparable") { _, _ in .incomparable }

  /// Any value is as good as another.
  static let neutral = FieldOrder("no effect on security") { _, _ in .neutral }
}
