import Flyte
import Operators
import Testing

@Suite struct OperatorVersionTests {
  @Test(arguments: ["1.3.2", "v1.3.2", "v1beta2-1.3.2-3.1.1"])
  func tagsOfOneVersionAreTheSame(text: String) throws {
    #expect(OperatorVersion(text) == OperatorVersion("1.3.2"))
  }

  @Test(arguments: [
    "", "1", "one", "1.2.3.4", "1..2", "v1beta2-x-3.1.1", "1.-2.3", "1.+3.2", "1.-0.2", "1..3",
  ])
  func othersAreNone(text: String) { #expect(OperatorVersion(text) == nil) }

  @Test func numbersAreCompared() throws {
    let (older, newer) = (try #require(OperatorVersion("1.9.9")), OperatorVersion("1.10.0"))
    #expect(older < (try #require(newer)))
  }

  /// A line is the newest of it that was run.
  @Test(arguments: [
    (FlytePlugin.ray, "1.3", "1.3.2"), (.mpi, "1.8", "1.8.1"), (.spark, "v1.3", "1.3.8"),
    (.ray, "1.3.1", "1.3.1"), (.ray, "9.0", "9.0"), (.ray, "0.4", "0.4"),
    (.dask, "2022.12", "2022.12.0"),
  ])
  func aLineIsItsNewest(plugin: FlytePlugin, text: String, version: String) throws {
    let expected = try #require(OperatorVersion(version))
    #expect(VersionReading(text, of: plugin) == .version(expected))
  }

  @Test func aLineBetweenTwoIsNotGuessed() {
    #expect(VersionReading("1.5", of: .spark) == .unknownLine)
    #expect(VersionReading("1.3", of: .array) == .noOperator)
    #expect(VersionReading("1", of: .ray) == .unreadable)
  }

  @Test(arguments: [("9.0", Operator.Proof.outside), ("0.4", .outside)])
  func aLineOutsideStaysOutside(text: String, proof: Operator.Proof) throws {
    let version = try #require(OperatorVersion(text))
    #expect(try #require(Operator(of: .ray, version: version)).proof == proof)
  }

  @Test(arguments: FlytePlugin.allCases)
  func theNewestIsTheLastThatWasRun(plugin: FlytePlugin) {
    let newest = Operator.newest(of: plugin)
    #expect(newest == Operator.measured(of: plugin).max())
    #expect((newest == nil) == StandardPluginTask.of(plugin).isEmpty)
  }

  /// Only the resource of Spark's operator has templates for Flyte to fill.
  @Test(arguments: [
    (FlytePlugin.spark, "2.0.2", false), (.spark, "2.1.0", true), (.dask, "2026.3.0", false),
    (.ray, "9.0.0", false),
  ])
  func templatesAreSparks(plugin: FlytePlugin, version: String, takes: Bool) throws {
    let known = try #require(OperatorVersion(version))
    #expect(try #require(Operator(of: plugin, version: known)).takesTemplates == takes)
  }

  @Test(arguments: [
    ("1.3.2", Operator.Proof.run), ("1.3.1", .read), ("0.5.1", .outside), ("1.8.0", .outside),
  ])
  func groundsDependOnTheVersion(text: String, proof: Operator.Proof) throws {
    let version = try #require(OperatorVersion(text))
    #expect(try #require(Operator(of: .ray, version: version)).proof == proof)
  }
}
