import Diagnostics
import PodAPI

// The fields of a pod's spec, and the order in which its parts are looked at.

extension ValidationPass {
  /// - Parameter metadata: a pod's own; nil in templates, whose pods have no name yet.
  mutating func spec(_ spec: PodObject, metadata: PodObject?) {
    let volumes = volumes(spec, podName: metadata?.text(.name) ?? "")
    let context = ContainerContext(spec, volumes: volumes)
    podClaims(spec, metadata: metadata)
    containers(spec, context)
    initContainers(spec, context)
    ephemeralContainers(spec, context)
    podResources(spec, context)
    hostNetworkPorts(spec)
    apply(Self.specRules, to: spec)
    labels(.nodeSelector, of: spec)
    podSecurityContext(spec)
    affinity(spec)
    dns(spec)
    gates(spec)
    topologySpread(spec)
    hostProcesses(spec)
    hostUsers(spec)
    hostnames(spec)
    numbers(spec)
    within(.tolerations) { $0.tolerations(spec.items(.tolerations)) }
    hostAliases(spec)
    if let name = spec[.runtimeClassName]?.string { check(name, .subdomain, at: .runtimeClassName) }
    preemption(spec)
    overhead(spec)
    operatingSystem(spec)
    schedulingGroup(spec)
  }

  private static let specRules: [FieldRule] = [
    .requiredWord(.restartPolicy, FieldChoices.restart),
    .requiredWord(.dnsPolicy, FieldChoices.dns),
    .form(.serviceAccountName, .subdomain), .form(.nodeName, .subdomain),
    .form(.hostname, .label), .form(.subdomain, .label),
    .form(.priorityClassName, .subdomain),
  ]

  private mutating func numbers(_ spec: PodObject) {
    if let seconds = spec[.activeDeadlineSeconds]?.integer, !(1...2_147_483_647).contains(seconds) {
      refuse(
        .invalid, at: .activeDeadlineSeconds, "\(seconds) is out of range; write 1 to 2147483647")
    }
  }

  private mutating func preemption(_ spec: PodObject) {
    guard let policy = spec[.preemptionPolicy]?.string else { return }
    if policy.isEmpty {
      refuse(.required, at: .preemptionPolicy, "cannot be empty; remove it")
    } else {
      check(policy, among: ["PreemptLowerPriority", "Never"], at: .preemptionPolicy)
    }
  }

  private mutating func gates(_ spec: PodObject) {
    each(.readinessGates, of: spec) { pass, gate, _ in
      pass.check(gate.text(.conditionType), .qualified, at: .conditionType)
    }
    var names = NameSet()
    each(.schedulingGates, of: spec) { pass, gate, _ in
      let name = gate.text(.name)
      if pass.release.holds(.gateNames) {
        pass.check(name, .qualified)
      } else if name.isEmpty {
        pass.refuse(.required, "needs a name, such as example.com/my-gate")
      }
      if !names.insert(name) {
        pass.refuse(.duplicate, "\(quoted: name) appears twice; keep it once")
      }
    }
  }

  private mutating func hostAliases(_ spec: PodObject) {
    let isNumbered = release.holds(.aliasesNumbered)
    each(.hostAliases, of: spec, isNumbered: isNumbered) { pass, alias, _ in
      pass.address(alias.text(.ip), at: .field(.ip))
      pass.eachText(.hostnames, of: alias, isNumbered: isNumbered) { pass, name, _ in
        pass.check(name, .subdomain)
      }
    }
  }

  /// A name that a pod has instead of its own (1.34).
  private mutating func hostnames(_ spec: PodObject) {
    guard let name = spec[.hostnameOverride]?.string else { return }
    if name.utf8.count > 64 {
      refuse(.tooLong, at: .hostnameOverride, "is longer than 64 bytes")
    }
    check(name, .subdomain, at: .hostnameOverride)
    if spec.flag(.setHostnameAsFQDN) {
      refuse(
        .forbidden, at: .hostnameOverride,
        "cannot be set with 'setHostnameAsFQDN: true'; remove one of them")
    }
    if spec.flag(.hostNetwork) {
      refuse(
        .forbidden, at: .hostnameOverride,
        "cannot be set with 'hostNetwork: true'; remove one of them")
    }
  }

  /// Checks the workload (1.35) or the group (1.36) that a pod is scheduled with.
  private mutating func schedulingGroup(_ spec: PodObject) {
    within(.workloadRef, of: spec) { pass, workload in
      pass.check(workload.text(.name), .subdomain, at: .name)
      pass.check(workload.text(.podGroup), .label, at: .podGroup)
      pass.apply(.form(.podGroupReplicaKey, .label), to: workload)
    }
    within(.schedulingGroup, of: spec) { pass, group in
      guard pass.required(.podGroupName, of: group) else { return }
      pass.check(group.text(.podGroupName), .subdomain, at: .podGroupName)
    }
  }
}
