public import Values

/// A refusal by a ResourceQuota.
public struct QuotaRefusal: Sendable, Hashable {
  /// The reason.
  public enum Reason: Sendable, Hashable {
    /// Containers do not name resources that the quota counts.
    case unsaid([Unsaid])
    /// There is not as much left.
    case exceeded([Exceeded])
  }

  /// A resource that containers must name.
  public struct Unsaid: Sendable, Hashable {
    /// The resource, as the quota names it.
    public let resource: ByteText
    /// The containers without it, in byte order.
    public let containers: [ByteText]
  }

  /// A resource of which the namespace would have too much.
  public struct Exceeded: Sendable, Hashable {
    /// The resource, as the quota names it.
    public let resource: ByteText
    /// The amount that the pod needs.
    public let requested: ByteText
    /// The amount that the namespace has.
    public let used: ByteText
    /// The amount that it may have.
    public let hard: ByteText
  }

  /// The quota.
  public let quota: ByteText
  /// The reason.
  public let reason: Reason
  /// The place where the quota is written; it tells no two apart.
  @Unequal public private(set) var origin: Origin

  init(_ quota: ResourceQuota, _ reason: Reason) {
    self.quota = ByteText(quota.name)
    self.reason = reason
    origin = quota.origin
  }

  /// The words of the API server.
  public var words: String {
    switch reason {
    case .unsaid(let list):
      let parts = list.map {
        "\($0.resource.text) for: \($0.containers.map(\.text).joined(separator: ","))"
      }
      return "failed quota: \(quota.text): must specify \(parts.joined(separator: "; "))"
    case .exceeded(let list):
      func amounts(_ amount: (Exceeded) -> ByteText) -> String {
        list.map { "\($0.resource.text)=\(amount($0).text)" }.joined(separator: ",")
      }
      return "exceeded quota: \(quota.text), requested: \(amounts(\.requested)), "
        + "used: \(amounts(\.used)), limited: \(amounts(\.hard))"
    }
  }
}
