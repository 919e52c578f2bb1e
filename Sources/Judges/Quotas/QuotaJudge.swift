import APIServer
public import PodAPI

/// The ResourceQuotas of a namespace (`apiserver/pkg/admission/plugin/resourcequota`).
public struct QuotaJudge: Judge {
  private let quotas: [ResourceQuota]
  private let release: ServerRelease

  /// Makes one.
  public init(_ quotas: [ResourceQuota], on release: ServerRelease) {
    self.quotas = quotas
    self.release = release
  }

  /// The refusals of the quotas that the pod does not fit. A quota that counts a resource which a container
  /// does not name answers before one that has too little left; among equals chance decides.
  public func refusals(of pod: SubmittedPod) -> [JudgeRefusal] {
    let looking = quotas.filter { looks($0, at: pod) }
    let unsaid = looking.compactMap { self.unsaid($0, pod) }
    if !unsaid.isEmpty { return unsaid }
    let usage = PodUsage.of(pod.spec, on: release)
    return looking.compactMap { self.exceeded($0, usage) }
  }

  /// True if there are none.
  public var isEmpty: Bool { quotas.isEmpty }

  /// What becomes of an outcome when they are asked last.
  public func outcomes(after outcome: JudgeOutcome) -> [JudgeOutcome] {
    guard case .admitted(let pod) = outcome else { return [outcome] }
    let refusals = refusals(of: pod)
    return refusals.isEmpty ? [outcome] : refusals.map { .refused($0, pod) }
  }

  /// Returns whether every container must name a resource that a quota counts.
  public static func demands(_ resource: String) -> Bool { PodUsage.demanded.contains(resource) }

  /// The amounts that a quota's namespace has with the pod.
  public func used(of quota: ResourceQuota, with pod: SubmittedPod) -> PodMap {
    let isCounted = looks(quota, at: pod)
    let usage = isCounted ? PodUsage.of(pod.spec, on: release) : [:]
    return PodMap(
      quota.hard.entries.map { entry in
        let before = Self.amount(quota.used[entry.key])
        let after = usage[entry.key].map { before + $0 } ?? before
        return (key: entry.key, value: .string(after.text))
      })
  }

  /// True if a quota counts something of pods, and has this one in its scopes.
  private func looks(_ quota: ResourceQuota, at pod: SubmittedPod) -> Bool {
    quota.hard.entries.contains { PodUsage.isTracked($0.key) }
      && quota.scopes.allSatisfy { $0.holds(pod, on: release) }
  }

  private func unsaid(_ quota: ResourceQuota, _ pod: SubmittedPod) -> JudgeRefusal? {
    // A pod with resources of its own need not say those of its containers.
    guard !PodTotals.hasOwn(pod.spec, on: release) else { return nil }
    let demanded = quota.hard.entries.map(\.key).filter { PodUsage.demanded.contains($0) }
    guard !demanded.isEmpty else { return nil }
    var lacking: TextMap<TextSet> = [:]
    for list in [FieldName.containers, .initContainers] {
      for container in pod.spec.items(list).compactMap(\.object) {
        let usage = PodUsage.of(
          requests: ContainerTotals.amounts(.requests, of: container),
          limits: ContainerTotals.amounts(.limits, of: container))
        for name in demanded where usage[name] == nil {
          lacking[name, default: []].insert(container.text(.name))
        }
      }
    }
    let list = demanded.compactMap { name in
      lacking[name].map { names in
        QuotaRefusal.Unsaid(
          resource: ByteText(name),
          containers: names.sorted().map { ByteText($0) })
      }
    }
    guard !list.isEmpty else { return nil }
    return .quota(QuotaRefusal(quota, .unsaid(list)))
  }

  private func exceeded(_ quota: ResourceQuota, _ usage: PodUsage.Amounts) -> JudgeRefusal? {
    let list = quota.hard.entries.compactMap { entry -> QuotaRefusal.Exceeded? in
      // Of what the pod does not need even a full quota has enough.
      guard let requested = usage[entry.key], requested.compare(.zero) > 0 else { return nil }
      let (used, hard) = (Self.amount(quota.used[entry.key]), Self.amount(entry.value))
      guard (used + requested).compare(hard) > 0 else { return nil }
      return QuotaRefusal.Exceeded(
        resource: ByteText(entry.key), requested: ByteText(requested.text),
        used: ByteText(used.text), hard: ByteText(hard.text))
    }
    guard !list.isEmpty else { return nil }
    return .quota(QuotaRefusal(quota, .exceeded(list)))
  }

  private static func amount(_ value: PodValue?) -> ServerQuantity {
    value?.string.flatMap { ServerQuantity($0) } ?? .zero
  }
}
