/// The verdict of Pod Security on a pod.
public struct Verdict: Sendable {
  /// The checks that fail, in the order the evaluator names them.
  public let findings: [CheckFinding]

  /// Makes one.
  public init(findings: [CheckFinding]) { self.findings = findings }

  /// True if the pod is let in.
  public var isAllowed: Bool { findings.isEmpty }

  /// The reasons, as the evaluator joins them.
  public var reason: String { findings.map(\.reason).joined(separator: ", ") }

  /// The reasons with their details, as the evaluator joins them: what follows
  /// `violates PodSecurity "LEVEL:VERSION": `.
  public var text: String {
    findings.map { $0.detail.isEmpty ? $0.reason : "\($0.reason) (\($0.detail))" }
      .joined(separator: ", ")
  }
}

/// A check that fails.
public struct CheckFinding: Sendable {
  /// The check, `capabilities_restricted`.
  public let check: String
  /// Its reason, word for word as Kubernetes says it.
  public let reason: String
  /// Its detail, word for word.
  public let detail: String
  /// The parts of the pod that are at fault.
  public let offenders: [Offender]

  /// Makes one.
  public init(check: String, reason: String, detail: String, offenders: [Offender]) {
    self.check = check
    self.reason = reason
    self.detail = detail
    self.offenders = offenders
  }
}

/// The pod or a container that a check fails for.
public struct Offender: Sendable {
  /// The container's name; nil for the pod.
  public let container: String?
  /// The field, without the name that `volumes` and annotations end with.
  private let place: String
  private let name: String?
  /// The entries of a list that are at fault; empty: none in particular.
  public let values: [String]

  /// The field that decides, `securityContext.runAsNonRoot`.
  public var field: String { name.map { "\(place).\($0)" } ?? place }

  /// The way to the field, word by word; the last may be a name with dots of its own.
  public var path: [String] {
    place.split(separator: ".").map(String.init) + [name].compactMap { $0 }
  }

  /// Makes an offender.
  /// - Parameter name: of the volume, or the key of the annotation.
  public init(container: String?, field: String, name: String? = nil, values: [String] = []) {
    self.container = container
    place = field
    self.name = name
    self.values = values
  }
}
