import APIServer
import PodAPI
import Testing

/// Rules by subject: what is said of a spec, as the newest server says it.
@Suite struct SubjectRuleTests {
  static let containers: [(fields: String, refusals: [String])] = [
    (
      #""volumeMounts": [{"subPath": "../a", "mountPropagation": "Bidirectional", "recursiveReadOnly": "Enabled"}]"#,
      [
        "required volumeMounts[0].name", "notFound volumeMounts[0].name",
        "required volumeMounts[0].mountPath", "invalid volumeMounts.subPath",
        "forbidden volumeMounts.mountPropagation", "forbidden volumeMounts.recursiveReadOnly",
        "forbidden volumeMounts.recursiveReadOnly",
      ]
    ),
    (
      #""volumeDevices": [{"devicePath": "/a/.."}]"#,
      [
        "required volumeDevices[0].name", "notFound volumeDevices[0].name",
        "invalid volumeDevices[0].devicePath",
      ]
    ),
    (
      #""env": [{"name": "A", "value": "b", "valueFrom": {"secretKeyRef": {"name": "s"}}}]"#,
      ["required env[0].valueFrom.secretKeyRef.key", "invalid env[0].valueFrom"]
    ),
    (
      #""env": [{"name": "A", "valueFrom": {"fieldRef": {"fieldPath": "spec.restartPolicy"}}}]"#,
      ["unsupported env[0].valueFrom.fieldRef.fieldPath"]
    ),
    (
      #""env": [{"name": "A", "valueFrom": {"resourceFieldRef": {"resource": "limits.cpu", "divisor": "2"}}}]"#,
      ["invalid env[0].valueFrom.resourceFieldRef.divisor"]
    ),
    (
      #""envFrom": [{"prefix": "a="}]"#, ["invalid envFrom[0].prefix", "invalid envFrom"]
    ),
    (
      #""env": [{"name": "A", "valueFrom": {"fileKeyRef": {"volumeName": "m", "path": "p", "key": "K"}}}]"#,
      ["notFound env[0].valueFrom.fileKeyRef.volumeName"]
    ),
    (
      #""livenessProbe": {"httpGet": {"port": 80, "path": "/", "httpHeaders": [{"name": "a b"}]}, "periodSeconds": -1}"#,
      ["invalid livenessProbe.httpGet.httpHeaders", "invalid livenessProbe.periodSeconds"]
    ),
    (
      #""readinessProbe": {"exec": {"command": ["a"]}, "terminationGracePeriodSeconds": 0}"#,
      [
        "invalid readinessProbe.terminationGracePeriodSeconds",
        "invalid readinessProbe.terminationGracePeriodSeconds",
      ]
    ),
    (
      #""restartPolicyRules": [{"action": "Stop"}]"#,
      [
        "required restartPolicy", "unsupported restartPolicyRules[0].action",
        "required restartPolicyRules[0].exitCodes",
      ]
    ),
    (
      #""resizePolicy": [{"resourceName": "disk", "restartPolicy": ""}]"#,
      ["unsupported resizePolicy", "required resizePolicy"]
    ),
    (
      #""resources": {"claims": [{"name": "gpu", "request": "A"}, {"name": "gpu"}]}"#,
      [
        "invalid resources.claims[0].request", "notFound resources.claims[0]",
        "duplicate resources.claims[1]", "notFound resources.claims[1]",
      ]
    ),
    (
      #""resources": {"limits": {"hugepages-2Mi": "3Mi"}}"#,
      ["invalid resources.limits[hugepages-2Mi]", "forbidden resources"]
    ),
    (
      #""securityContext": {"runAsUser": -1, "allowPrivilegeEscalation": false, "privileged": true, "windowsOptions": {"runAsUserName": "a\\b\\c"}}"#,
      [
        "invalid securityContext.runAsUser", "invalid securityContext",
        "invalid securityContext.windowsOptions.runAsUserName",
      ]
    ),
    (
      #""securityContext": {"appArmorProfile": {"type": "Localhost", "localhostProfile": " a"}}"#,
      ["invalid securityContext.appArmorProfile.localhostProfile"]
    ),
  ]

  @Test(arguments: containers)
  func aContainerIsRefused(fields: String, refusals: [String]) {
    let said = (SentTemplate(fields).refusals(by: 36) ?? []).map { refusal in
      refusal.replacing("template.spec.containers[0].", with: "", maxReplacements: 1)
    }
    #expect(said == refusals)
  }

  static let pods: [(fields: String, refusals: [String])] = [
    (
      #""affinity": {"nodeAffinity": {"requiredDuringSchedulingIgnoredDuringExecution": {}, "preferredDuringSchedulingIgnoredDuringExecution": [{"weight": 0, "preference": {"matchFields": [{"key": "metadata.name", "operator": "Exists"}]}}]}}"#,
      [
        "required affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms",
        "invalid affinity.nodeAffinity.preferredDuringSchedulingIgnoredDuringExecution[0].weight",
        "invalid affinity.nodeAffinity.preferredDuringSchedulingIgnoredDuringExecution[0].preference.matchFields[0].operator",
      ]
    ),
    (
      #""topologySpreadConstraints": [{"whenUnsatisfiable": "Never", "minDomains": 0, "nodeTaintsPolicy": "No"}]"#,
      [
        "invalid topologySpreadConstraints[0].maxSkew",
        "required topologySpreadConstraints[0].topologyKey",
        "unsupported topologySpreadConstraints[0].whenUnsatisfiable",
        "invalid topologySpreadConstraints[0].minDomains",
        "invalid topologySpreadConstraints[0].minDomains",
        "unsupported topologySpreadConstraints[0].nodeTaintsPolicy",
      ]
    ),
    (
      // Of a key that the selector has twice the server says the number alone.
      #""topologySpreadConstraints": [\#(GateTests.spread), "matchLabelKeys": ["b", "a"], "labelSelector": {"matchLabels": {"a": "1"}, "matchExpressions": [{"key": "a", "operator": "Exists"}]}}]"#,
      ["invalid topologySpreadConstraints[0][1]"]
    ),
    (
      #""dnsPolicy": "None", "dnsConfig": {"nameservers": ["x"], "options": [{}]}"#,
      ["invalid dnsConfig.nameservers[0]", "required dnsConfig.options[0]"]
    ),
    (
      #""hostnameOverride": "A", "setHostnameAsFQDN": true"#,
      ["invalid hostnameOverride", "forbidden hostnameOverride"]
    ),
    (
      #""hostUsers": false, "hostPID": true, "hostIPC": true"#,
      ["forbidden HostPID", "forbidden HostIPC"]
    ),
    (
      #""os": {"name": "windows"}, "hostPID": true, "securityContext": {"runAsUser": 1}"#,
      ["forbidden securityContext.runAsUser", "forbidden hostPID"]
    ),
    (
      #""os": {"name": "linux"}, "securityContext": {"windowsOptions": {"hostProcess": false}}"#,
      ["forbidden securityContext.windowsOptions"]
    ),
    (
      #""securityContext": {"windowsOptions": {"hostProcess": true}}"#, ["invalid hostNetwork"]
    ),
    (
      #""resourceClaims": [{"name": "a"}, {"name": "a", "resourceClaimName": "A_"}]"#,
      [
        "invalid resourceClaims[0]", "duplicate resourceClaims[1].name",
        "invalid resourceClaims[1].resourceClaimName",
      ]
    ),
    (
      #""activeDeadlineSeconds": 0, "readinessGates": [{"conditionType": "a b"}], "preemptionPolicy": "Some""#,
      [
        "invalid readinessGates[0].conditionType", "invalid activeDeadlineSeconds",
        "unsupported preemptionPolicy",
      ]
    ),
    (
      #""initContainers": [{"name": "i", "image": "i:1", "restartPolicyRules": [{}], "lifecycle": {}}]"#,
      ["required initContainers[0].restartPolicy", "forbidden initContainers[0].lifecycle"]
    ),
    (
      #""ephemeralContainers": [{"name": "e", "image": "e:1", "resources": {}, "ports": [{"containerPort": 1}]}]"#,
      ["forbidden ephemeralContainers[0].ports", "forbidden ephemeralContainers"]
    ),
    (
      // A volume that is refused by itself is there for variables from files.
      #""volumes": [{"name": "M", "emptyDir": {}}], "initContainers": [{"name": "i", "image": "i:1", "env": [{"name": "A", "valueFrom": {"fileKeyRef": {"volumeName": "M", "path": "p", "key": "K"}}}]}]"#,
      [
        "invalid volumes[0].name",
        "invalid initContainers[0].env[0].valueFrom.fileKeyRef.volumeName",
      ]
    ),
  ]

  @Test(arguments: pods)
  func aPodIsRefused(fields: String, refusals: [String]) {
    let said = (SentTemplate(pod: fields).refusals(by: 36) ?? []).map { refusal in
      refusal.replacing("template.spec.", with: "", maxReplacements: 1)
    }
    #expect(said == refusals)
  }

  @Test(arguments: [
    (#""stopSignal": "SIGNONE""#, #""os": {"name": "linux"}"#, ["unsupported stopSignal"]),
    (#""stopSignal": "SIGHUP""#, #""os": {"name": "windows"}"#, ["unsupported stopSignal"]),
    (#""stopSignal": "SIGTERM""#, #""hostname": "h""#, ["forbidden stopSignal"]),
    // A system that is refused by itself says nothing of signals.
    (#""stopSignal": "SIGNONE""#, #""os": {}"#, []),
  ])
  func aSignalGoesWithItsSystem(signal: String, pod: String, refusals: [String]) {
    let sent = SentTemplate(#""lifecycle": {\#(signal)}"#, pod: pod)
    let said = (sent.refusals(by: 36, [.stopSignals: true]) ?? [])
      .filter { $0.hasSuffix("stopSignal") }
      .map { $0.replacing("template.spec.containers[0].lifecycle.", with: "", maxReplacements: 1) }
    #expect(said == refusals)
  }

  @Test(arguments: [
    ("1", 0), ("-3", 0), ("01", 1), ("x", 2), ("99999999999999999999", 1),
  ])
  func aTolerationComparesWholeNumbers(value: String, count: Int) {
    let sent = SentTemplate(
      pod: #""tolerations": [{"key": "a", "operator": "Lt", "value": "\#(value)"}]"#)
    #expect(
      sent.refusals(by: 36, [.taintComparison: true]) ?? []
        == Array(repeating: "invalid template.spec.tolerations[0].value", count: count))
  }
}
