/// SHA-1 of bytes that are at hand; used only because git names its objects with it.
public enum SHA1 {
  /// The 20 bytes of the digest.
  public static func digest(of bytes: UnsafeRawBufferPointer) -> [UInt8] {
    Algorithm.sha1.digest(of: bytes)
  }

  /// The 20 bytes of the digest.
  public static func digest(of bytes: [UInt8]) -> [UInt8] {
    bytes.withUnsafeBytes { digest(of: $0) }
  }

  /// The digest as 40 lower-case hexadecimal digits.
  public static func hex(of bytes: [UInt8]) -> String { hexText(digest(of: bytes)) }
}
