import Digests
import Testing

@Suite struct Base64Tests {
  /// The examples of RFC 4648.
  @Test(arguments: [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
    ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"),
  ])
  func theExamplesOfTheStandard(text: String, coded: String) {
    #expect(Base64.text(of: Array(text.utf8)) == coded)
  }

  @Test func allBytes() {
    #expect(Base64.text(of: [0xFB, 0xEF, 0xBE, 0xFF, 0x00, 0x10]) == "++++/wAQ")
  }
}
