/// SHA-256 of bytes that are at hand.
public enum SHA256 {
  /// The 32 bytes of the digest.
  public static func digest(of bytes: UnsafeRawBufferPointer) -> [UInt8] {
    Algorithm.sha256.digest(of: bytes)
  }

  /// The 32 bytes of the digest.
  public static func digest(of bytes: [UInt8]) -> [UInt8] {
    bytes.withUnsafeBytes { digest(of: $0) }
  }

  /// The digest as 64 lower-case hexadecimal digits.
  public static func hex(of bytes: [UInt8]) -> String { hexText(digest(of: bytes)) }

  /// The digest as 64 lower-case hexadecimal digits.
  public static func hex(of bytes: UnsafeRawBufferPointer) -> String { hexText(digest(of: bytes)) }
}
