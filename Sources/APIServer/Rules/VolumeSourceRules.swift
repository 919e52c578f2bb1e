import Diagnostics
import PodAPI

// What sources of volumes must be, beyond the table.

extension ValidationPass {
  mutating func emptyDir(_ source: PodObject) {
    guard let text = source[.sizeLimit]?.string, ServerQuantity(text)?.isNegative == true else {
      return
    }
    refuse(.forbidden, at: .sizeLimit, "\(text) cannot be negative; write, for example, 1Gi")
  }

  mutating func hostPath(_ source: PodObject) {
    guard required(.path, of: source) else { return }
    checkNoStepUp(source.text(.path), at: .field(.path))
    apply(.word(.type, Self.pathTypes), to: source)
  }

  private static let pathTypes =
    [""] + (FieldChoices.words(of: "type", in: "HostPathVolumeSource") ?? [])

  /// The keys of a secret or a config map, and where they go.
  mutating func keys(_ source: PodObject) {
    each(.items, of: source) { pass, item, _ in pass.key(item) }
  }

  mutating func key(_ item: PodObject) {
    required(.key, of: item)
    required(.path, of: item)
    checkFilePath(item.text(.path), at: .field(.path))
    apply(.mode(.mode), to: item)
  }

  mutating func nfs(_ source: PodObject) {
    let path = source.text(.path)
    if path.utf8.first != UInt8(ascii: "/") {
      refuse(.invalid, at: .path, "\(quoted: path) must start with '/'")
    }
  }

  mutating func flocker(_ source: PodObject) {
    let (name, id) = (source.text(.datasetName), source.text(.datasetUUID))
    if name.isEmpty, id.isEmpty {
      refuse(.required, "needs a datasetName or a datasetUUID; write one")
    }
    if !name.isEmpty, !id.isEmpty {
      refuse(.invalid, "has a datasetName and a datasetUUID; write one")
    }
    if name.utf8.contains(UInt8(ascii: "/")) {
      refuse(.invalid, at: .datasetName, "\(quoted: name) cannot have '/' in it")
    }
  }

  mutating func quobyte(_ source: PodObject) {
    let registry = source.text(.registry)
    if registry.isEmpty {
      refuse(.required, at: .registry, "is missing; write host:port, several with ',' between")
    } else if source.text(.tenant).utf8.count >= 65 {
      refuse(.required, at: .tenant, "cannot be longer than 64 characters")
    } else {
      for pair in registry.utf8.split(separator: 0x2C, omittingEmptySubsequences: false)
      where !HostPort.isPair(pair) {
        refuse(.invalid, at: .registry, "\(quoted: registry) must be host:port, or several")
      }
    }
  }

  mutating func fibreChannel(_ source: PodObject) {
    let hasNames = !source.items(.targetWWNs).isEmpty
    let hasIDs = !source.items(.wwids).isEmpty
    if !hasNames, !hasIDs {
      refuse(.required, at: .targetWWNs, "is missing, and so is wwids; keep one of them")
    }
    if hasNames, hasIDs {
      refuse(.invalid, at: .targetWWNs, "cannot be combined with wwids; keep one of them")
    }
    guard hasNames else { return }
    if source[.lun] == nil {
      refuse(.required, at: .lun, "is missing; targetWWNs need it, for example 'lun: 0'")
    } else {
      apply(.range(.lun, 0...255), to: source)
    }
  }

  /// Options whose keys are kept for Kubernetes itself.
  mutating func flexVolume(_ source: PodObject) {
    for entry in source.entries(.options) {
      let space = entry.key.utf8.prefix { $0 != UInt8(ascii: "/") }
      let name = "." + String(decoding: Array(space), as: UTF8.self).lowercased()
      guard name.hasSuffix(".kubernetes.io") || name.hasSuffix(".k8s.io") else { continue }
      within(.options) {
        $0.refuse(
          .invalid, at: .key(entry.key),
          "is reserved for Kubernetes; use a domain of your own")
      }
    }
  }

  mutating func azureDisk(_ source: PodObject) {
    guard let kind = source[.kind]?.string else { return }
    let prefix = kind == "Managed" ? "/subscriptions/" : "https://"
    if !source.text(.diskURI).utf8.starts(with: prefix.utf8) {
      refuse(.unsupported, at: .diskURI, "must start with '\(prefix)' with 'kind: \(kind)'")
    }
  }

  mutating func csi(_ source: PodObject) {
    let driver = source.text(.driver)
    required(.driver, of: source)
    if driver.utf8.count > 63 { refuse(.tooLong, at: .driver, "is longer than 63 characters") }
    // An empty one has no right form either.
    if !driver.isEmpty || release.holds(.emptyDriverHasForm) {
      check(driver.lowercased(), .subdomain, at: .driver)
    }
    guard let secret = source.part(.nodePublishSecretRef) else { return }
    if secret.text(.name).isEmpty {
      within(.nodePublishSecretRef) { $0.required(.name, of: secret) }
    } else {
      // The server says it of the driver's own name.
      check(
        secret.text(.name), .subdomain, at: .name,
        truly: [.field(.nodePublishSecretRef), .field(.name)])
    }
  }

  /// An image that is mounted (1.31). Only a pod must name it.
  mutating func imageVolume(_ source: PodObject) {
    if isPod { required(.reference, of: source) }
    apply(.requiredWord(.pullPolicy, FieldChoices.pull), to: source)
  }
}

/// Pairs of a host and a port.
enum HostPort {
  /// As Go's `net.SplitHostPort` tells them: one colon, or brackets around what has more.
  static func isPair(_ bytes: Substring.UTF8View.SubSequence) -> Bool {
    let colon = UInt8(ascii: ":")
    let (open, close) = (UInt8(ascii: "["), UInt8(ascii: "]"))
    guard let last = bytes.lastIndex(of: colon) else { return false }
    let host = bytes[..<last]
    let port = bytes[bytes.index(after: last)...]
    guard !port.contains(open), !port.contains(close) else { return false }
    if host.first == open {
      let inner = host.dropFirst().dropLast()
      return host.last == close && host.count > 1 && !inner.contains(open)
        && !inner.contains(close)
    }
    return !host.contains(colon) && !host.contains(open) && !host.contains(close)
  }
}
