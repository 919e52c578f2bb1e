import PodAPI
public import Values

/// An amount that a LimitRange does not take.
public struct LimitViolation: Sendable, Hashable {
  /// The bound that is not kept.
  public enum Bound: Sendable, Hashable {
    case min, max, ratio
  }

  /// The amount that is there.
  public enum Amount: Sendable, Hashable {
    /// There is no request, or for a ratio none above zero.
    case noRequest
    /// There is no limit, or for a ratio none above zero.
    case noLimit
    /// A request.
    case request(ByteText)
    /// A limit.
    case limit(ByteText)
    /// A limit that is so many times the request.
    case ratio(Double)
  }

  /// The thing that the item is about.
  public let kind: LimitItem.Kind
  /// The container; nil for the pod.
  public let container: ByteText?
  /// The resource.
  public let resource: ByteText
  /// The bound.
  public let bound: Bound
  /// The amount that the item has for it.
  public let allowed: ByteText
  /// The amount that is there.
  public let found: Amount

  /// The words of the API server, which names no container.
  public var words: String {
    let place = "per \(kind.text) is \(allowed.text)"
    switch (bound, found) {
    case (.ratio, _):
      let start = "\(resource.text) max limit to request ratio \(place), but"
      switch found {
      case .noRequest: return "\(start) no request is specified or request is 0"
      case .noLimit: return "\(start) no limit is specified or limit is 0"
      case .ratio(let ratio): return "\(start) provided ratio is \(Self.sixDigits(ratio))"
      case .request(let text), .limit(let text): return "\(start) it is \(text.text)"
      }
    case (.min, _), (.max, _):
      let start = "\(bound == .min ? "minimum" : "maximum") \(resource.text) usage \(place)"
      switch found {
      case .noRequest: return "\(start).  No request is specified"
      case .noLimit: return "\(start).  No limit is specified"
      case .request(let text): return "\(start), but request is \(text.text)"
      case .limit(let text): return "\(start), but limit is \(text.text)"
      case .ratio(let ratio): return "\(start), but it is \(Self.sixDigits(ratio))"
      }
    }
  }

  /// The number with six digits behind the point, as C prints it.
  private static func sixDigits(_ number: Double) -> String {
    let scaled = (number * 1_000_000).rounded(.toNearestOrEven)
    guard scaled < Double(Int64.max) else { return "\(number)" }
    let (whole, rest) = Int64(scaled).quotientAndRemainder(dividingBy: 1_000_000)
    let digits = "\(rest)"
    return "\(whole)." + String(repeating: "0", count: 6 - digits.utf8.count) + digits
  }
}

/// A refusal by a LimitRange.
public struct LimitRefusal: Sendable, Hashable {
  /// The LimitRange; the API server does not name it.
  public let range: ByteText
  /// All amounts that it does not take.
  public let violations: [LimitViolation]
  /// The place where the LimitRange is written; it tells no two apart.
  @Unequal public private(set) var origin: Origin

  init(_ range: LimitRange, _ violations: [LimitViolation]) {
    self.range = ByteText(range.name)
    self.violations = violations
    origin = range.origin
  }

  /// The words of the API server.
  public var words: String { ErrorList.text(violations.map(\.words)) }
}
