import APIServer
import PodAPI

/// Holds the amounts of a pod against a LimitRange (`plugin/pkg/admission/limitranger`).
struct LimitCheck {
  private let pod: SubmittedPod
  private let release: ServerRelease
  private(set) var violations: [LimitViolation] = []

  init(_ pod: SubmittedPod, _ release: ServerRelease) {
    self.pod = pod
    self.release = release
  }

  mutating func check(_ range: LimitRange) {
    for item in range.items {
      switch item.kind {
      case .other: continue
      case .container:
        for list in [FieldName.containers, .initContainers] {
          for container in pod.spec.items(list).compactMap(\.object) {
            check(
              item, container: container.text(.name),
              requests: ContainerTotals.amounts(.requests, of: container),
              limits: ContainerTotals.amounts(.limits, of: container))
          }
        }
      case .pod:
        check(
          item, container: nil, requests: PodTotals.requests(of: pod.spec, on: release),
          limits: PodTotals.limits(of: pod.spec, on: release))
      }
    }
  }

  private mutating func check(
    _ item: LimitItem, container: String?, requests: ContainerTotals.Amounts,
    limits: ContainerTotals.Amounts
  ) {
    let bounds = [
      (LimitViolation.Bound.min, item.min), (.max, item.max), (.ratio, item.maxRatio),
    ]
    for (bound, amounts) in bounds {
      for entry in amounts.entries {
        guard let text = entry.value.string, let allowed = ServerQuantity(text),
          let found = Self.found(
            bound, allowed, request: requests[entry.key], limit: limits[entry.key])
        else { continue }
        violations.append(
          LimitViolation(
            kind: item.kind, container: container.map { ByteText($0) },
            resource: ByteText(entry.key), bound: bound, allowed: ByteText(allowed.text),
            found: found))
      }
    }
  }

  /// The amount that breaks a bound; nil: it is kept.
  private static func found(
    _ bound: LimitViolation.Bound, _ allowed: ServerQuantity, request: ServerQuantity?,
    limit: ServerQuantity?
  ) -> LimitViolation.Amount? {
    let compared = ComparedAmounts(request, limit, allowed)
    switch bound {
    case .min:
      guard let request else { return .noRequest }
      if compared.request < compared.allowed { return .request(ByteText(request.text)) }
      if let limit, compared.limit < compared.allowed { return .limit(ByteText(limit.text)) }
    case .max:
      guard let limit else { return .noLimit }
      if compared.limit > compared.allowed { return .limit(ByteText(limit.text)) }
      if let request, compared.request > compared.allowed {
        return .request(ByteText(request.text))
      }
    case .ratio:
      if compared.request == 0 { return .noRequest }
      if compared.limit == 0 { return .noLimit }
      let ratio = Double(compared.limit) / Double(compared.request)
      let isSmall = allowed.value <= ComparedAmounts.largest
      let isAbove =
        isSmall
        ? ratio * 1_000 > Double(allowed.milliValue) : ratio > Double(allowed.value)
      if isAbove { return .ratio(ratio) }
    }
    return nil
  }
}

/// Three amounts in one unit: thousandths, or whole ones where a thousandth would not fit.
private struct ComparedAmounts {
  let request: Int64
  let limit: Int64
  let allowed: Int64

  /// The largest amount of which 64 bits hold the thousandths.
  static let largest = Int64.max / 1_000

  init(_ request: ServerQuantity?, _ limit: ServerQuantity?, _ allowed: ServerQuantity) {
    let amounts = [request ?? .zero, limit ?? .zero, allowed]
    let fits = amounts.allSatisfy { $0.value <= Self.largest }
    let numbers = amounts.map { fits ? $0.milliValue : $0.value }
    (self.request, self.limit, self.allowed) = (numbers[0], numbers[1], numbers[2])
  }
}
