import APIServer
import PodAPI
import Testing

/// A template or a pod that tells apart the versions that have a rule from those that have not.
struct RuleChangeRow: Sendable, CustomTestStringConvertible {
  let change: RuleChange
  /// The refusal, with its type.
  let refusal: String
  /// The versions that refuse it so, of those in which the field is there.
  let refusedIn: ClosedRange<Int>
  var versions = 25...36
  var gates: [ServerGate: Bool] = [:]
  var kind = RequestKind.podTemplate
  var name = "t"
  var metadata = ""
  var container = ""
  var pod = ""
  var testDescription: String { "\(change)" }

  var sent: SentTemplate {
    SentTemplate(container, pod: pod, kind: kind, name: name, metadata: metadata)
  }
}

extension RuleChangeRow {
  private static let own: [ServerGate: Bool] = [.userNamespaces: true]
  private static let claim = #"{"name": "m", "persistentVolumeClaim": {"claimName": "c"}}"#
  private static let resize = #""resizePolicy": [{"resourceName": "cpu", "restartPolicy":"#

  static func claimVolume(_ fields: String) -> String {
    #""volumes": [{"name": "m", "ephemeral": {"volumeClaimTemplate": {"spec": {"accessModes": ["ReadWriteOnce"], "resources": {"requests": {"storage": "1Gi"}}, \#(fields)}}}}]"#
  }

  static func sidecar(_ fields: String) -> String {
    #""initContainers": [{"name": "s", "image": "s:1", "restartPolicy": "Always", \#(fields)}]"#
  }

  private static func projected(_ source: String) -> String {
    #""volumes": [{"name": "m", "projected": {"sources": [\#(source)]}}]"#
  }

  static let scheduling = [
    RuleChangeRow(
      change: .selectorValues,
      refusal:
        "invalid template.spec.affinity.podAffinity.requiredDuringSchedulingIgnoredDuringExecution[0].labelSelector.matchExpressions[0].values[0]",
      refusedIn: 26...36,
      pod:
        #""affinity": {"podAffinity": {"requiredDuringSchedulingIgnoredDuringExecution": [{"topologyKey": "zone", "labelSelector": {"matchExpressions": [{"key": "a", "operator": "In", "values": ["-"]}]}}]}}"#
    ),
    RuleChangeRow(
      change: .nodeSelectorValues,
      refusal:
        "invalid template.spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms[0].matchExpressions[0].values[0]",
      refusedIn: 33...36,
      pod:
        #""affinity": {"nodeAffinity": {"requiredDuringSchedulingIgnoredDuringExecution": {"nodeSelectorTerms": [{"matchExpressions": [{"key": "a", "operator": "In", "values": ["-"]}]}]}}}"#
    ),
    RuleChangeRow(
      change: .spreadSelectors,
      refusal: "invalid template.spec.topologySpreadConstraints[0].labelSelector.matchLabels",
      refusedIn: 27...36,
      pod:
        #""topologySpreadConstraints": [\#(GateTests.spread), "labelSelector": {"matchLabels": {"a": "-"}}}]"#
    ),
    RuleChangeRow(
      change: .spreadKeysNeedSelector,
      refusal: "forbidden template.spec.topologySpreadConstraints[0].matchLabelKeys",
      refusedIn: 27...36, gates: [.spreadLabelKeys: true],
      pod: #""topologySpreadConstraints": [\#(GateTests.spread), "matchLabelKeys": ["a"]}]"#),
    RuleChangeRow(
      change: .gateNames, refusal: "invalid template.spec.schedulingGates[0]", refusedIn: 27...36,
      versions: 26...36, gates: [.schedulingReadiness: true],
      pod: #""schedulingGates": [{"name": "a b"}]"#),
  ]

  static let volumes = [
    RuleChangeRow(
      change: .imagesAsWhole,
      refusal: "invalid template.spec.containers[0].volumeMounts[0].subPath",
      refusedIn: 31...32, versions: 31...36, gates: [.imageVolumes: true],
      container: #""volumeMounts": [{"name": "m", "mountPath": "/m", "subPath": "a"}]"#,
      pod: #""volumes": [{"name": "m", "image": {"reference": "m:1"}}]"#),
    RuleChangeRow(
      change: .tokenPaths, refusal: "invalid template.spec.volumes[0].projected.path",
      refusedIn: 30...36, pod: projected(#"{"serviceAccountToken": {"path": "/token"}}"#)),
    RuleChangeRow(
      change: .dataSourceGroups,
      refusal:
        "invalid template.spec.volumes[0].ephemeral.volumeClaimTemplate.spec.dataSource.apiGroup",
      refusedIn: 29...36,
      pod: claimVolume(#""dataSource": {"apiGroup": "A_b", "kind": "K", "name": "n"}"#)),
    RuleChangeRow(
      change: .emptyDriverHasForm, refusal: "invalid template.spec.volumes[0].csi.driver",
      refusedIn: 25...34, pod: #""volumes": [{"name": "m", "csi": {"driver": ""}}]"#),
    RuleChangeRow(
      change: .bundleIsPEM,
      refusal: "required template.spec.volumes[0].projected.sources[0].clusterTrustBundlePEM",
      refusedIn: 29...30, versions: 29...36, gates: [.clusterTrustBundles: true],
      pod: projected(#"{"clusterTrustBundle": {"path": "p"}}"#)),
  ]

  static let node = [
    RuleChangeRow(
      change: .unmaskedNeedsOwnUsers,
      refusal: "invalid template.spec.containers[0].securityContext.procMount",
      refusedIn: 30...36, gates: [.procMount: true],
      container: #""securityContext": {"procMount": "Unmasked"}"#),
    RuleChangeRow(
      change: .devicesNeedHostUsers, refusal: "forbidden template.spec.containers[0].volumeDevices",
      refusedIn: 34...36, gates: own,
      container: #""volumeDevices": [{"name": "m", "devicePath": "/d"}]"#,
      pod: #""hostUsers": false, "volumes": [\#(claim)]"#),
    RuleChangeRow(
      change: .volumesOfOwnUsers, refusal: "forbidden template.spec.volumes[0]", refusedIn: 25...27,
      gates: own, pod: #""hostUsers": false, "volumes": [\#(claim)]"#),
    RuleChangeRow(
      change: .sysctlsOfHost, refusal: "invalid template.spec.securityContext.sysctls[0].name",
      refusedIn: 29...36,
      pod:
        #""hostNetwork": true, "securityContext": {"sysctls": [{"name": "net.core.somaxconn", "value": "1"}]}"#
    ),
    RuleChangeRow(
      change: .sysctlsOfHost, refusal: "invalid template.spec.securityContext.sysctls[0].name",
      refusedIn: 29...36,
      pod:
        #""hostIPC": true, "securityContext": {"sysctls": [{"name": "kernel.shmmax", "value": "1"}]}"#
    ),
    RuleChangeRow(
      change: .hostPortSaidOfContainer,
      refusal: "invalid template.spec.containers[0].ports[0].containerPort", refusedIn: 25...27,
      container: #""ports": [{"containerPort": 80, "hostPort": 81}]"#,
      pod: #""hostNetwork": true"#),
    RuleChangeRow(
      change: .aliasesNumbered, refusal: "invalid template.spec.hostAliases[0].hostnames[0]",
      refusedIn: 30...36, pod: #""hostAliases": [{"ip": "10.0.0.1", "hostnames": ["A_b"]}]"#),
    RuleChangeRow(
      change: .hostAddressesKnown,
      refusal: "forbidden template.spec.containers[0].env[0].valueFrom.fieldRef",
      refusedIn: 28...29, versions: 25...31, gates: [.podHostIPs: false],
      container:
        #""env": [{"name": "A", "valueFrom": {"fieldRef": {"fieldPath": "status.hostIPs"}}}]"#),
  ]

  private static let claims: [ServerGate: Bool] = [.dynamicResources: true]
  private static func podClaim(_ fields: String) -> String {
    #""resourceClaims": [{"name": "gpu", \#(fields)}]"#
  }

  static let resources = [
    RuleChangeRow(
      change: .claimSourceIsStruct, refusal: "invalid template.spec.resourceClaims[0].source",
      refusedIn: 26...30, versions: 26...36, gates: claims, pod: podClaim(#""source": {}"#)),
    RuleChangeRow(
      change: .claimNames,
      refusal: "invalid template.spec.resourceClaims[0].source.resourceClaimName",
      refusedIn: 27...30, versions: 26...30, gates: claims,
      pod: podClaim(#""source": {"resourceClaimName": "A_b"}"#)),
    RuleChangeRow(
      change: .madeClaimNames, refusal: "invalid spec.resourceClaims[0].name", refusedIn: 27...30,
      versions: 26...36, gates: claims, kind: .pod, name: String(repeating: "a", count: 252),
      pod: podClaim(
        #""source": {"resourceClaimTemplateName": "t"}, "resourceClaimTemplateName": "t""#)),
    RuleChangeRow(
      change: .mirrorsWithoutClaims, refusal: "forbidden ", refusedIn: 33...36, versions: 31...36,
      gates: claims, kind: .pod,
      metadata: #""annotations": {"kubernetes.io/config.mirror": "a"}"#,
      pod: #""nodeName": "n", "# + podClaim(#""resourceClaimName": "c""#)),
    RuleChangeRow(
      change: .podPages, refusal: "unsupported template.spec.resources.limits[hugepages-2Mi]",
      refusedIn: 32...32, versions: 32...36, gates: [.podLevelResources: true],
      pod: #""resources": {"limits": {"hugepages-2Mi": "2Mi", "cpu": "1"}}"#),
    RuleChangeRow(
      change: .podPagesTogether, refusal: "invalid template.spec.resources.limits[hugepages-2Mi]",
      refusedIn: 34...36, versions: 33...36, gates: [.podLevelResources: true],
      container: #""resources": {"limits": {"hugepages-2Mi": "2Mi", "cpu": "1"}}"#,
      pod: #""resources": {"limits": {"hugepages-2Mi": "2Mi", "cpu": "1"}}, "#
        + sidecar(#""resources": {"limits": {"hugepages-2Mi": "2Mi", "cpu": "1"}}"#)),
    RuleChangeRow(
      change: .unsaidPodRequests, refusal: "invalid template.spec.resources.requests[memory]",
      refusedIn: 32...33, versions: 32...36, gates: [.podLevelResources: true],
      container: #""resources": {"requests": {"memory": "1Gi"}}"#,
      pod: #""resources": {"requests": {"cpu": "1"}}"#),
    RuleChangeRow(
      change: .podResourcesNotForWindows, refusal: "forbidden template.spec.resources",
      refusedIn: 34...36, versions: 32...36, gates: [.podLevelResources: true],
      pod: #""os": {"name": "windows"}, "resources": {"requests": {"cpu": "1"}}"#),
  ]

  private static let scaling: [ServerGate: Bool] = [.inPlaceScaling: true]
  private static let rules: [ServerGate: Bool] = [.containerRestartRules: true]
  private static let rule =
    #"{"action": "Restart", "exitCodes": {"operator": "In", "values": [1]}}"#

  static let restarting = [
    RuleChangeRow(
      change: .resizingNeverRestarts, refusal: "invalid template.spec.containers[0].resizePolicy",
      refusedIn: 29...36, versions: 27...36, gates: scaling,
      container: resize + #" "RestartContainer"}]"#, pod: #""restartPolicy": "Never""#),
    RuleChangeRow(
      change: .resizingNotOfInit, refusal: "invalid template.spec.initContainers[0].resizePolicy",
      refusedIn: 27...32, versions: 27...36, gates: scaling,
      pod: #""initContainers": [{"name": "i", "image": "i:1", "#
        + resize + #" "NotRequired"}]}]"#),
    RuleChangeRow(
      change: .resizingOfSidecars, refusal: "invalid template.spec.initContainers[0].resizePolicy",
      refusedIn: 33...35, versions: 33...36,
      pod: #""restartPolicy": "Never", "# + sidecar(resize + #" "RestartContainer"}]"#)),
    RuleChangeRow(
      change: .resizingOfEnding,
      refusal: "invalid template.spec.initContainers[0].resizePolicy[0].restartPolicy",
      refusedIn: 36...36, versions: 33...36,
      pod: #""initContainers": [{"name": "i", "image": "i:1", "#
        + resize + #" "RestartContainer"}]}]"#),
    RuleChangeRow(
      change: .restartRules, refusal: "forbidden template.spec.containers[0].restartPolicy",
      refusedIn: 28...33, versions: 28...36, container: #""restartPolicy": "Never""#),
    RuleChangeRow(
      change: .restartRulesOfInit,
      refusal: "required template.spec.initContainers[0].restartPolicy",
      refusedIn: 35...36, versions: 34...36, gates: rules,
      pod:
        #""initContainers": [{"name": "i", "image": "i:1", "restartPolicyRules": [\#(rule)]}]"#),
    RuleChangeRow(
      change: .tooManyIsSaid, refusal: "tooMany template.spec.containers[0].restartPolicyRules",
      refusedIn: 36...36, versions: 34...36, gates: rules,
      container: #""restartPolicy": "Never", "restartPolicyRules": ["#
        + Array(repeating: rule, count: 21).joined(separator: ",") + "]"),
  ]

  static let all = scheduling + volumes + node + resources + restarting
}
