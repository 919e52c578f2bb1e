import APIServer
public import PodAPI

/// The ResourceQuotas of a namespace (`apiserver/pkg/admission/plugin/resourcequota`).
public struct QuotaJudge: Judge {
  /// A quota with its amounts as numbers.
  private struct Counted {
    /// An amount that the namespace may have.
    struct Amount {
      let resource: String
      let hard: ServerQuantity
      let used: ServerQuantity
    }

    let quota: ResourceQuota
    let amounts: [Amount]
    /// The resources that every container must name.
    let demanded: [String]

    init(_ quota: ResourceQuota) {
      self.quota = quota
      amounts = quota.hard.entries.map { entry in
        Amount(
          resource: entry.key, hard: Self.number(entry.value),
          used: Self.number(quota.used[entry.key]))
      }
      demanded = amounts.map(\.resource).filter(PodUsage.demanded.contains)
    }

    private static func number(_ value: PodValue?) -> ServerQuantity {
      value?.string.flatMap { ServerQuantity($0) } ?? .zero
    }
  }

  /// Those that count something of pods.
  private let counted: [Counted]
  private let release: ServerRelease

  /// Makes one.
  public init(_ quotas: [ResourceQuota], on release: ServerRelease) {
    counted = quotas.filter(Self.countsPods).map(Counted.init)
    self.release = release
  }

  private static func countsPods(_ quota: ResourceQuota) -> Bool {
    quota.hard.entries.contains { PodUsage.isTracked($0.key) }
  }

  /// The refusals of the quotas that the pod does not fit. A quota that counts a resource which a container
  /// does not name answers before one that has too little left; among equals chance decides.
  public func refusals(of pod: SubmittedPod) -> [JudgeRefusal] {
    refusals(of: pod, QuotaDemand(pod, on: release))
  }

  private func refusals(of pod: SubmittedPod, _ demand: QuotaDemand) -> [JudgeRefusal] {
    let looking = counted.filter { looks($0.quota, at: pod) }
    let unsaid = looking.compactMap { self.unsaid($0, demand) }
    if !unsaid.isEmpty { return unsaid }
    return looking.compactMap { self.exceeded($0, demand.usage) }
  }

  /// True if none counts anything of pods.
  public var isEmpty: Bool { counted.isEmpty }

  /// What becomes of an outcome when they are asked last.
  /// - Parameter demand: of the pod that is let in.
  public func outcomes(
    after outcome: JudgeOutcome, _ demand: (SubmittedPod) -> QuotaDemand
  ) -> [JudgeOutcome] {
    guard case .admitted(let pod) = outcome else { return [outcome] }
    let refusals = refusals(of: pod, demand(pod))
    return refusals.isEmpty ? [outcome] : refusals.map { .refused($0, pod) }
  }

  /// Returns whether they change nothing about an outcome when they are asked last.
  /// - Parameter demand: of the pod that is let in.
  public func keep(_ outcome: JudgeOutcome, _ demand: (SubmittedPod) -> QuotaDemand) -> Bool {
    guard case .admitted(let pod) = outcome else { return true }
    let demand = demand(pod)
    return counted.allSatisfy { own in
      guard looks(own.quota, at: pod) else { return true }
      return unsaid(own, demand) == nil && exceeded(own, demand.usage) == nil
    }
  }

  /// Returns whether every container must name a resource that a quota counts.
  public static func demands(_ resource: String) -> Bool { PodUsage.demanded.contains(resource) }

  /// The amounts that a quota's namespace has with the pod.
  public func used(of quota: ResourceQuota, with pod: SubmittedPod) -> PodMap {
    let isCounted = Self.countsPods(quota) && looks(quota, at: pod)
    let usage = isCounted ? PodUsage.of(pod.spec, on: release) : [:]
    return PodMap(
      Counted(quota).amounts.map { amount in
        let after = usage[amount.resource].map { amount.used + $0 } ?? amount.used
        return (key: amount.resource, value: .string(after.text))
      })
  }

  /// True if the pod is in all scopes of a quota.
  private func looks(_ quota: ResourceQuota, at pod: SubmittedPod) -> Bool {
    quota.scopes.allSatisfy { $0.holds(pod, on: release) }
  }

  private func unsaid(_ own: Counted, _ demand: QuotaDemand) -> JudgeRefusal? {
    let list = own.demanded.compactMap { resource -> QuotaRefusal.Unsaid? in
      let lacking = demand.containers.filter { !$0.named.contains(resource) }
      guard !lacking.isEmpty else { return nil }
      return QuotaRefusal.Unsaid(
        resource: ByteText(resource),
        containers: TextSet(lacking.map(\.name)).sorted().map { ByteText($0) })
    }
    guard !list.isEmpty else { return nil }
    return .quota(QuotaRefusal(own.quota, .unsaid(list)))
  }

  private func exceeded(_ own: Counted, _ usage: PodUsage.Amounts) -> JudgeRefusal? {
    let list = own.amounts.compactMap { amount -> QuotaRefusal.Exceeded? in
      // Of what the pod does not need even a full quota has enough.
      guard let requested = usage[amount.resource], requested.compare(.zero) > 0,
        (amount.used + requested).compare(amount.hard) > 0
      else { return nil }
      return QuotaRefusal.Exceeded(
        resource: ByteText(amount.resource), requested: ByteText(requested.text),
        used: ByteText(amount.used.text), hard: ByteText(amount.hard.text))
    }
    guard !list.isEmpty else { return nil }
    return .quota(QuotaRefusal(own.quota, .exceeded(list)))
  }
}
