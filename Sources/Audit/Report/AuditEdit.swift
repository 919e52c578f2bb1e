public import Diagnostics
public import Reports

/// An edit of a file that was read: a part of one line is replaced.
public struct AuditEdit: Sendable, Hashable {
  /// The beginning of the part.
  public let place: ReportPlace
  /// The number of Unicode scalars of the line that are replaced.
  public let length: Int
  /// The replacement.
  @Bytewise public private(set) var text: String
  /// The probability that the author wants it.
  public let certainty: Fix.Certainty

  /// Makes one of a fix.
  public init(_ fix: Fix) {
    place = ReportPlace(fix.span)
    length = fix.span.length
    text = fix.text
    certainty = fix.certainty
  }
}

extension AuditFix {
  /// The part of a fix that a program can do.
  public enum Applicability: String, Sendable, Hashable, CaseIterable {
    /// Its edits are the whole fix, and the model saw that it helps.
    case certain
    /// Its edits are probably what the author wants.
    case likely
    /// Somebody has to do it.
    case byHand = "by-hand"
  }

  /// The edits that are the whole fix; empty where a step is no edit.
  public var edits: [AuditEdit] {
    let edits = steps.compactMap(\.edit)
    return edits.count == steps.count ? edits : []
  }

  /// The part of it that a program can do.
  public var applicability: Applicability {
    guard !edits.isEmpty else { return .byHand }
    return proof == .tried && edits.allSatisfy { $0.certainty == .certain } ? .certain : .likely
  }
}
