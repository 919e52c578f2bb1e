public import Files

/// The SHA256SUMS of a cluster's folder: what the last `generate` wrote there.
public struct RecordedSums: Sendable {
  /// Digests in hexadecimal by path below the cluster's folder; none without the file.
  public let digests: [String: String]

  /// The name of the file.
  public static let place = FilePlace("", "SHA256SUMS")
  /// What every cluster's folder has, and so every record of one.
  static let setup = FilePlace("", "setup.yaml")
  /// The files by which a folder is known as a cluster's.
  public static let tellCluster = [setup, place]

  /// Reads the file of a cluster's folder; without it nothing is recorded.
  public init(in folder: OutputFolder?) throws(FileError) {
    guard case .file(let bytes)? = try folder?.look(at: Self.place) else {
      digests = [:]
      return
    }
    digests = Self.parse(bytes)
  }

  /// Whether it is the record of a cluster's folder, and no other list of digests.
  var isOfCluster: Bool { digests[Self.setup.path] != nil }

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
