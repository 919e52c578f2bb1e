import Testing

@testable import GoPatch

@Suite struct MailTextTests {
  @Test(arguments: [
    "---", "--- a/x", "diff -u a b", "diff --git a/x b/x", "Index: x", "From me to you", "+++ b",
    "  diff --git a b", "*** old", "@@ -1 +1 @@", "Prereq: 1", "12,14d", "-- >8 --",
  ])
  func linesThatProgramsWouldMistakeAreQuoted(line: String) {
    #expect(MailText.body("first\n\(line)\nlast") == "first\n> \(line)\nlast\n")
  }

  @Test(arguments: ["From: me", "Subject: x", "date: now", "[PATCH] x"])
  func headersAreQuotedOnTheFirstLineOnly(line: String) {
    #expect(MailText.body("\n\(line)\n") == "> \(line)\n")
    #expect(MailText.body("first\n\(line)") == "first\n\(line)\n")
  }

  @Test(arguments: ["- a point", "-- two", "diff is empty", "From", "a", "1. first"])
  func otherLinesStay(line: String) {
    #expect(MailText.body(line) == line + "\n")
  }

  @Test func lineEndsAreCleaned() {
    #expect(MailText.body("\n\na  \r\n\nb\t\n\n") == "a\n\nb\n")
    #expect(MailText.body("") == "")
    #expect(MailText.oneLine(" a\nb\r\n  c ") == "a b c")
  }

  @Test func wordsOutsideASCIIAreEncodedInHeaders() {
    #expect(MailText.header("plain") == "plain")
    #expect(MailText.header("é 1") == "=?UTF-8?q?=C3=A9=201?=")
    let long = MailText.header(String(repeating: "é", count: 40))
    #expect(long.split(separator: "\n").allSatisfy { $0.utf8.count <= 76 })
    #expect(long.contains("?=\n =?UTF-8?q?"))
  }
}
