/// The minor versions of Kubernetes that are told apart: 25 for 1.25.
public enum KubernetesRange {
  /// The oldest supported one.
  public static let oldest = 25
  /// The newest known one.
  public static let newest = PodSchema.minorVersions.upperBound
}

/// An API server: its minor version, and the feature gates that are switched.
public struct ServerRelease: Sendable, Hashable {
  /// 36 for Kubernetes 1.36.
  public let minor: Int
  /// The gates that are on, a bit each.
  private let gates: UInt64

  /// Makes a release with the gates of its version.
  /// - Parameter switched: gates that are on or off whatever the version's default; one that the
  ///   version does not have, or does not let anybody switch, stays as it is.
  public init(minor: Int, switched: [ServerGate: Bool] = [:]) {
    self.minor = minor
    gates = ServerGate.allCases.reduce(0) { gates, gate in
      let said = gate.canBeSwitched(in: minor) ? switched[gate] : nil
      return said ?? gate.isOn(in: minor) ? gates | Self.bit(gate) : gates
    }
  }

  /// Returns whether a gate is on.
  public func has(_ gate: ServerGate) -> Bool { gates & Self.bit(gate) != 0 }

  private static func bit(_ gate: ServerGate) -> UInt64 { 1 << UInt64(gate.rawValue) }
}
