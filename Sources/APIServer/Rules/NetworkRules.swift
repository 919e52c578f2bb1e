import Diagnostics
import PodAPI

// DNS settings, addresses, and ports of containers and of nodes.

extension ValidationPass {
  mutating func dns(_ spec: PodObject) {
    let config = spec.part(.dnsConfig)
    if spec.text(.dnsPolicy) == "None" {
      guard let config else {
        refuse(.required, at: .dnsConfig, "is missing; 'dnsPolicy: None' needs its nameservers")
        return
      }
      guard !config.items(.nameservers).isEmpty else {
        within(.dnsConfig) {
          $0.refuse(
            .required, at: .nameservers, "is missing; 'dnsPolicy: None' needs at least one address")
        }
        return
      }
    }
    within(.dnsConfig, of: spec) { pass, config in
      pass.nameServers(config)
      pass.searches(config)
      pass.each(.options, of: config) { pass, option, _ in
        if option.text(.name).isEmpty {
          pass.refuse(.required, "needs a name; write, for example, 'name: ndots'")
        }
      }
    }
  }

  private mutating func nameServers(_ config: PodObject) {
    let count = config.items(.nameservers).count
    if count > 3 { refuse(.invalid, at: .nameservers, "has \(count) entries; 3 is the limit") }
    eachText(.nameservers, of: config) { pass, address, _ in pass.address(address, at: nil) }
  }

  private mutating func searches(_ config: PodObject) {
    let searches = config.items(.searches).map { $0.string ?? "" }
    // What resolvers take grew with 1.26.
    let isLong = release.has(.expandedDNS)
    let (most, longest) = isLong ? (32, 2_048) : (6, 256)
    if searches.count > most {
      refuse(.invalid, at: .searches, "has \(searches.count) entries; \(most) is the limit")
    }
    let size = searches.reduce(max(0, searches.count - 1)) { $0 + $1.utf8.count }
    if size > longest {
      refuse(.invalid, at: .searches, "has \(size) characters in total; \(longest) is the limit")
    }
    let isRelaxed = release.has(.relaxedDNS)
    eachText(.searches, of: config) { pass, search, _ in
      if isRelaxed, search == "." { return }
      let name = search.utf8.last == 0x2E ? String(search.dropLast()) : search
      pass.check(name, isRelaxed ? .searchDomain : .subdomain)
    }
  }

  /// An IP address; nil: what is looked at itself.
  mutating func address(_ text: String, at step: FieldPath.Step?) {
    func place(_ pass: inout ValidationPass, _ message: String) {
      if let step {
        pass.refuse(.invalid, at: step, message)
      } else {
        pass.refuse(.invalid, message)
      }
    }
    guard let address = IPAddress(text) else {
      place(&self, "\(quoted: text) is not an IP address, such as 10.9.8.7 or 2001:db8::1")
      return
    }
    guard release.has(.strictAddresses) else { return }
    if address.hasLeadingZeros {
      place(&self, "\(quoted: text) cannot have a number that starts with 0; remove the zeros")
    } else if address.isMapped {
      place(&self, "\(quoted: text) must be written as an IPv4 address")
    }
  }

  mutating func ports(_ container: PodObject) {
    var names = NameSet()
    each(.ports, of: container) { pass, port, _ in
      let name = port.text(.name)
      if !name.isEmpty {
        let complaints = NameForm.port.complaints(name)
        for phrase in complaints { pass.refuse(.invalid, at: .name, "\(quoted: name) \(phrase)") }
        if complaints.isEmpty, !names.insert(name) {
          pass.refuse(
            .duplicate, at: .name, "\(quoted: name) is used twice; give each port its own name")
        }
      }
      if port.number(.containerPort) == 0 {
        pass.refuse(.required, at: .containerPort, "is missing; write 1 to 65535")
      } else {
        pass.portNumber(.containerPort, of: port)
      }
      if port.number(.hostPort) != 0 { pass.portNumber(.hostPort, of: port) }
      pass.apply(.requiredWord(.protocol, FieldChoices.protocols), to: port)
    }
  }

  mutating func portNumber(_ field: FieldName, of owner: PodObject) {
    apply(.range(field, 1...65_535), to: owner)
  }

  /// Two containers that run side by side cannot have one port of the node.
  mutating func hostPorts(_ container: PodObject, _ taken: inout NameSet) {
    guard container[.ports] != nil else { return }
    var known = taken
    each(.ports, of: container) { pass, port, _ in
      let number = port.number(.hostPort)
      guard number != 0 else { return }
      let key = "\(port.text(.protocol))/\(port.text(.hostIP))/\(number)"
      if !known.insert(key) {
        pass.refuse(
          .duplicate, at: .hostPort,
          "\(number) is used twice; give each port its own, or remove it")
      }
    }
    taken = known
  }

  /// In the node's network a container's port is the node's. Init containers are not looked at.
  mutating func hostNetworkPorts(_ spec: PodObject) {
    guard spec.flag(.hostNetwork) else { return }
    each(.containers, of: spec) { pass, container, _ in
      pass.each(.ports, of: container) { pass, port, _ in
        let taken = port.number(.hostPort)
        // A pod that leaves it out is given it; a template may leave it out.
        guard taken != 0 || pass.isPod, taken != port.number(.containerPort) else { return }
        let said: FieldName =
          pass.release.holds(.hostPortSaidOfContainer) ? .containerPort : .hostPort
        pass.refuse(
          .invalid, at: .field(said),
          truly: [.field(.hostPort)],
          "\(taken) must equal the containerPort with 'hostNetwork: true'; remove hostPort")
      }
    }
  }
}
