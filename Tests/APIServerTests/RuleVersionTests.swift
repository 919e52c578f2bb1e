import APIServer
import PodAPI
import Testing

/// Rules that a feature gate decides: which versions have it on by default, and what a switch does.
@Suite struct RuleVersionTests {
  /// Something that some versions refuse and others keep.
  struct Row: Sendable, CustomTestStringConvertible {
    let what: String
    let gate: ServerGate
    /// The versions that refuse it by default; nil: none.
    let refusedIn: ClosedRange<Int>?
    var versions = 25...36
    /// True if the gate admits the value; else the gate refuses it.
    var opens = true
    var container = ""
    var pod = ""
    var kind = RequestKind.podTemplate
    var testDescription: String { what }
  }

  static let rows = [
    Row(
      what: "an environment variable with a blank", gate: .relaxedEnvironment, refusedIn: 25...31,
      container: #""env": [{"name": "a b", "value": "c"}]"#),
    Row(
      what: "a search domain with an underscore", gate: .relaxedDNS, refusedIn: 25...32,
      pod: #""dnsConfig": {"searches": ["a_b.c"]}"#),
    Row(
      what: "seven search domains", gate: .expandedDNS, refusedIn: 25...25,
      pod: #""dnsConfig": {"searches": ["a", "b", "c", "d", "e", "f", "g"]}"#),
    Row(
      what: "a sleep of no time", gate: .sleepOfZero, refusedIn: 30...32, versions: 30...36,
      container: #""lifecycle": {"preStop": {"sleep": {"seconds": 0}}}"#),
    Row(
      what: "an address with a leading zero", gate: .strictAddresses, refusedIn: 36...36,
      opens: false, pod: #""hostAliases": [{"ip": "10.0.0.01", "hostnames": ["db"]}]"#),
    Row(
      what: "all addresses of the node", gate: .podHostIPs, refusedIn: 25...28,
      container:
        #""env": [{"name": "A", "valueFrom": {"fieldRef": {"fieldPath": "status.hostIPs"}}}]"#),
    Row(
      what: "SELinux labels of mounts", gate: .seLinuxMount, refusedIn: 33...36, versions: 33...36,
      pod: #""securityContext": {"seLinuxChangePolicy": "MountOption"}"#),
    Row(
      what: "a toleration that compares", gate: .taintComparison, refusedIn: 25...36,
      pod: #""tolerations": [{"key": "a", "operator": "Gt", "value": "1", "effect": "NoSchedule"}]"#
    ),
    Row(
      what: "two ports of a template in the node's network", gate: .hostNetworkPorts,
      refusedIn: 25...27, opens: false,
      container: #""ports": [{"containerPort": 80}, {"containerPort": 80, "name": "b"}]"#,
      pod: #""hostNetwork": true"#),
    Row(
      what: "a claim for one pod alone", gate: .readWriteOncePod, refusedIn: 25...26,
      pod:
        #""volumes": [{"name": "m", "ephemeral": {"volumeClaimTemplate": {"spec": {"accessModes": ["ReadWriteOncePod"], "resources": {"requests": {"storage": "1Gi"}}}}}}]"#
    ),
    Row(
      what: "a class of attributes with a wrong name", gate: .volumeAttributes, refusedIn: 34...36,
      versions: 29...36, opens: false,
      pod: RuleChangeRow.claimVolume(#""volumeAttributesClassName": "A_b""#)),
    Row(
      what: "the restart of all containers", gate: .restartAllContainers, refusedIn: 35...35,
      versions: 35...36,
      container:
        #""restartPolicy": "Never", "restartPolicyRules": [{"action": "RestartAllContainers", "exitCodes": {"operator": "In", "values": [1]}}]"#
    ),
    Row(
      what: "a key of a spread constraint that its selector has", gate: .spreadSelectorMerge,
      refusedIn: 27...33, versions: 27...36,
      pod:
        #""topologySpreadConstraints": [\#(GateTests.spread), "matchLabelKeys": ["a"], "labelSelector": {"matchLabels": {"a": "b"}}}]"#
    ),
    Row(
      what: "users of its own in the node's network", gate: .userNamespacesOnHostNetwork,
      refusedIn: 33...36, versions: 33...36, pod: #""hostUsers": false, "hostNetwork": true"#),
    Row(
      what: "a variable from a file", gate: .environmentFiles, refusedIn: 34...34,
      versions: 34...36,
      container:
        #""env": [{"name": "A", "valueFrom": {"fileKeyRef": {"volumeName": "m", "path": "e", "key": "A"}}}]"#,
      pod: #""volumes": [{"name": "m"}]"#),
  ]

  @Test(arguments: rows)
  func aRuleHoldsInItsVersions(row: Row) {
    let sent = SentTemplate(row.container, pod: row.pod, kind: row.kind)
    for minor in row.versions {
      let refusals = sent.refusals(by: minor)
      #expect(
        (refusals != nil) == (row.refusedIn?.contains(minor) ?? false),
        "1.\(minor): \(refusals ?? [])")
    }
  }

  @Test(arguments: rows)
  func aSwitchedGateDecides(row: Row) {
    let sent = SentTemplate(row.container, pod: row.pod, kind: row.kind)
    for minor in row.versions where row.gate.canBeSwitched(in: minor) {
      for isOn in [false, true] {
        let refusals = sent.refusals(by: minor, [row.gate: isOn])
        #expect(
          (refusals == nil) == (isOn == row.opens), "1.\(minor), \(isOn): \(refusals ?? [])")
      }
    }
  }

  /// The policies are an API of their own, and decide no field.
  @Test(arguments: ServerGate.allCases.filter { $0 != .mutatingPolicies })
  func everyGateHasARow(gate: ServerGate) {
    #expect(
      Self.rows.contains { $0.gate == gate } || GateTests.rows.contains { $0.gate == gate }
        || gate == .procMount)
  }

  @Test func podsInTheNodesNetworkCannotHaveAPortTwice() {
    let sent = SentTemplate(
      #""ports": [{"containerPort": 80}, {"containerPort": 80, "name": "b"}]"#,
      pod: #""hostNetwork": true"#, kind: .pod)
    for minor in 25...36 { #expect(sent.refusals(by: minor) != nil, "1.\(minor)") }
  }
}
