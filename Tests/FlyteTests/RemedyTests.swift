import Flyte
import Testing

@Suite struct RemedyTests {
  /// From which release on which remedies are needed, of those that no setting guards.
  @Test func areNeededByTheReleasesThatHaveTheFault() {
    var groups: [(since: String, remedies: [Remedy])] = []
    for release in Release.all {
      let needed = Remedy.allCases.filter(release.behaviours.needs)
      if groups.last?.remedies != needed { groups.append((release.name, needed)) }
    }
    let always: [Remedy] = [.defaultSecurityContext, .copilotSecurityContext]
    let early = [.noSysPtrace] + always
    let expected: [(since: String, remedies: [Remedy])] = [
      ("v1.9.2", early + [.initContainerTemplates, .podTemplateCopies]),
      ("v1.14.0", early + [.namedInitTemplate, .podTemplateCopies]),
      ("v1.15.1", early + [.podTemplateCopies]), ("v1.16.0-b3", always),
      ("v1.16.3", always + [.namedInitTemplate]),
      ("v2.0.0-alpha16", always + [.primaryInitContainer, .podTemplateCopies]),
    ]
    #expect(groups.map(\.since) == expected.map(\.since))
    #expect(groups.map(\.remedies) == expected.map(\.remedies))
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
}
