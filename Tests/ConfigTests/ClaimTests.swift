import Diagnostics
import Testing

/// A profile and the level that it claims.
@Suite struct ClaimTests {
  @Test(arguments: [
    (
      "containers: { securityContext: { capabilities: { add: [SYS_ADMIN] } } }",
      "non-default capabilities"
    ),
    ("pod: { securityContext: { seLinuxOptions: { user: u, type: spc_t } } }", "seLinuxOptions"),
    ("pod: { securityContext: { sysctls: [{ name: kernel.msgmax, value: '1' }] } }", "sysctls"),
    ("primary: { ports: [{ containerPort: 80, hostPort: 80 }] }", "hostPort"),
    ("containers: { securityContext: { appArmorProfile: { type: Unconfined } } }", "AppArmor"),
    ("copilot: { securityContext: { procMount: Unmasked } }", "procMount"),
    (
      "initContainers: { securityContext: { windowsOptions: { hostProcess: true } } }",
      "hostProcess"
    ),
    ("pod: { hostPID: true, hostNetwork: true }", "host namespaces"),
    ("pod: { volumes: [{ name: v, hostPath: { path: /x } }] }", "hostPath volumes"),
  ])
  func whatBaselineForbidsIsSeenWhereItIsSaid(words: String, reason: String) throws {
    // From 1.33 on no field here is behind a feature gate that is off.
    let sample = Sample(
      profile: "podSecurity: { level: baseline }, \(words)", kubernetes: "version: \"1.33\"")
    let fault = try #require(sample.faults.first)
    #expect(sample.faults.count == 1, "\(sample.faults)")
    #expect(fault.hasPrefix("profile/contradiction 4:") && fault.contains(reason), "\(fault)")
    let span = try #require(sample.checked().list.diagnostics.first?.span)
    #expect(span.column > 40, "the level itself is not at fault")
  }

  @Test func theItemOfAListIsAtFault() throws {
    let words = "containers: { securityContext: { capabilities: { add: [CHOWN, SYS_PTRACE] } } }"
    let sample = Sample(profile: "podSecurity: { level: baseline }, \(words)")
    let span = try #require(sample.checked().list.diagnostics.first?.span)
    let line = try #require(sample.text.split(separator: "\n").first { $0.contains("SYS_PTRACE") })
    #expect(line.dropFirst(span.column - 1).hasPrefix("SYS_PTRACE"))
  }

  @Test func whatIsRefusedAnywayIsNotToldTwice() {
    let words = "containers: { securityContext: { privileged: true } }"
    let faults = Sample(profile: "extends: builtin/restricted, \(words)").faults
    #expect(faults.count == 1 && faults.first?.hasPrefix("pod/refused") == true, "\(faults)")
  }

  @Test func aProbesHostCountsFromOnePointThirtyFour() {
    let words = "containers: { readinessProbe: { httpGet: { port: 80, host: example.org } } }"
    var sample = Sample(profile: "extends: builtin/baseline, \(words)")
    #expect(sample.faults == [])
    sample.kubernetes = "version: \"1.34\""
    #expect(sample.faults.count == 1)
  }

  @Test(arguments: [
    "pod: { volumes: [{ name: v, nfs: { server: a, path: /b } }] }",
    "containers: { securityContext: { capabilities: { drop: [NET_RAW] } } }",
    "containers: { securityContext: { allowPrivilegeEscalation: null } }",
    "pod: { securityContext: { seccompProfile: null } }",
    "pod: { securityContext: null }", "containers: { securityContext: null }",
    "copilot: { securityContext: { runAsUser: 0 } }",
  ])
  func whatRestrictedAsksForIsMissed(words: String) {
    let faults = Sample(profile: "extends: builtin/restricted, \(words)").faults
    #expect(!faults.isEmpty && faults.allSatisfy { $0.hasPrefix("profile/contradiction") })
  }

  @Test(arguments: [
    ("v1.0", "containers: { securityContext: { allowPrivilegeEscalation: true } }", "1.31"),
    ("v1.22", "containers: { securityContext: { runAsUser: 0 } }", "1.31"),
    (
      "latest", "pod: { hostUsers: false }, containers: { securityContext: { runAsUser: 0 } }",
      "1.35"
    ),
  ])
  func whatTheVersionAllowsIsNoFault(version: String, words: String, kubernetes: String) {
    let sample = Sample(
      profile:
        "extends: builtin/restricted, podSecurity: { level: restricted, version: \(version) }, \(words)",
      kubernetes: "version: \"\(kubernetes)\"")
    #expect(sample.faults == [])
  }

  @Test func whatIsMissingIsTheClaimsFault() throws {
    let sample = Sample(profile: "podSecurity: { level: restricted }")
    let spans = sample.checked().list.diagnostics.map(\.span?.column)
    #expect(spans.count == 4 && spans.allSatisfy { $0 == 21 })
  }

  @Test func openshiftSaysWhatAProfileLeavesOut() {
    let sample = Sample(
      profile: "podSecurity: { level: restricted }",
      kubernetes: "version: \"1.31\", platform: openshift")
    #expect(sample.faults == [])
  }

  @Test func aProfileThatIsNotAssignedIsJudgedToo() {
    let wrong = "t: { podSecurity: { level: baseline }, pod: { hostIPC: true } }"
    #expect(Sample(profiles: [wrong]).faults.count == 1)
    let bare = "t: { podSecurity: { level: restricted } }"
    #expect(Sample(profiles: [bare]).faults.count == 4)
    // A layer may leave to others what it does not say, and not what it says wrong.
    let layer = Sample(profiles: [bare, "u: { extends: [t, builtin/restricted] }"])
    #expect(layer.faults == [])
  }
}
