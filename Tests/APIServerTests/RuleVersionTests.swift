import APIServer
import PodAPI
import Testing

/// Rules that changed from version to version.
@Suite struct RuleVersionTests {
  /// Something that some versions refuse and others keep.
  struct Row: Sendable, CustomTestStringConvertible {
    let what: String
    let refusedIn: ClosedRange<Int>
    var versions = 25...36
    var container = ""
    var pod = ""
    var kind = RequestKind.podTemplate
    var testDescription: String { what }
  }

  static let rows = [
    Row(
      what: "a value of a pod selector that no label can have", refusedIn: 27...36,
      pod:
        #""affinity": {"podAffinity": {"requiredDuringSchedulingIgnoredDuringExecution": [{"topologyKey": "zone", "labelSelector": {"matchExpressions": [{"key": "a", "operator": "In", "values": ["-"]}]}}]}}"#
    ),
    Row(
      what: "a value of a node selector that no label can have", refusedIn: 33...36,
      pod:
        #""affinity": {"nodeAffinity": {"requiredDuringSchedulingIgnoredDuringExecution": {"nodeSelectorTerms": [{"matchExpressions": [{"key": "a", "operator": "In", "values": ["-"]}]}]}}}"#
    ),
    Row(
      what: "a spread constraint's selector with a wrong key", refusedIn: 27...36,
      pod:
        #""topologySpreadConstraints": [\#(GateTests.spread), "labelSelector": {"matchLabels": {"-": "a"}}}]"#
    ),
    Row(
      what: "an environment variable with a blank", refusedIn: 25...31,
      container: #""env": [{"name": "a b", "value": "c"}]"#),
    Row(
      what: "a search domain with an underscore", refusedIn: 25...32,
      pod: #""dnsConfig": {"searches": ["a_b.c"]}"#),
    Row(
      what: "seven search domains", refusedIn: 25...25,
      pod: #""dnsConfig": {"searches": ["a", "b", "c", "d", "e", "f", "g"]}"#),
    Row(
      what: "a sleep of no time", refusedIn: 30...32, versions: 30...36,
      container: #""lifecycle": {"preStop": {"sleep": {"seconds": 0}}}"#),
    Row(
      what: "an address with a leading zero", refusedIn: 36...36,
      pod: #""hostAliases": [{"ip": "10.0.0.01", "hostnames": ["db"]}]"#),
    Row(
      what: "all addresses of the node", refusedIn: 25...28,
      container:
        #""env": [{"name": "A", "valueFrom": {"fieldRef": {"fieldPath": "status.hostIPs"}}}]"#),
    Row(
      what: "SELinux labels of mounts", refusedIn: 33...36, versions: 32...36,
      pod: #""securityContext": {"seLinuxChangePolicy": "MountOption"}"#),
    Row(
      what: "a toleration that compares", refusedIn: 25...36,
      pod: #""tolerations": [{"key": "a", "operator": "Gt", "value": "1", "effect": "NoSchedule"}]"#
    ),
    Row(
      what: "a container's own restart policy", refusedIn: 28...33, versions: 28...36,
      container: #""restartPolicy": "Never""#),
    Row(
      what: "two containers on one port of the node's network, by default", refusedIn: 25...27,
      container: #""ports": [{"containerPort": 80}, {"containerPort": 80, "name": "b"}]"#,
      pod: #""hostNetwork": true"#),
    Row(
      what: "the same in a pod", refusedIn: 25...36,
      container: #""ports": [{"containerPort": 80}, {"containerPort": 80, "name": "b"}]"#,
      pod: #""hostNetwork": true"#, kind: .pod),
    Row(
      what: "an empty driver of a CSI volume, said twice before 1.35", refusedIn: 25...36,
      pod: #""volumes": [{"name": "m", "csi": {"driver": ""}}]"#),
    Row(
      what: "a claim for one pod alone", refusedIn: 25...26,
      pod:
        #""volumes": [{"name": "m", "ephemeral": {"volumeClaimTemplate": {"spec": {"accessModes": ["ReadWriteOncePod"], "resources": {"requests": {"storage": "1Gi"}}}}}}]"#
    ),
  ]

  @Test(arguments: rows)
  func aRuleHoldsInItsVersions(row: Row) {
    let sent = SentTemplate(row.container, pod: row.pod, kind: row.kind)
    for minor in row.versions {
      let isRefused = sent.refusals(by: minor) != nil
      #expect(isRefused == row.refusedIn.contains(minor), "1.\(minor)")
    }
  }

  @Test func anEmptyDriverIsSaidOnceFromItsVersionOn() {
    let sent = SentTemplate(pod: #""volumes": [{"name": "m", "csi": {"driver": ""}}]"#)
    #expect(sent.refusals(by: 34)?.count == 2)
    #expect(sent.refusals(by: 35)?.count == 1)
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
