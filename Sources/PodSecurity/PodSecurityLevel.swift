/// A level of the Pod Security Standards.
public enum PodSecurityLevel: String, Sendable, Hashable, CaseIterable {
  case privileged, baseline, restricted
}

/// A version of the Pod Security Standards.
public enum PodSecurityVersion: Sendable, Hashable {
  /// The newest one that the API server knows.
  case latest
  /// That of Kubernetes 1.`minor`.
  case minor(Int)

  /// Reads `latest` or `v1.31`; nothing else is a version (`v1.07` and `1.31` are not).
  public init?(_ text: String) {
    if text == "latest" {
      self = .latest
      return
    }
    guard text.hasPrefix("v1."), let minor = Int(text.dropFirst(3)), minor >= 0,
      text == "v1.\(minor)"
    else { return nil }
    self = .minor(minor)
  }

  /// The minor version whose rules hold: a server knows none that is newer than itself.
  func effectiveMinor(server: Int) -> Int {
    switch self {
    case .latest: server
    case .minor(let minor): min(minor, server)
    }
  }
}

extension PodSecurityLevel {
  /// The capabilities that containers may add; nil: any.
  public var addableCapabilities: [ByteText]? {
    switch self {
    case .privileged: nil
    case .baseline: BaselineCapabilitiesCheck.allowed.sorted()
    case .restricted: ["NET_BIND_SERVICE"]
    }
  }
}
