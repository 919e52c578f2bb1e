import Foundation
import Testing

@testable import Files

/// Signals that ask a run to end wait until it has put things right.
@Suite struct SignalHoldTests {
  @Test(arguments: [SIGHUP, SIGINT, SIGTERM]) func aSignalIsToldAndWaits(number: Int32) throws {
    let hold = SignalHold()
    defer { hold.release() }
    try hold.check()
    pthread_kill(pthread_self(), number)
    #expect(throws: FileError.self) { try hold.check() }
    // Taken, or it would end the tests.
    var set = sigset_t()
    sigemptyset(&set)
    sigaddset(&set, number)
    var taken: Int32 = 0
    #expect(sigwait(&set, &taken) == 0)
    #expect(taken == number)
    try hold.check()
  }
}
