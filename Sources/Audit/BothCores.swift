internal import Glibc
internal import Synchronization

/// Two pieces of work at once: what runs now and what is planned know nothing of each other.
enum BothCores {
  /// The results of both.
  static func run<First: Sendable, Second: Sendable>(
    _ first: @escaping @Sendable () -> First, _ second: () -> Second
  ) -> (First, Second) {
    let work = Work(first)
    var thread = pthread_t()
    let failure = pthread_create(
      &thread, nil,
      { pointer in
        if let pointer { Unmanaged<Runnable>.fromOpaque(pointer).takeRetainedValue().run() }
        return nil
      }, Unmanaged<Runnable>.passRetained(work).toOpaque())
    let other = second()
    if failure == 0 {
      pthread_join(thread, nil)
    } else {
      // The thread that was to release it does not exist.
      Unmanaged<Runnable>.passUnretained(work).release()
    }
    return (work.result ?? first(), other)
  }
}

/// The work of a thread.
private class Runnable {
  func run() {}
}

private final class Work<Value: Sendable>: Runnable {
  private let work: @Sendable () -> Value
  private let value = Mutex<Value?>(nil)

  init(_ work: @escaping @Sendable () -> Value) { self.work = work }

  /// Nil before it has run.
  var result: Value? { value.withLock { $0 } }

  override func run() {
    let made = work()
    value.withLock { $0 = made }
  }
}
