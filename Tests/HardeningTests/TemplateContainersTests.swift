import TestSupport
import Testing
import Values

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
    ).initContainers(isMerged: true)
    #expect(
      containers.holdsSameValues(
        as: tree([
          [
            "name": "default-init", "image": "p:1",
            "securityContext": ["capabilities": [:], "runAsUser": 1, "runAsGroup": 3],
          ]
        ])))
  }

  @Test func primaryRepeatsNoEntryOfAListHoweverDeep() {
    let primary = TemplateContainers(
      profile: profile(
        containers: [
          "resources": ["claims": [["name": "gpu"]]],
          "resizePolicy": [["resourceName": "cpu", "restartPolicy": "NotRequired"]],
          "livenessProbe": ["exec": ["command": ["a"]]],
        ],
        primary: ["resources": ["limits": ["cpu": "2"]]]),
      placeholder: "p:1"
    ).containers.items.last
    #expect(
      primary?.holdsSameValues(
        as: tree([
          "name": "primary", "image": "p:1", "securityContext": ["capabilities": [:]],
          "resources": ["limits": ["cpu": "2"]],
        ])) == true)
  }

  @Test func initContainersTakeNoProbeAndNoHookOfContainers() {
    let containers = TemplateContainers(
      profile: profile(
        containers: [
          "livenessProbe": ["exec": ["command": ["a"]]], "lifecycle": ["preStop": ["sleep": [:]]],
          "restartPolicy": "Always", "tty": true,
        ],
        initContainers: ["restartPolicy": "Always"]),
      placeholder: "p:1"
    ).initContainers(isMerged: true)
    #expect(
      containers.holdsSameValues(
        as: tree([
          [
            "name": "default-init", "image": "p:1", "securityContext": ["capabilities": [:]],
            "tty": true, "restartPolicy": "Always",
          ]
        ])))
  }
}
