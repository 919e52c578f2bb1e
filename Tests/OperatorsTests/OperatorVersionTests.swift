import Flyte
import Operators
import Testing

@Suite struct OperatorVersionTests {
  @Test(arguments: ["1.3.2", "v1.3.2", "v1beta2-1.3.2-3.1.1"])
  func tagsOfOneVersionAreTheSame(text: String) throws {
    #expect(OperatorVersion(text) == OperatorVersion("1.3.2"))
  }

  @Test(arguments: ["", "1", "one", "1.2.3.4", "1..2", "v1beta2-x-3.1.1", "1.-2.3"])
  func othersAreNone(text: String) { #expect(OperatorVersion(text) == nil) }

  @Test func numbersAreCompared() throws {
    let (older, newer) = (try #require(OperatorVersion("1.9.9")), OperatorVersion("1.10.0"))
    #expect(older < (try #require(newer)))
  }

  @Test(arguments: [
    ("1.3.2", Operator.Proof.run), ("1.3.1", .read), ("0.5.1", .outside), ("1.8.0", .outside),
  ])
  func groundsDependOnTheVersion(text: String, proof: Operator.Proof) throws {
    let version = try #require(OperatorVersion(text))
    #expect(try #require(Operator(of: .ray, version: version)).proof == proof)
  }
}
