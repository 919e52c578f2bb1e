public import APIServer

/// An admission plugin of the API server with what it knows of one namespace.
///
/// A judge may change pods, refuse them, or both. Where the real one depends on chance (the order of a
/// Go map), it gives every answer that is possible.
public protocol Judge: Sendable {
  /// The pods that it may make of a pod, before the API server holds it against its rules.
  func changes(to pod: SubmittedPod) -> [JudgeOutcome]
  /// The refusals that it may answer for a pod that keeps the rules; none: it lets the pod in.
  func refusals(of pod: SubmittedPod) -> [JudgeRefusal]
}

extension Judge {
  /// The pod as it is.
  public func changes(to pod: SubmittedPod) -> [JudgeOutcome] { [.admitted(pod)] }
  /// None.
  public func refusals(of pod: SubmittedPod) -> [JudgeRefusal] { [] }
}

/// The outcome of a pod.
public enum JudgeOutcome: Sendable, Hashable {
  /// It is let in, as it is then.
  case admitted(SubmittedPod)
  /// It is not, as it is then.
  case refused(JudgeRefusal, SubmittedPod)
}

extension JudgeOutcome {
  /// The outcome in words.
  public var told: String {
    switch self {
    case .admitted: "admitted"
    case .refused(let refusal, _): "refused by \(refusal.judge): \(refusal.words)"
    }
  }
}

/// A refusal with what it is about.
public enum JudgeRefusal: Sendable, Hashable {
  /// The API server's own rules and plugins.
  case server(RefusedRequest)
  /// A LimitRange.
  case limits(LimitRefusal)
  /// OpenShift's SCCs.
  case constraints(ConstraintRefusal)
  /// Pod Security.
  case podSecurity(PodSecurityRefusal)
  /// A policy of the deployment, in its words.
  case policy(ByteText)
  /// A ResourceQuota.
  case quota(QuotaRefusal)

  /// The judge, in words.
  public var judge: String {
    switch self {
    case .server: "the API server"
    case .limits(let refusal): "the LimitRange '\(refusal.range.text)'"
    case .constraints: "OpenShift's SCCs"
    case .podSecurity: "Pod Security"
    case .policy: "an admission policy"
    case .quota(let refusal): "the quota '\(refusal.quota.text)'"
    }
  }

  /// The words behind `pods "NAME" is forbidden: `; of the API server's own rules the words are this
  /// project's.
  public var words: String {
    switch self {
    case .server(let refused):
      ErrorList.text(refused.refusals.map { "\($0.path): \($0.message)" })
    case .limits(let refusal): refusal.words
    case .constraints(let refusal): refusal.words
    case .podSecurity(let refusal): refusal.words
    case .policy(let words): words.text
    case .quota(let refusal): refusal.words
    }
  }
}

/// Several errors as Kubernetes prints them (`apimachinery/pkg/util/errors`).
enum ErrorList {
  /// One by itself, more in brackets, equal ones once.
  static func text(_ errors: [String]) -> String {
    let distinct = errors.distinct
    return distinct.count == 1 ? distinct[0] : "[" + distinct.joined(separator: ", ") + "]"
  }
}
