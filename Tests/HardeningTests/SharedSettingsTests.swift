import TestSupport
import Testing
import Values

@testable import Hardening

@Suite struct SharedSettingsTests {
  @Test func onlyWhatAllProfilesShareIsSet() {
    let shared = SharedSettings(profiles: [
      profile(containers: ["securityContext": ["runAsUser": 1, "privileged": false]]),
      profile(containers: ["securityContext": ["runAsUser": 2, "privileged": false]]),
    ])
    #expect(shared.container?.holdsSameValues(as: tree(["privileged": false])) == true)
  }

  @Test func aSeccompProfileIsSharedWholeOrNotAtAll() {
    let local: TreeLiteral = ["type": "Localhost", "localhostProfile": "a.json"]
    let other: TreeLiteral = ["type": "Localhost", "localhostProfile": "b.json"]
    let shared = SharedSettings(profiles: [
      profile(pod: ["securityContext": ["seccompProfile": local, "fsGroup": 1]]),
      profile(pod: ["securityContext": ["seccompProfile": other, "fsGroup": 1]]),
    ])
    #expect(shared.pod?.holdsSameValues(as: tree(["fsGroup": 1])) == true)
  }

  @Test func listsStayOutBesideDroppedCapabilities() {
    let shared = SharedSettings(profiles: [
      profile(
        pod: ["securityContext": ["supplementalGroups": [1]]],
        containers: [
          "securityContext": ["capabilities": ["drop": ["ALL"], "add": ["NET_BIND_SERVICE"]]]
        ])
    ])
    #expect(shared.pod == nil)
    #expect(
      shared.container?.holdsSameValues(as: tree(["capabilities": ["drop": ["ALL"]]])) == true)
  }

  @Test func aProfileThatSaysNothingSharesNothing() {
    let shared = SharedSettings(profiles: [
      profile(containers: ["securityContext": ["runAsUser": 1]]), profile(),
    ])
    #expect(shared.container == nil)
  }

  @Test func theTasksOwnDifferencesCount() {
    let shared = SharedSettings(profiles: [
      profile(
        containers: ["securityContext": ["runAsUser": 1]],
        primary: ["securityContext": ["runAsUser": 2]])
    ])
    #expect(shared.container?.holdsSameValues(as: tree(["runAsUser": 2])) == true)
    #expect(shared.copilot?.holdsSameValues(as: tree(["runAsUser": 1])) == true)
  }
}
