internal import Dispatch

/// Work on all cores of the machine.
public enum Parallel {
  /// At most as many positions are worked on by one thread before it takes the next ones.
  private static let grain = 16
  /// The positions are given out in at least as many parts, where there are as many.
  private static let parts = 16

  /// The values that a body makes of the positions from 0, in their order. The body is run by several
  /// threads at once, in no order.
  public static func map<Value: Sendable>(
    count: Int, _ body: @Sendable (_ position: Int) -> Value
  ) -> [Value] {
    let grain = min(grain, max(1, count / parts))
    guard count > grain else { return (0..<count).map(body) }
    return Array(unsafeUninitializedCapacity: count) { buffer, initialized in
      // Each position is written by one thread, and read when all are done.
      nonisolated(unsafe) let places = buffer
      DispatchQueue.concurrentPerform(iterations: (count + grain - 1) / grain) { part in
        for position in part * grain..<min(count, (part + 1) * grain) {
          places.initializeElement(at: position, to: body(position))
        }
      }
      initialized = count
    }
  }
}
