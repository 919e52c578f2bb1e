internal import Glibc

/// Holds back the signals that ask a run to end (INT, TERM, HUP) while it writes, so that it can put
/// things right first. They take effect when the hold is released. Signals that the process ignores
/// stay ignored.
public struct SignalHold {
  private var held = sigset_t()

  /// Holds them back.
  public init() {
    sigemptyset(&held)
    for signal in Self.signals where !Self.isIgnored(signal) { sigaddset(&held, signal) }
    sigprocmask(SIG_BLOCK, &held, nil)
  }

  /// Lets them through.
  public func release() {
    var held = held
    sigprocmask(SIG_UNBLOCK, &held, nil)
  }

  /// Throws when one has come.
  public func check() throws(FileError) {
    var pending = sigset_t()
    sigpending(&pending)
    var held = held
    for signal in Self.signals
    where sigismember(&pending, signal) == 1 && sigismember(&held, signal) == 1 {
      throw FileError(path: ".", reason: "the run was stopped by a signal")
    }
  }

  /// Lets each of them end the process at once, with the status 128 and its number, as a shell has
  /// it. To be called once, when the process starts; while they are held back this waits too.
  ///
  /// Whoever started the process may have held signals back in its own thread, as Dispatch does, and
  /// the process inherits that; so they are let through.
  public static func exitOnSignals() {
    var handled = sigset_t()
    sigemptyset(&handled)
    for number in signals where !isIgnored(number) {
      signal(number) { number in _exit(128 + number) }
      sigaddset(&handled, number)
    }
    sigprocmask(SIG_UNBLOCK, &handled, nil)
  }

  private static let signals = [SIGHUP, SIGINT, SIGTERM]

  private static func isIgnored(_ signal: Int32) -> Bool {
    var action = sigaction()
    sigaction(signal, nil, &action)
    return unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self)
      == unsafeBitCast(SIG_IGN, to: Int.self)
  }
}
