import CLibCrypto

/// One of libcrypto's digests, looked up once a process. Its one-shot functions look theirs up by
/// name at every call, which takes about as long as the digest of a small file.
///
/// Unchecked, since libcrypto never changes what it has looked up, and any thread may use it.
struct Algorithm: @unchecked Sendable {
  static let md5 = Algorithm("MD5", length: 16, builtIn: EVP_md5())
  static let sha1 = Algorithm("SHA1", length: 20, builtIn: EVP_sha1())
  static let sha256 = Algorithm("SHA256", length: 32, builtIn: EVP_sha256())

  private let digest: OpaquePointer?
  private let length: Int

  private init(_ name: String, length: Int, builtIn: OpaquePointer?) {
    digest = EVP_MD_fetch(nil, name, nil) ?? builtIn
    self.length = length
  }

  /// The digest of bytes; empty where libcrypto has been built or set up without it.
  func digest(of bytes: UnsafeRawBufferPointer) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: length) { output, count in
      let status = EVP_Digest(
        bytes.baseAddress, bytes.count, output.baseAddress, nil, digest, nil)
      count = status == 1 ? length : 0
    }
  }
}

/// Bytes as lower-case hexadecimal digits.
func hexText(_ bytes: [UInt8]) -> String {
  func digit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x57 + value }
  return String(unsafeUninitializedCapacity: bytes.count * 2) { text in
    for (index, byte) in bytes.enumerated() {
      text[2 * index] = digit(byte >> 4)
      text[2 * index + 1] = digit(byte & 15)
    }
    return bytes.count * 2
  }
}
