import Flyte
import Model
import TestSupport
import Testing
import Values

@testable import Hardening

/// The findings about values of a profile that have no effect, with the fix.
@Suite struct UncarriedTests {
  private func findings(
    _ version: String, _ profile: Profile, patches: [ModeledPatch] = [],
    copilot: [CopilotSetting] = []
  ) throws -> [String] {
    let cluster = try sampleCluster(version, [profile], copilot: copilot)
    let behaviors = patches.reduce(cluster.flyte.release.behaviors) { $0.applying($1) }
    return UncarriedSearch(cluster: cluster, behaviors: behaviors).findings(of: profile).map {
      "\($0.message) | \($0.hint)"
    }
  }

  @Test func whatArrivesIsNotSpokenOf() throws {
    let fine = profile(
      pod: ["restartPolicy": "Never", "priorityClassName": "high"],
      containers: ["terminationMessagePolicy": "FallbackToLogsOnError", "stdin": false],
      primary: ["resources": ["limits": ["example.com/device": "1"]]])
    for version in ["v1.14.0", "v1.15.3", "v2.0.43"] {
      #expect(try findings(version, fine) == [], "\(version)")
    }
  }

  @Test func thePatchAndTheReleaseThatCarryAreNamed() throws {
    let mounts = profile(
      pod: ["volumes": [["name": "a", "emptyDir": [:]]]],
      containers: ["volumeMounts": [["name": "a", "mountPath": "/a"]], "tty": true])
    #expect(
      try findings("v1.9.2", mounts) == [
        "'containers.volumeMounts' and 'containers.tty' do not reach init containers: before v1.14.0 no template reaches them | deploy the patch 'init-container-templates', or move to v1.14.0"
      ])
    #expect(try findings("v1.9.2", mounts, patches: [.initContainerTemplates]) == [])
    #expect(try findings("v1.14.0", mounts) == [])
  }

  @Test func whatContainersSayHidesTheRoleAboveThem() throws {
    // `initContainers` says it for init containers; of what `containers` says nothing is lost there.
    let own = profile(containers: ["workingDir": "/w"], initContainers: ["workingDir": "/"])
    #expect(
      try findings("v1.16.8", own) == [])
  }

  @Test func whatAPodSaysIsEnoughForItsContainers() throws {
    let same: TreeLiteral = ["securityContext": ["runAsUser": 7]]
    #expect(try findings("v1.13.3", profile(pod: same, containers: same)) == [])
  }

  @Test func aSettingThatSaysTheSameIsEnough() throws {
    let cpu = profile(containers: ["resources": ["requests": ["cpu": "2"], "limits": ["cpu": "2"]]])
    let found = try findings("v1.16.8", cpu)
    #expect(found.count == 2)
    #expect(
      found.allSatisfy { $0.hasSuffix("| set 'cpu' of the cluster's 'copilot' to the same value") })
    let setting = CopilotSetting(key: "cpu", value: .string("2"))
    #expect(try findings("v1.16.8", cpu, copilot: [setting]) == [])
  }

  @Test func coPilotsContainersNeedNoDifferenceThatTheyHaveAnyway() throws {
    let same: TreeLiteral = ["securityContext": ["readOnlyRootFilesystem": true]]
    #expect(try findings("v1.16.8", profile(containers: same, copilot: same)) == [])
    #expect(try findings("v1.16.8", profile(initContainers: same, copilot: same)) == [])
    #expect(try findings("v1.15.3", profile(initContainers: same, copilot: same)).count == 1)
  }
}
