import Diagnostics
import PodAPI

// Parts of containers, and names and addresses of a pod, that do less than they say.

extension ValidationPass {
  mutating func containerWarnings(_ container: PodObject) {
    within(.resources, of: container) { pass, resources in
      for field in [FieldName.limits, .requests] {
        pass.within(field) { $0.byteWarnings(resources.entries(field)) }
      }
    }
    each(.ports, of: container) { pass, port, _ in
      if !port.text(.hostIP).isEmpty, port.number(.hostPort) == 0 {
        pass.warn("'hostIP' has no effect without 'hostPort'; remove it, or set 'hostPort'")
      }
    }
  }

  /// There is no half of a byte; `100m` is a tenth of one.
  mutating func byteWarnings(_ amounts: [PodMap.Entry]) {
    for entry in amounts where Self.countedInBytes.contains(entry.key) {
      let text = entry.value.string ?? ""
      if QuantitySign(text)?.isWhole == false {
        warn(
          at: .key(entry.key), "\(text) is not a whole number of bytes; write, for example, 128Mi")
      }
    }
  }

  private static let countedInBytes = ["memory", "ephemeral-storage", "storage"]

  mutating func networkWarnings(_ spec: PodObject) {
    each(.imagePullSecrets, of: spec) { pass, secret, _ in
      if secret.text(.name).isEmpty { pass.warn(at: .field(.name), "is empty; name a secret") }
    }
    within(.dnsConfig, of: spec) { pass, config in
      pass.eachText(.nameservers, of: config) { pass, address, _ in pass.addressWarning(address) }
    }
    var addresses = NameSet()
    each(.hostAliases, of: spec) { pass, alias, _ in
      let address = alias.text(.ip)
      pass.within(.ip) { pass in
        pass.addressWarning(address)
        if !addresses.insert(address) {
          pass.warn("\(address) is in two entries; put all its names into one")
        }
      }
    }
  }

  /// Spellings that later versions refuse.
  private mutating func addressWarning(_ text: String) {
    guard release.minor >= 33, !release.has(.strictAddresses), let address = IPAddress(text),
      address.hasLeadingZeros || address.isMapped
    else { return }
    warn(
      "Kubernetes 1.36 refuses \(quoted: text); write it as an IPv4 address without zeros in front")
  }
}
