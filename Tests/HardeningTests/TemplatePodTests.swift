import TestSupport
import Testing
import Values

@testable import Hardening

@Suite struct TemplatePodTests {
  @Test func aFieldIsLiftedWholeWhereThePodSaysNone() {
    let local: TreeLiteral = ["type": "Localhost", "localhostProfile": "p.json"]
    let pod = TemplatePod(
      profile: profile(
        pod: ["securityContext": ["seccompProfile": ["type": "RuntimeDefault"]]],
        containers: [
          "securityContext": ["seccompProfile": local, "appArmorProfile": local, "runAsUser": 1]
        ])
    ).spec
    #expect(
      pod.holdsSameValues(
        as: tree([
          "securityContext": [
            "seccompProfile": ["type": "RuntimeDefault"], "appArmorProfile": local, "runAsUser": 1,
          ]
        ])))
  }
}
