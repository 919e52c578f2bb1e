import Testing
import Values

@Suite struct CalendarDayTests {
  @Test(arguments: ["2027-03-31", "2028-02-29", "2000-02-29", "0001-01-01", "9999-12-31"])
  func aDayIsReadAndWritten(text: String) { #expect(CalendarDay(text)?.text == text) }

  @Test(arguments: [
    "2027-02-29", "1900-02-29", "2027-04-31", "2027-13-01", "2027-00-01", "2027-01-00",
    "0000-01-01", "2027-1-1", "27-01-01", "2027-01-01 ", "2027/01/01", "", "+027-01-01",
  ])
  func whatIsNoDayIsRefused(text: String) { #expect(CalendarDay(text) == nil) }

  @Test(arguments: [
    (0, "1970-01-01"), (86_399, "1970-01-01"), (86_400, "1970-01-02"),
    (951_782_400, "2000-02-29"), (1_806_451_200, "2027-03-31"), (-1, "1970-01-01"),
  ])
  func aTimeIsOfADay(seconds: Int, text: String) {
    #expect(CalendarDay(secondsSince1970: seconds).text == text)
  }

  @Test func daysHaveAnOrder() throws {
    let days = try ["2026-12-31", "2027-01-01", "2027-01-31", "2027-02-01"].map {
      try #require(CalendarDay($0))
    }
    #expect(days == days.reversed().sorted() && days[0] < days[1])
  }
}
