import PodAPI
import Testing

/// The properties that a quantity's spelling shows are those of the number.
@Suite struct QuantitySignTests {
  static let digits = [
    "", "0", "1", "5", "12", "500", "1000", "1500", "2000000", "000", "0001000000000",
  ]
  static let suffixes = [
    "", "n", "u", "m", "k", "M", "G", "T", "P", "E", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei", "e3",
    "e-3",
    "E2", "E-6", "K", "Mi ", "mi", "Mim", "KiB", "mm",
  ]

  @Test(arguments: ["", "-", "+", " "], ["", ".", ".0", ".5", ".000000001"])
  func aGlanceIsEnough(sign: String, fraction: String) {
    for digits in Self.digits {
      for suffix in Self.suffixes {
        let text = "\(sign)\(digits)\(fraction)\(suffix)"
        let number = ServerQuantity(text)
        let seen = QuantitySign(text)
        #expect((seen == nil) == (number == nil), "\(text)")
        guard let seen, let number else { continue }
        #expect(seen.isNegative == number.isNegative, "\(text)")
        #expect(seen.isWhole == number.isWhole, "\(text)")
      }
    }
  }

  @Test(arguments: ["99999999999999999999", "99999999999999999999Ei", "1234567890123456789m"])
  func beyondSixtyFourBitsToo(text: String) throws {
    let number = try #require(ServerQuantity(text))
    #expect(QuantitySign(text)?.isWhole == number.isWhole)
  }
}
