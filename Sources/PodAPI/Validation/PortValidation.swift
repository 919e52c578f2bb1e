// Ports of containers, and those of the node that they take.

extension ValidationPass {
  mutating func ports(_ container: PodObject, _ path: () -> String) {
    var names = NameSet()
    for (index, item) in (container[.ports]?.items ?? []).enumerated() {
      guard let port = item.object else { continue }
      func place() -> String { "\(path()).ports[\(index)]" }
      if let name = port[.name]?.string, !name.isEmpty {
        if !ObjectNames.isPort(name) { refuse("\(place()).name", "'\(name)' names no port") }
        if !names.insert(name) { refuse("\(place()).name", "'\(name)' stands twice") }
      }
      if !Self.isPort(port[.containerPort]?.integer ?? 0) {
        refuse("\(place()).containerPort", "must be 1 to 65535")
      }
      if let number = port[.hostPort]?.integer, number != 0, !Self.isPort(number) {
        refuse("\(place()).hostPort", "must be 1 to 65535")
      }
      choice(port, .protocol, FieldChoices.protocols, place)
    }
  }

  /// Two containers that run side by side cannot have one port of the node.
  mutating func hostPorts(_ container: PodObject, _ taken: inout NameSet, _ place: () -> String) {
    for (index, item) in (container[.ports]?.items ?? []).enumerated() {
      guard let port = item.object, let number = port[.hostPort]?.integer, number != 0 else {
        continue
      }
      let parts = [
        port[.protocol]?.string ?? "TCP", port[.hostIP]?.string ?? "", "\(number)",
      ]
      if !taken.insert(parts.joined(separator: "/")) {
        refuse("\(place()).ports[\(index)].hostPort", "\(number) stands twice")
      }
    }
  }

  /// In the node's network a container's port is the node's. Init containers are not looked at.
  mutating func hostNetworkPorts(_ spec: PodObject, _ path: () -> String) {
    guard spec[.hostNetwork]?.bool == true else { return }
    for (index, item) in (spec[.containers]?.items ?? []).enumerated() {
      for (number, port) in (item.object?[.ports]?.items ?? []).enumerated() {
        let taken = port.object?[.hostPort]?.integer ?? 0
        // A pod that leaves it out is given it; a template may leave it out.
        if taken != 0 || !isTemplate, taken != port.object?[.containerPort]?.integer ?? 0 {
          refuse(
            "\(path()).containers[\(index)].ports[\(number)].hostPort",
            "must be the containerPort with 'hostNetwork: true'")
        }
      }
    }
  }

  static func isPort(_ number: Int64) -> Bool { (1...65535).contains(number) }
}
