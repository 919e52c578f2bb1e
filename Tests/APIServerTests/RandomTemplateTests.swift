import Testing

@testable import conformance

/// `make fuzz` sends a hundred thousand.
@Suite struct RandomTemplateTests {
  @Test func aRandomTemplateEndsInAVerdict() {
    let verdicts = RandomVerdicts.count(1200, seed: 7)
    #expect(verdicts.stored + verdicts.refused + verdicts.undecoded == 1200)
    #expect(verdicts.stored > 0 && verdicts.refused > 0 && verdicts.undecoded > 0)
  }

  @Test func theSameSeedGivesTheSame() {
    #expect(RandomVerdicts.count(100, seed: 3).text == RandomVerdicts.count(100, seed: 3).text)
  }
}
