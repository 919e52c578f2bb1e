import Flyte
import Testing

@Suite struct ModeledPatchTests {
  /// From which release on which patches are needed, of those that no setting guards.
  @Test func areNeededByTheReleasesThatHaveTheFault() {
    var groups: [(since: String, patches: [ModeledPatch])] = []
    for release in Release.all {
      let needed = ModeledPatch.allCases
        .filter { release.behaviors.needs($0) && $0.plugin == nil }
      if groups.last?.patches != needed { groups.append((release.name, needed)) }
    }
    let always: [ModeledPatch] = [.defaultSecurityContext, .copilotSecurityContext]
    let early = [.noSysPtrace] + always
    let expected: [(since: String, patches: [ModeledPatch])] = [
      ("v1.9.2", early + [.initContainerTemplates, .podTemplateCopies]),
      ("v1.14.0", early + [.namedInitTemplate, .podTemplateCopies]),
      ("v1.15.1", early + [.podTemplateCopies]), ("v1.16.0-b3", always),
      ("v1.16.3", always + [.namedInitTemplate]),
      ("v2.0.0-alpha16", always + [.primaryInitContainer, .podTemplateCopies]),
    ]
    #expect(groups.map(\.since) == expected.map(\.since))
    #expect(groups.map(\.patches) == expected.map(\.patches))
  }

  /// The same for the patches that are about the pods of one plugin alone.
  @Test func areNeededByTheReleasesWhosePluginsHaveAGap() {
    var groups: [(since: String, patches: [ModeledPatch])] = []
    for release in Release.all {
      let needed = ModeledPatch.allCases
        .filter { release.behaviors.needs($0) && $0.plugin != nil }
      if groups.last?.patches != needed { groups.append((release.name, needed)) }
    }
    let ray: [ModeledPatch] = [.rayAutoscaler, .raySubmitter]
    let expected: [(since: String, patches: [ModeledPatch])] = [
      ("v1.9.2", [.rayInit]), ("v1.9.18", [.rayInit, .sparkContexts]),
      ("v1.10.7-b3", [.rayAutoscaler, .rayInit, .sparkContexts]),
      ("v1.12.0-b0", [.rayAutoscaler, .sparkContexts]), ("v1.16.7", [.rayAutoscaler]),
      ("v2.0.0-alpha16", ray + [.sparkContexts]), ("v2.0.39", ray),
      ("v2.0.41", ray + [.sparkOwnPods]),
    ]
    #expect(groups.map(\.since) == expected.map(\.since))
    #expect(groups.map(\.patches) == expected.map(\.patches))
  }

  @Test func changeNothingTwice() {
    for release in Release.all {
      for patch in ModeledPatch.allCases {
        let once = release.behaviors.applying(patch)
        #expect(once.applying(patch) == once)
        #expect(!once.needs(patch))
      }
    }
  }

  /// A field that a release lacks anyway cannot be missing in its sources; a field that it has can.
  @Test func areMissedOnlyWhereTheReleaseHasThem() throws {
    for release in Release.all {
      let behaviors = release.behaviors
      for patch in ModeledPatch.allCases where behaviors.needs(patch) {
        #expect(behaviors.lacking(patch) == behaviors)
      }
    }
    let late = try #require(Release.named("v1.16.8")).behaviors
    #expect(late.lacking(.noSysPtrace).sysPtrace == .always)
    #expect(late.lacking(.podTemplateCopies).store == .shared)
    #expect(late.lacking(.initContainerTemplates).initMerge == .concatenated)
    #expect(late.lacking(.primaryInitContainer).primaryInit == .never)
  }
}
