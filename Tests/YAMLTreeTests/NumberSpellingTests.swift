import Testing
import YAMLTree

/// Whole numbers in the spellings of people and of other readers of YAML.
@Suite struct NumberSpellingTests {
  @Test(arguments: [
    ("0400", NumberSpelling.leadingZero(octal: 256, decimal: 400)),
    ("-0400", .leadingZero(octal: -256, decimal: -400)),
    ("+01750", .leadingZero(octal: 1000, decimal: 1750)),
    ("08", .leadingZero(octal: nil, decimal: 8)), ("00", .leadingZero(octal: 0, decimal: 0)),
    ("0_400", .leadingZero(octal: 256, decimal: 400)),
    ("0", .other(0)), ("5", .other(5)), ("+1", .other(1)), ("-0", .other(0)),
    ("0o17", .other(15)), ("0O17", .other(15)), ("0x1F", .other(31)), ("-0X10", .other(-16)),
    ("0b101", .other(5)), ("1_000", .other(1000)), ("1:30", .other(90)),
    ("1:00:00", .other(3600)), ("-1:30", .other(-90)), ("1e3", .other(1000)),
    ("1.0", .other(1)), (".inf", .notFinite), ("-.INF", .notFinite), (".NaN", .notFinite),
    ("9223372036854775807", .other(.max)),
  ])
  func aSpellingIsRead(text: String, spelling: NumberSpelling) {
    #expect(NumberSpelling(text) == spelling)
  }

  @Test(arguments: [
    "", "-", "x", "0x", "0o8", "0x-1", "1:60", "1:", ":1", "1.5", "2001-01-01", "1e", "٣", "1e400",
    "9223372036854775808", "99999999999999999:59:59", "inf", "e3", "0b102", "5m",
  ])
  func anythingElseIsNone(text: String) { #expect(NumberSpelling(text) == nil) }
}
