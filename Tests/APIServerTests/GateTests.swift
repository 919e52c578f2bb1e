import APIServer
import PodAPI
import Testing
import Values

/// Since when fields behind feature gates are kept, as servers of 1.31 to 1.36 answer.
@Suite struct GateTests {
  /// A field, since when the API has it, and since when it is kept by default.
  struct Row: Sendable, CustomTestStringConvertible {
    let way: String
    let from: Int
    let on: Int?
    var gate: ServerGate
    var container = ""
    var pod = ""
    var testDescription: String { way }
  }

  static let never: Int? = nil
  static let rows = [
    Row(way: "hostUsers", from: 25, on: 33, gate: .userNamespaces, pod: #""hostUsers": true"#),
    Row(
      way: "hostnameOverride", from: 34, on: 35, gate: .hostnameOverride,
      pod: #""hostnameOverride": "db""#),
    Row(
      way: "securityContext.supplementalGroupsPolicy", from: 31, on: 33, gate: .supplementalGroups,
      pod: #""securityContext": {"supplementalGroupsPolicy": "Strict"}"#),
    Row(
      way: "securityContext.appArmorProfile", from: 30, on: 30, gate: .appArmorFields,
      pod: #""securityContext": {"appArmorProfile": {"type": "Unconfined"}}"#),
    Row(
      way: "securityContext.seLinuxChangePolicy", from: 32, on: 33, gate: .seLinuxChangePolicy,
      pod: #""securityContext": {"seLinuxChangePolicy": "Recursive"}"#),
    Row(
      way: "schedulingGates", from: 26, on: 27, gate: .schedulingReadiness,
      pod: #""schedulingGates": [{"name": "example.org/g"}]"#),
    Row(
      way: "resources", from: 32, on: 34, gate: .podLevelResources,
      pod: #""resources": {"limits": {"cpu": "1"}}"#),
    Row(
      way: "resourceClaims", from: 31, on: 34, gate: .dynamicResources,
      pod: #""resourceClaims": [{"name": "gpu", "resourceClaimName": "x"}]"#),
    Row(
      way: "volumes.0.image", from: 31, on: 35, gate: .imageVolumes,
      pod: #""volumes": [{"name": "m", "image": {"reference": "m:1"}}]"#),
    Row(
      way: "volumes.0.projected.sources.0.clusterTrustBundle", from: 29, on: nil,
      gate: .clusterTrustBundles,
      pod:
        #""volumes": [{"name": "m", "projected": {"sources": [{"clusterTrustBundle": {"name": "b", "path": "p"}}]}}]"#
    ),
    Row(
      way: "topologySpreadConstraints.0.minDomains", from: 25, on: 27, gate: .minimalDomains,
      pod: #""topologySpreadConstraints": [\#(spread), "minDomains": 2}]"#),
    Row(
      way: "topologySpreadConstraints.0.nodeTaintsPolicy", from: 25, on: 26, gate: .nodeInclusion,
      pod: #""topologySpreadConstraints": [\#(spread), "nodeTaintsPolicy": "Honor"}]"#),
    Row(
      way: "topologySpreadConstraints.0.matchLabelKeys", from: 25, on: 27, gate: .spreadLabelKeys,
      pod:
        #""topologySpreadConstraints": [\#(spread), "labelSelector": {}, "matchLabelKeys": ["a"]}]"#
    ),
    Row(
      way: "containers.0.resizePolicy", from: 27, on: 33, gate: .inPlaceScaling,
      container: #""resizePolicy": [{"resourceName": "cpu", "restartPolicy": "NotRequired"}]"#),
    Row(
      way: "containers.0.lifecycle.preStop.sleep", from: 29, on: 30, gate: .sleepAction,
      container: #""lifecycle": {"preStop": {"sleep": {"seconds": 5}}}"#),
    Row(
      way: "containers.0.lifecycle.stopSignal", from: 33, on: nil, gate: .stopSignals,
      container: #""lifecycle": {"stopSignal": "SIGTERM"}"#, pod: #""os": {"name": "linux"}"#),
    Row(
      way: "containers.0.restartPolicy", from: 34, on: 35, gate: .containerRestartRules,
      container: #""restartPolicy": "Never""#),
    Row(
      way: "containers.0.volumeMounts.0.recursiveReadOnly", from: 30, on: 31,
      gate: .recursiveReadOnly,
      container:
        #""volumeMounts": [{"name": "m", "mountPath": "/m", "readOnly": true, "recursiveReadOnly": "Enabled"}]"#,
      pod: #""volumes": [{"name": "m"}]"#),
    Row(
      way: "initContainers.0.restartPolicy", from: 28, on: 29, gate: .sidecars,
      pod: #""initContainers": [{"name": "s", "image": "s:1", "restartPolicy": "Always"}]"#),
    Row(
      way: "schedulingGroup", from: 36, on: nil, gate: .workloads,
      pod: #""schedulingGroup": {"podGroupName": "g"}"#),
    Row(
      way: "volumes.0.projected.sources.0.podCertificate", from: 34, on: nil,
      gate: .podCertificates,
      pod:
        #""volumes": [{"name": "m", "projected": {"sources": [{"podCertificate": {"signerName": "a.example.com/s", "keyType": "ED25519", "keyPath": "k"}}]}}]"#
    ),
    Row(
      way: "\(preferred).podAffinityTerm.matchLabelKeys", from: 29, on: 31,
      gate: .affinityLabelKeys,
      pod:
        #""affinity": {"podAffinity": {"preferredDuringSchedulingIgnoredDuringExecution": [{"weight": 1, "podAffinityTerm": {"topologyKey": "zone", "labelSelector": {}, "matchLabelKeys": ["a"]}}]}}"#
    ),
  ]
  static let preferred = "affinity.podAffinity.preferredDuringSchedulingIgnoredDuringExecution.0"
  static let spread = #"{"maxSkew": 1, "topologyKey": "zone", "whenUnsatisfiable": "DoNotSchedule""#

  @Test(arguments: rows)
  func aFieldIsKeptFromItsVersionOn(row: Row) {
    let sent = SentTemplate(row.container, pod: row.pod)
    for minor in row.from...36 {
      let isKept = sent.kept(by: minor, row.way) != nil
      #expect(isKept == (minor >= row.on ?? Int.max), "1.\(minor)")
      let refusals = sent.refusals(by: minor)
      #expect(refusals == nil, "1.\(minor)")
    }
  }

  @Test(arguments: rows)
  func aSwitchedGateDecides(row: Row) {
    let sent = SentTemplate(row.container, pod: row.pod)
    for minor in row.from...36 where row.gate.canBeSwitched(in: minor) {
      #expect(sent.kept(by: minor, row.way, [row.gate: true]) != nil, "1.\(minor)")
      #expect(sent.kept(by: minor, row.way, [row.gate: false]) == nil, "1.\(minor)")
    }
  }

  @Test func anUnmaskedMountIsSetBack() {
    let sent = SentTemplate(#""securityContext": {"procMount": "Unmasked"}"#)
    #expect(sent.kept(by: 32, "containers.0.securityContext.procMount")?.string == "Default")
    #expect(
      sent.refusals(by: 33) == ["invalid template.spec.containers[0].securityContext.procMount"])
  }

  @Test func theMountsOfAnImageVolumeGoWithIt() {
    let sent = SentTemplate(
      #""volumeMounts": [{"name": "m", "mountPath": "/m"}]"#,
      pod: #""volumes": [{"name": "m", "image": {"reference": "m:1"}}]"#)
    #expect(sent.kept(by: 34, "containers.0.volumeMounts") == nil)
    #expect(sent.kept(by: 34, "volumes") == nil)
    #expect(sent.kept(by: 35, "containers.0.volumeMounts.0") != nil)
  }
}
