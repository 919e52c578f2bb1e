import APIServer
import PodAPI
import Testing
import Values

/// Every rule that came, went or changed between 1.25 and 1.36, before and after.
@Suite struct RuleChangeTests {
  @Test(arguments: RuleChangeRow.all)
  func aRuleHoldsInItsVersions(row: RuleChangeRow) {
    for minor in row.versions {
      let refusals = row.sent.refusals(by: minor, row.gates) ?? []
      #expect(
        refusals.contains(row.refusal) == row.refusedIn.contains(minor), "1.\(minor): \(refusals)")
    }
  }

  /// The rules about stored fields have tests of their own, below.
  private static let stored: [RuleChange] = [
    .pageLimitsOfPods, .appArmorAnnotations,
  ]

  @Test(arguments: RuleChange.allCases)
  func everyChangeHasARow(change: RuleChange) {
    #expect(
      Self.stored.contains(change) || RuleChangeRow.all.contains { $0.change == change })
  }

  @Test func pageLimitsOfContainersBecomeThePods() {
    func limit(_ name: String, _ limits: String, by minor: Int) -> String? {
      let sent = SentTemplate(
        #""resources": {"limits": {\#(limits)}}"#, pod: #""resources": {"requests": {"cpu": "1"}}"#,
        kind: .pod)
      return sent.kept(by: minor, "resources.limits.\(name)", [.podLevelResources: true])?.string
    }
    for minor in 33...36 {
      let pages = limit("hugepages-2Mi", #""cpu": "1", "hugepages-2Mi": "2Mi""#, by: minor)
      #expect(pages == (minor >= 34 ? "2Mi" : nil), "1.\(minor)")
      // A server of 1.36.2 leaves a pod without a limit of cpu as it is.
      #expect(limit("cpu", #""cpu": "1""#, by: minor) == nil, "1.\(minor)")
    }
  }

  @Test func appArmorIsAlsoAnAnnotationBefore34() throws {
    let sent = SentTemplate(
      pod: #""securityContext": {"appArmorProfile": {"type": "RuntimeDefault"}}"#, kind: .pod)
    for minor in 30...36 {
      guard case .stored(let object) = sent.answer(of: minor) else {
        Issue.record("1.\(minor) refuses the pod")
        continue
      }
      let annotation = object.metadata[.annotations]?.map?[
        "container.apparmor.security.beta.kubernetes.io/default"]
      #expect((annotation != nil) == (minor < 34), "1.\(minor)")
    }
  }
}
