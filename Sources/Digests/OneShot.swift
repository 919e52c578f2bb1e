/// What libcrypto's one-shot functions look like: bytes, their number, where the digest goes.
typealias OneShotDigest = (
  UnsafePointer<UInt8>?, Int, UnsafeMutablePointer<UInt8>?
) -> UnsafeMutablePointer<UInt8>?

/// Runs one of libcrypto's one-shot digests; they cannot fail when the place for the digest is
/// given.
func oneShot(
  length: Int, of bytes: UnsafeRawBufferPointer, _ function: OneShotDigest
) -> [UInt8] {
  let input = bytes.bindMemory(to: UInt8.self)
  return [UInt8](unsafeUninitializedCapacity: length) { output, count in
    _ = function(input.baseAddress, input.count, output.baseAddress)
    count = length
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
