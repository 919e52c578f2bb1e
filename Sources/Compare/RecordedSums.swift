import Digests
public import Files

/// The record of what earlier runs wrote in a cluster's folder: the SHA256SUMS of the last one that
/// ended, and what those that were interrupted since meant to write.
public struct RecordedSums {
  /// The place of the list.
  public static let place = FilePlace("", "SHA256SUMS")
  /// The file that every cluster's folder has, and so every record of one.
  public static let setup = FilePlace("", "setup.yaml")

  private var digests: [FilePlace: [String]] = [:]
  /// The folders of what was written, and those around them.
  private var folders: TextSet = []
  /// True if the list is the one that was written with `setup.yaml`. Any other says nothing.
  let isSealed: Bool

  init(list: [UInt8]?, mark: SetupMark?, journals: [[UInt8]]) {
    isSealed = list.map { mark?.seals($0) ?? false } ?? false
    if isSealed, let list { add(LineEnds.plain(list)) }
    for journal in journals { add(journal) }
  }

  /// Reads the journals of interrupted runs.
  public init(journals: [[UInt8]]) { self.init(list: nil, mark: nil, journals: journals) }

  /// A line as SHA256SUMS and journals have it.
  public static func line(_ place: FilePlace, _ bytes: [UInt8]) -> [UInt8] {
    Array("\(SHA256.hex(of: bytes))  \(place.path)\n".utf8)
  }

  private mutating func add(_ lines: [UInt8]) {
    for (place, digest) in Self.parse(lines) {
      digests[place, default: []].append(digest)
      var folder = place.folder
      while !folder.isEmpty, folders.insert(folder).inserted { folder = FilePlace(folder).folder }
    }
  }

  /// The places where something was written, in byte order of the paths.
  public var places: [FilePlace] {
    digests.keys.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  /// True if something was written at a place.
  func names(_ place: FilePlace) -> Bool { digests[place] != nil }

  /// True if something was written in a folder, or in one below it.
  func names(folder: String) -> Bool { folders.contains(folder) }

  /// Returns whether a file is as it was written at its place, but for line ends.
  public func isAsWritten(_ file: FoundFile, at place: FilePlace) -> Bool {
    guard file.isWhole, let digests = digests[place] else { return false }
    if digests.contains(SHA256.hex(of: file.bytes)) { return true }
    let plain = LineEnds.plain(file.bytes)
    return plain.count != file.bytes.count && digests.contains(SHA256.hex(of: plain))
  }

  /// Lines of the form that `sha256sum -c` reads; others are passed over, and so are paths that this
  /// program never writes, for they lead deeper or are longer.
  static func parse(_ bytes: [UInt8]) -> [(place: FilePlace, digest: String)] {
    var lines: [(place: FilePlace, digest: String)] = []
    var rest = bytes[...]
    while !rest.isEmpty, lines.count < most {
      let line = rest.prefix { $0 != 0x0A }
      rest = rest[line.endIndex...].dropFirst()
      guard line.count > 66, line.dropFirst(64).prefix(2).elementsEqual("  ".utf8) else { continue }
      let path = line.dropFirst(66)
      guard path.count < 1_024, path.count(where: { $0 == slash }) <= 8 else { continue }
      lines.append(
        (
          FilePlace(String(decoding: path, as: UTF8.self)),
          String(decoding: line.prefix(64), as: UTF8.self)
        ))
    }
    return lines
  }

  /// More than twice as many as a cluster can have.
  private static let most = 500_000
  private static let slash = UInt8(ascii: "/")
}
