import Flyte
import Testing

@Suite struct RemedyTests {
  /// How many releases need which remedies that no setting guards.
  @Test func areNeededByTheReleasesThatHaveTheFault() {
    var groups: [[Remedy]: Int] = [:]
    for release in Release.all {
      groups[Remedy.allCases.filter(release.behaviours.needs), default: 0] += 1
    }
    #expect(
      groups == [
        [
          .noSysPtrace, .defaultSecurityContext, .copilotSecurityContext, .initContainerTemplates,
          .podTemplateCopies,
        ]: 65,
        [
          .noSysPtrace, .defaultSecurityContext, .copilotSecurityContext, .namedInitTemplate,
          .podTemplateCopies,
        ]: 3,
        [.noSysPtrace, .defaultSecurityContext, .copilotSecurityContext, .podTemplateCopies]: 6,
        [.defaultSecurityContext, .copilotSecurityContext]: 5,
        [.defaultSecurityContext, .copilotSecurityContext, .namedInitTemplate]: 6,
        [
          .defaultSecurityContext, .copilotSecurityContext, .primaryInitContainer,
          .podTemplateCopies,
        ]: 45,
      ])
  }

  @Test func changeNothingTwice() {
    for release in Release.all {
      for remedy in Remedy.allCases {
        let once = release.behaviours.applying(remedy)
        #expect(once.applying(remedy) == once)
        #expect(!once.needs(remedy))
      }
    }
  }

  /// What a release lacks anyway cannot be missed in its sources; what it has can.
  @Test func areMissedOnlyWhereTheReleaseHasThem() throws {
    for release in Release.all {
      let behaviours = release.behaviours
      for remedy in Remedy.allCases where behaviours.needs(remedy) {
        #expect(behaviours.lacking(remedy) == behaviours)
      }
    }
    let late = try #require(Release.named("v1.16.8")).behaviours
    #expect(late.lacking(.noSysPtrace).sysPtrace == .always)
    #expect(late.lacking(.podTemplateCopies).store == .shared)
    #expect(late.lacking(.initContainerTemplates).initMerge == .concatenated)
    #expect(late.lacking(.primaryInitContainer).primaryInit == .never)
  }

  @Test func excludeEachOtherAndWaitForEachOther() throws {
    let behaviours = try #require(Release.named("v1.15.3")).behaviours
    #expect(behaviours.admits(.noSysPtrace))
    #expect(behaviours.admits(.optionalSysPtrace))
    #expect(!behaviours.admits(.defaultSecurityContext))
    let without = behaviours.applying(.noSysPtrace)
    #expect(!without.admits(.optionalSysPtrace))
    #expect(without.admits(.defaultSecurityContext))
    #expect(!behaviours.admits(.initContainerTemplates))
  }
}
