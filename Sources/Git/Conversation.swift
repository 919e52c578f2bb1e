import Glibc

/// The three streams of a program that runs: input is given and both outputs are taken as the
/// program is ready for it, so that neither side waits for the other for ever.
struct Conversation: ~Copyable {
  private let input: Stream
  private let output: Stream
  private let complaints: Stream

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

  /// Gives all input and takes all output until the program has closed both of its outputs.
  func hold(saying text: [UInt8]) -> (output: [UInt8], complaints: [UInt8]) {
    var said = 0
    var heard: [Int32: [UInt8]] = [output.ours: [], complaints.ours: []]
    var waiting = [
      pollfd(fd: input.ours, events: Int16(POLLOUT), revents: 0),
      pollfd(fd: output.ours, events: Int16(POLLIN), revents: 0),
      pollfd(fd: complaints.ours, events: Int16(POLLIN), revents: 0),
    ]
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while waiting.dropFirst().contains(where: { $0.fd >= 0 }) {
      guard poll(&waiting, nfds_t(waiting.count), -1) > 0 || errno == EINTR else { break }
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
          if got > 0 {
            heard[stream]?.append(contentsOf: chunk[..<got])
          } else if got == 0 || errno != EINTR {
            waiting[index].fd = -1
          }
        }
        waiting[index].revents = 0
      }
    }
    return (heard[output.ours] ?? [], heard[complaints.ours] ?? [])
  }

  /// How much was taken; all of it when the program no longer listens.
  private static func send(_ text: ArraySlice<UInt8>, to stream: Int32) -> Int {
    let flags = Int32(MSG_NOSIGNAL | MSG_DONTWAIT)
    let sent = text.withUnsafeBytes { Glibc.send(stream, $0.baseAddress, $0.count, flags) }
    if sent >= 0 { return sent }
    return errno == EAGAIN || errno == EINTR ? 0 : text.count
  }
}
