import Changes
import TestSupport
import Testing

/// The page of the meanings of changes, held to the orders that changes are judged by.
@Suite struct MeaningPageTests {
  @Test func theOrdersAreThoseThatChangesAreJudgedBy() throws {
    try Regions.expect(MeaningPage.orders, named: "orders", in: "docs/meaning.md")
  }
}
