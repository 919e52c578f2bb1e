import Digests
import Testing

@Suite struct DigestTests {
  @Test func sha256OfKnownTexts() {
    #expect(
      SHA256.hex(of: [UInt8]())
        == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    #expect(
      SHA256.hex(of: Array("abc".utf8))
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }

  @Test func sha1OfKnownTexts() {
    #expect(SHA1.hex(of: [UInt8]()) == "da39a3ee5e6b4b0d3255bfef95601890afd80709")
    #expect(SHA1.hex(of: Array("abc".utf8)) == "a9993e364706816aba3e25717850c26c9cd0d89d")
  }

  @Test func blobsAreNamedAsGitNamesThem() {
    #expect(BlobID.of([]) == "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391")
    #expect(BlobID.of(Array("hello\n".utf8)) == "ce013625030ba8dba906f756967f9e9ca394464a")
  }

  @Test func bufferAndArrayGiveTheSameDigest() {
    let bytes = (0..<1000).map { UInt8(truncatingIfNeeded: $0) }
    #expect(bytes.withUnsafeBytes { SHA256.hex(of: $0) } == SHA256.hex(of: bytes))
  }
}
