import APIServer
import PodAPI

// What a pod brings besides its containers: sysctls and volumes.

extension ConstraintCheck {
  /// Sysctls that every SCC lets in; the newest need a kernel that current OpenShift has.
  private static let safe: TextSet = [
    "kernel.shm_rmid_forced", "net.ipv4.ip_local_port_range", "net.ipv4.tcp_syncookies",
    "net.ipv4.ping_group_range", "net.ipv4.ip_unprivileged_port_start",
    "net.ipv4.tcp_keepalive_time", "net.ipv4.tcp_fin_timeout", "net.ipv4.tcp_keepalive_intvl",
    "net.ipv4.tcp_keepalive_probes", "net.ipv4.ip_local_reserved_ports", "net.ipv4.tcp_rmem",
    "net.ipv4.tcp_wmem",
  ]

  mutating func sysctls(_ own: PodObject) {
    let constraint = provider.constraint
    func matches(_ name: String, _ patterns: [String]) -> Bool {
      patterns.contains { pattern in
        pattern.hasSuffix("*") ? name.hasPrefix(String(pattern.dropLast())) : name == pattern
      }
    }
    for (index, item) in own.items(.sysctls).enumerated() {
      let name = item.object?.text(.name) ?? ""
      let fault: String
      if matches(name, constraint.forbiddenSysctls) {
        fault = "sysctl"
      } else if Self.safe.contains(name) || matches(name, constraint.unsafeSysctls) {
        continue
      } else {
        fault = "unsafe sysctl"
      }
      add(
        "securityContext.sysctls", at: "pod.spec.securityContext.sysctls[\(index)]",
        "Forbidden: \(fault) \"\(name)\" is not allowed")
    }
  }

  mutating func volumes() {
    let constraint = provider.constraint
    for (index, item) in pod.spec.items(.volumes).enumerated() {
      guard let volume = item.object else { continue }
      let type = VolumeType.name(of: volume)
      let isToken =
        type == "projected" && constraint.volumes.contains("secret")
        && VolumeType.isOnlyToken(volume)
      if !constraint.volumes.contains("*"), !constraint.volumes.contains(type), !isToken {
        add(
          "volumes.\(type)", at: "spec.volumes[\(index)]",
          "Invalid value: \"\(type)\": \(type) volumes are not allowed to be used")
      } else if let driver = volume.part(.flexVolume)?.text(.driver),
        !constraint.flexDrivers.isEmpty, !constraint.flexDrivers.contains(where: { $0 == driver })
      {
        add(
          "volumes.flexVolume.driver",
          at: "provider \(constraint.name): .spec.securityContext.volumes[\(index)].driver",
          "Invalid value: \"\(driver)\": Flexvolume driver is not allowed to be used")
      }
    }
  }
}

/// The types of volumes, as SCCs name them.
enum VolumeType {
  /// The types whose names are not those of the fields.
  private static let others: TextMap = [
    "cephfs": "cephFS", "vsphereVolume": "vsphere", "storageos": "storageOS",
  ]

  /// The type of a volume; empty for one of no source.
  static func name(of volume: PodObject) -> String {
    let field = volume.fields.first { $0.name != .name }?.name.text ?? ""
    return others[field] ?? field
  }

  /// True if a projected volume has only what every service account gets.
  static func isOnlyToken(_ volume: PodObject) -> Bool {
    let sources = volume.part(.projected)?.items(.sources) ?? []
    return sources.compactMap(\.object).allSatisfy { source in
      let known = [FieldName.serviceAccountToken, .configMap, .downwardAPI]
      guard known.contains(where: { source[$0] != nil }) else { return false }
      return isToken(source.part(.serviceAccountToken))
        && isAuthority(source.part(.configMap)) && isNamespace(source.part(.downwardAPI))
    }
  }

  private static func isToken(_ token: PodObject?) -> Bool {
    guard let token else { return true }
    return token.text(.path) == "token" && token.text(.audience).isEmpty
  }

  private static let authorities: TextMap = [
    "kube-root-ca.crt": "ca.crt", "openshift-service-ca.crt": "service-ca.crt",
  ]

  private static func isAuthority(_ map: PodObject?) -> Bool {
    guard let map else { return true }
    let items = map.items(.items)
    guard let key = authorities[map.text(.name)], items.count == 1, let item = items[0].object
    else { return false }
    return item.text(.key) == key && item.text(.path) == key
  }

  private static func isNamespace(_ source: PodObject?) -> Bool {
    (source?.items(.items) ?? []).compactMap(\.object).allSatisfy { item in
      let field = item.part(.fieldRef)
      return item.text(.path) == "namespace" && field?.text(.apiVersion) == "v1"
        && field?.text(.fieldPath) == "metadata.namespace"
    }
  }
}
