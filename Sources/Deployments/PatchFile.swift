/// One patch file.
public struct PatchFile: Sendable {
  /// `0001-no-sys-ptrace.patch`.
  public let fileName: String
  /// The name of the patch it holds.
  public let name: String
  /// The whole file.
  public let bytes: [UInt8]

  /// Makes a value.
  public init(fileName: String, name: String, bytes: [UInt8]) {
    self.fileName = fileName
    self.name = name
    self.bytes = bytes
  }
}
