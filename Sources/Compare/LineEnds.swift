/// Line ends, which git may change on checkout: LF as generated, CR LF with `autocrlf`.
enum LineEnds {
  /// The same bytes with LF for every CR LF.
  static func plain(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(0x0D) else { return bytes }
    var plain: [UInt8] = []
    plain.reserveCapacity(bytes.count)
    for (index, byte) in bytes.enumerated() {
      if byte == 0x0D, index + 1 < bytes.count, bytes[index + 1] == 0x0A { continue }
      plain.append(byte)
    }
    return plain
  }
}
