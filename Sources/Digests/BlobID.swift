/// The name that git gives to a file's content.
public enum BlobID {
  /// The id that git writes if there is no file.
  public static let absent = String(repeating: "0", count: 40)

  /// The 40 hexadecimal digits of the blob with this content, in a repository that uses SHA-1.
  public static func of(_ bytes: [UInt8]) -> String {
    SHA1.hex(of: object(bytes))
  }

  /// The id of the blob with this content, in the kind of repository that another id is from: 40
  /// hexadecimal digits for SHA-1, 64 for SHA-256.
  public static func of(_ bytes: [UInt8], like id: String) -> String {
    id.utf8.count == 64 ? SHA256.hex(of: object(bytes)) : of(bytes)
  }

  private static func object(_ bytes: [UInt8]) -> [UInt8] {
    Array("blob \(bytes.count)\0".utf8) + bytes
  }
}
