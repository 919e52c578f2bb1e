import Origins
import TestSupport
import Testing

@testable import Hardening

@Suite struct TemplateContainersTests {
  @Test func defaultAlwaysHasCapabilitiesOfItsOwn() {
    let containers = TemplateContainers(profile: profile(), placeholder: "p:1").containers
    #expect(
      containers.holdsSameValues(
        as: tree([
          ["name": "default", "image": "p:1", "securityContext": ["capabilities": [:]]]
        ])))
  }

  @Test func primaryRepeatsScalarsAndLeavesOutMountsThatDefaultHas() {
    let containers = TemplateContainers(
      profile: profile(
        containers: [
          "terminationMessagePolicy": "FallbackToLogsOnError",
          "volumeMounts": [["mountPath": "/tmp", "name": "tmp"]],
        ],
        primary: ["volumeMounts": [["mountPath": "/data", "name": "data"]]]),
      placeholder: "p:1"
    ).containers
    let primary = containers.items.last
    #expect(primary?["terminationMessagePolicy"]?.string == "FallbackToLogsOnError")
    #expect(
      primary?["volumeMounts"]?.holdsSameValues(
        as: tree([["mountPath": "/data", "name": "data"]])) == true)
  }

  @Test func initContainersTakeTheirOwnDifferencesOnly() {
    let containers = TemplateContainers(
      profile: profile(
        containers: ["securityContext": ["runAsUser": 1]],
        primary: ["securityContext": ["runAsUser": 2]],
        initContainers: ["securityContext": ["runAsGroup": 3]]),
      placeholder: "p:1"
    ).initContainers
    #expect(
      containers.holdsSameValues(
        as: tree([
          [
            "name": "default-init", "image": "p:1",
            "securityContext": ["capabilities": [:], "runAsUser": 1, "runAsGroup": 3],
          ]
        ])))
  }
}
