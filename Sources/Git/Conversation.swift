import Glibc

/// The three streams of a program that runs: input is given and both outputs are taken as the
/// program is ready for it, so that neither side waits for the other for ever.
struct Conversation: ~Copyable {
  /// The end of a conversation.
  enum Ending {
    /// The program closed both of its outputs.
    case closed
    /// It said more than was to be taken.
    case tooMuch
    /// Its time was over.
    case tooLate
  }

  private let input: Stream
  private let output: Stream
  private let complaints: Stream

  /// Of what a program complains, no more than this is kept.
  private static let complaintBytes = 64 << 10

  /// The ends that the program gets.
  var programEnds: [Int32] { [input.theirs, output.theirs, complaints.theirs] }

  /// Two connected ends. Sockets, since writing to one that was closed can be had as an error
  /// rather than as a signal, and since both ends stay out of other programs from the start.
  private struct Stream {
    let ours: Int32
    let theirs: Int32

    init?() {
      var ends: [Int32] = [-1, -1]
      let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
      guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else { return nil }
      (ours, theirs) = (ends[0], ends[1])
    }
  }

  /// Nil when the process has too many files open.
  init?() {
    guard let input = Stream(), let output = Stream(), let complaints = Stream() else {
      return nil
    }
    (self.input, self.output, self.complaints) = (input, output, complaints)
  }

  deinit {
    for stream in [input, output, complaints] { close(stream.ours) }
  }

  /// To be called once the program has its own copies of its ends, or was not started.
  func closeProgramEnds() {
    for end in programEnds { close(end) }
  }

  /// Gives all input and takes all output until the program has closed both of its outputs, has
  /// said too much or is too late.
  /// - Parameter limit: how many bytes of output are taken.
  func hold(
    saying text: [UInt8], limit: Int, until deadline: ContinuousClock.Instant
  ) -> (output: [UInt8], complaints: [UInt8], ending: Ending) {
    var said = 0
    var heard: [UInt8] = []
    var complained: [UInt8] = []
    var waiting = [
      pollfd(fd: input.ours, events: Int16(POLLOUT), revents: 0),
      pollfd(fd: output.ours, events: Int16(POLLIN), revents: 0),
      pollfd(fd: complaints.ours, events: Int16(POLLIN), revents: 0),
    ]
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while waiting.dropFirst().contains(where: { $0.fd >= 0 }) {
      let left = Self.milliseconds(until: deadline)
      guard left > 0 else { return (heard, complained, .tooLate) }
      guard poll(&waiting, nfds_t(waiting.count), left) >= 0 || errno == EINTR else { break }
      for index in waiting.indices where waiting[index].revents != 0 {
        let stream = waiting[index].fd
        if index == 0 {
          said += Self.send(text[said...], to: stream)
          if said == text.count {
            shutdown(stream, Int32(SHUT_WR))
            waiting[index].fd = -1  // poll passes over it
          }
        } else {
          let got = recv(stream, &chunk, chunk.count, 0)
          if got > 0, index == 1 {
            guard heard.count + got <= limit else {
              heard += chunk[..<min(got, limit - heard.count)]
              return (heard, complained, .tooMuch)
            }
            heard += chunk[..<got]
          } else if got > 0 {
            complained += chunk[..<min(got, Self.complaintBytes - complained.count)]
          } else if got == 0 || errno != EINTR {
            waiting[index].fd = -1
          }
        }
        waiting[index].revents = 0
      }
    }
    return (heard, complained, .closed)
  }

  /// The time that is left, rounded up.
  private static func milliseconds(until deadline: ContinuousClock.Instant) -> Int32 {
    let (seconds, rest) = (deadline - .now).components
    guard seconds >= 0, rest >= 0 else { return 0 }
    return seconds > 1_000_000 ? .max : Int32(seconds * 1000 + rest / 1_000_000_000_000_000 + 1)
  }

  /// Sends text. The result is how much was taken; all of it if the program no longer listens.
  private static func send(_ text: ArraySlice<UInt8>, to stream: Int32) -> Int {
    let flags = Int32(MSG_NOSIGNAL | MSG_DONTWAIT)
    let sent = text.withUnsafeBytes { Glibc.send(stream, $0.baseAddress, $0.count, flags) }
    if sent >= 0 { return sent }
    return errno == EAGAIN || errno == EINTR ? 0 : text.count
  }
}
