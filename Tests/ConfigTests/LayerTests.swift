import Diagnostics
import Model
import Testing
import Values

/// Profiles over profiles.
@Suite struct LayerTests {
  @Test func nullTakesASectionAway() throws {
    let sample = Sample(
      profile:
        "extends: t, pod: null, containers: null, primary: null, podMetadata: { labels: null }",
      profiles: [
        "t: { podSecurity: { level: privileged }, pod: { hostPID: true }, containers: { tty: true }, podMetadata: { labels: { a: b }, annotations: { c: d } } }"
      ])
    let profile = try #require(sample.checked().model?.clusters.first?.profiles.first)
    #expect(profile.pod.isEmpty && profile.containers.isEmpty)
    #expect(profile.podMetadata.entries.map(\.key) == ["annotations"])
  }

  @Test func aNullInADifferenceIsKeptForWhatItLiesOver() throws {
    let sample = Sample(
      profile: "extends: t, initContainers: { tty: null, restartPolicyRules: null }",
      profiles: [
        "t: { extends: builtin/restricted, primary: { securityContext: { seccompProfile: null } }, copilot: { stdin: null } }"
      ])
    #expect(sample.faults == [])
    let profile = try #require(sample.checked().model?.clusters.first?.profiles.first)
    #expect(profile.primary[path: ["securityContext", "seccompProfile"]]?.content == .null)
    #expect(profile.initContainers["tty"]?.content == .null)
    #expect(profile.copilot["stdin"]?.content == .null)
  }

  @Test func nullTakesAClaimAway() {
    let sample = Sample(profile: "extends: builtin/restricted, podSecurity: null")
    #expect(sample.faults == ["profile/no-claim 11: the profile 's' claims no Pod Security level"])
  }

  @Test func profilesStandOnNoMoreThanSixtyFour() {
    func chain(_ count: Int) -> Sample {
      let rest = (1..<count).map {
        "d\($0): { extends: \($0 + 1 < count ? "d\($0 + 1)" : "builtin/restricted") }"
      }
      return Sample(profile: "extends: d1", profiles: rest)
    }
    #expect(chain(63).faults == [])
    let deep = chain(5000).faults
    #expect(deep.count == 1 && deep.first?.hasPrefix("profile/too-deep") == true)
  }

  @Test func everyWayThroughADiamondIsGoneOnce() {
    let rest = (1..<60).map { "d\($0): { extends: [d\($0 + 1), d\($0 + 1)] }" }
    let sample = Sample(
      profile: "extends: d1", profiles: rest + ["d60: { extends: builtin/restricted }"])
    #expect(sample.faults == [])
  }

  @Test func circlesAreNamedOnce() {
    let sample = Sample(
      profile: "extends: [t, builtin/restricted]",
      profiles: [
        "t: { extends: u }", "u: { extends: [builtin/restricted, t] }", "w: { extends: w }",
      ])
    #expect(
      sample.faults.filter { $0.contains("extends itself") }.map { $0.suffix(10) } == [
        " t → u → t", "elf: w → w",
      ])
    #expect(sample.faults.count == 2, "\(sample.faults)")
  }

  @Test func unknownProfilesStayQuick() {
    let rest = (0..<2000).map { "d\($0): { extends: nowhere\($0)x }" }
    let sample = Sample(profiles: rest)
    #expect(sample.checked().list.errorCount == 2000)
  }
}
