import Flyte
import Testing

/// Durations as Go's `time.ParseDuration` reads them.
@Suite struct GoDurationTests {
  @Test(arguments: [
    ("0", 0), ("0s", 0), ("100s", 100_000_000_000), ("1h30m", 5_400_000_000_000),
    ("+5m", 300_000_000_000), ("-1.5h", -5_400_000_000_000), ("1.000000001s", 1_000_000_001),
    ("5us", 5_000), ("5µs", 5_000), ("5\u{3BC}s", 5_000), (".5ms", 500_000), ("5.s", 5_000_000_000),
    ("0.29s", 290_000_000), ("1.9ns", 1), ("9223372036854775807ns", Int64.max),
    ("-9223372036854775808ns", Int64.min), ("2562047h47m16.854775807s", Int64.max),
    ("0.0000000000000000000000001h", 0),
    ("0.9223372036854775808s", 922_337_203), ("0.9999999999999999999999h", 3_600_000_000_000),
  ])
  func aDurationIsRead(text: String, nanoseconds: Int64) {
    #expect(GoDuration.nanoseconds(text) == nanoseconds)
  }

  @Test(arguments: [
    "", "-", "+", "1", "s", ".s", "1x", "1h-30m", "1 s", "1..5s", "--1s", "٣s", "3000000h",
    "9223372036854775808ns", "1S", "1e3s", "99999999999999999999h",
  ])
  func anythingElseIsNone(text: String) { #expect(GoDuration.nanoseconds(text) == nil) }
}
