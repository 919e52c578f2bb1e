public import Files

/// The SHA256SUMS of a cluster's folder: what the last `generate` wrote there.
public struct RecordedSums: Sendable {
  /// Digests in hexadecimal by path below the cluster's folder; none without the file.
  public let digests: [String: String]

  /// The name of the file.
  public static let fileName = "SHA256SUMS"

  /// Reads the file of a cluster's folder; without it nothing is recorded.
  public init(folder: String) throws(FileError) {
    let path = folder + "/" + Self.fileName
    guard FileReading.kind(of: path) != nil else {
      digests = [:]
      return
    }
    digests = Self.parse(try FileReading.bytes(of: path))
  }

  /// Lines of the form that `sha256sum -c` reads; others are passed over.
  static func parse(_ bytes: [UInt8]) -> [String: String] {
    var digests: [String: String] = [:]
    for line in bytes.split(separator: 0x0A) {
      guard line.count > 66, line.dropFirst(64).prefix(2).elementsEqual("  ".utf8) else { continue }
      let path = String(decoding: line.dropFirst(66), as: UTF8.self)
      digests[path] = String(decoding: line.prefix(64), as: UTF8.self)
    }
    return digests
  }
}
