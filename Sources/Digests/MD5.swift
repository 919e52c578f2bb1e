/// MD5 of bytes that are at hand; used only because Flyte names objects with it.
public enum MD5 {
  /// The digest as 32 lower-case hexadecimal digits.
  public static func hex(of bytes: [UInt8]) -> String {
    hexText(bytes.withUnsafeBytes { Algorithm.md5.digest(of: $0) })
  }
}
