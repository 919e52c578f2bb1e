import Digests
import Files

/// The facts that the `setup.yaml` of a cluster's folder has about the folder: its cluster, and
/// what SHA256SUMS says. A copy of the folder has another name than its cluster, and a list of
/// digests that somebody else made does not fit.
struct SetupMark: Equatable {
  /// The cluster that the folder was made for.
  let cluster: String
  /// The SHA-256 of the lines of SHA256SUMS that stand above the one of `setup.yaml`, in hexadecimal.
  private let sums: String?

  /// Reads a file, or its start; nil where it is not this program's.
  init?(_ bytes: [UInt8]) {
    guard GeneratedMark.isIn(bytes),
      let cluster = GeneratedMark.values(of: "cluster", in: bytes).first
    else { return nil }
    self.cluster = cluster
    sums = GeneratedMark.values(of: "sums", in: bytes).first
  }

  /// True if a SHA256SUMS is the one that was written with the file.
  func seals(_ list: [UInt8]) -> Bool {
    let list = LineEnds.plain(list)
    let lineOfSetup = 64 + 2 + RecordedSums.setup.name.utf8.count + 1
    guard list.count >= lineOfSetup, list.last == 0x0A,
      list.suffix(RecordedSums.setup.name.utf8.count + 3)
        .elementsEqual("  \(RecordedSums.setup.name)\n".utf8)
    else { return false }
    return SHA256.hex(of: Array(list.dropLast(lineOfSetup))) == sums
  }
}
