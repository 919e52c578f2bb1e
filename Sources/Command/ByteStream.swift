public import Diagnostics
internal import Glibc
internal import Synchronization

/// The target of the bytes of a run. A fault is remembered, and
/// nothing is written after it, so that whoever writes need not look and whoever ends the run can.
public final class ByteStream: Sendable {
  /// The reason why bytes did not reach their target.
  enum Fault: Error {
    /// The reader has gone: it has what it wants, as `head` has.
    case closed
    /// Anything else, in plain words.
    case failed(String)
  }

  private let put: @Sendable ([UInt8]) throws(Fault) -> Void
  private let fault = Mutex<Fault?>(nil)

  /// Makes a stream that hands its bytes to a function.
  public convenience init(_ put: @escaping @Sendable ([UInt8]) -> Void) {
    self.init(putting: put)
  }

  /// Makes a stream to an open file, pipe or terminal.
  convenience init(descriptor: Int32) {
    self.init { bytes throws(Fault) in try Self.write(bytes, to: descriptor) }
  }

  init(putting put: @escaping @Sendable ([UInt8]) throws(Fault) -> Void) {
    self.put = put
  }

  /// Writes text, in which nothing from outside does more than be read.
  public func callAsFunction(_ text: TerminalText) { write(Array(text.text.utf8)) }

  /// Writes a patch as it is, for `git apply` needs every byte of its lines; not to a terminal.
  func callAsFunction(patch bytes: [UInt8]) { write(bytes) }

  private func write(_ bytes: [UInt8]) {
    fault.withLock { fault in
      guard fault == nil, !bytes.isEmpty else { return }
      do throws(Fault) { try put(bytes) } catch { fault = error }
    }
  }

  /// The reason why something is missing at the other end; nil if nothing is, or if the reader has gone.
  var failure: String? {
    guard case .failed(let reason) = fault.withLock({ $0 }) else { return nil }
    return reason
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) throws(Fault) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count >= 0 {
        rest = rest.dropFirst(count)
        continue
      }
      switch errno {
      case EINTR: continue
      case EAGAIN:
        // Somebody set the pipe or terminal non-blocking: wait until it takes more.
        var wanted = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        _ = poll(&wanted, 1, -1)
      case EPIPE: throw .closed
      case EBADF: throw .failed("it is closed")
      case ENOSPC, EDQUOT: throw .failed("the disk is full")
      case let code: throw .failed(String(cString: strerror(code)))
      }
    }
  }
}
