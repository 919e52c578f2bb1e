/// The name that git gives to a file's content.
public enum BlobID {
  /// What git writes where there is no file.
  public static let absent = String(repeating: "0", count: 40)

  /// The 40 hexadecimal digits of the blob with this content, in a repository that uses SHA-1.
  public static func of(_ bytes: [UInt8]) -> String {
    SHA1.hex(of: Array("blob \(bytes.count)\0".utf8) + bytes)
  }
}
