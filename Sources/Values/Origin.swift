public import Diagnostics

/// The origin of a value: the place that sets it, and what brought that place in.
public struct Origin: Sendable, Hashable {
  /// The place that says the value; nil for what the tool itself decides.
  public let span: Span?
  /// The `extends`, `profile`, `templates` or `assign` entries that brought the place in, outermost
  /// first.
  public let via: [Span]

  /// Makes an origin.
  public init(span: Span?, via: [Span] = []) {
    self.span = span
    self.via = via
  }

  /// The origin of a value that nobody wrote: the tool itself decides it.
  public static let tool = Origin(span: nil)

  /// The same origin, brought in by one more place.
  public func brought(by place: Span) -> Origin { Origin(span: span, via: [place] + via) }
}
