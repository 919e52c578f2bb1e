public import Values

/// Something in a pod that an SCC does not let in.
public struct ConstraintFault: Sendable, Hashable {
  /// The container; nil for the pod.
  public let container: ByteText?
  /// The field, `securityContext.runAsUser`.
  public let field: ByteText
  /// The path in the words of OpenShift.
  @Bytewise private var path: String
  /// The reason in its words, without the path.
  @Bytewise public private(set) var reason: String

  /// The words of OpenShift.
  var words: String { "\(path): \(reason)" }

  init(container: String?, field: String, path: String, reason: String) {
    self.container = container.map { ByteText($0) }
    self.field = ByteText(field)
    self.path = path
    self.reason = reason
  }
}

/// A refusal by OpenShift's SCCs.
public struct ConstraintRefusal: Sendable, Hashable {
  /// An SCC that was tried.
  public struct Attempt: Sendable, Hashable {
    /// The SCC.
    public let constraint: ByteText
    /// True if the pod's service account and its creator may use it.
    public let isUsable: Bool
    /// Its faults; of one that cannot be used, none.
    public let faults: [ConstraintFault]
  }

  /// The reason.
  public enum Reason: Sendable, Hashable {
    /// No SCC lets the pod in. `restricted` would, if it could be used.
    case attempts([Attempt], restrictedWould: Bool)
    /// The pod demands an SCC that does not exist.
    case missing(ByteText)
  }

  /// Fields without which an SCC lets the pod in, because it sets them itself.
  public struct Leaving: Sendable, Hashable {
    /// The SCC.
    public let constraint: ByteText
    /// The fields, each once.
    public let fields: [ByteText]
  }

  /// The reason.
  public let reason: Reason
  /// What can be left out; nil: nothing that would help.
  public let leaving: Leaving?
  /// The first of the SCCs that cannot be used and would let the pod in; nil: none would.
  public let fitting: ByteText?
  /// The place where the SCCs are written; it tells no two apart.
  @Unequal public private(set) var origin: Origin

  init(
    reason: Reason, leaving: Leaving? = nil, fitting: ByteText? = nil, origin: Origin
  ) {
    self.reason = reason
    self.leaving = leaving
    self.fitting = fitting
    self.origin = origin
  }

  /// The words of OpenShift.
  public var words: String {
    switch reason {
    case .missing(let name):
      return
        "failed to retrieve the required SCC \"\(name.text)\": "
        + "securitycontextconstraints.security.openshift.io \"\(name.text)\" not found"
    case .attempts(let attempts, let restrictedWould):
      var list = attempts.flatMap { attempt in
        attempt.isUsable
          ? attempt.faults.map(\.words)
          : [
            "provider \"\(attempt.constraint.text)\": Forbidden: "
              + "not usable by user or serviceaccount"
          ]
      }
      if restrictedWould {
        list.append(
          "no access to scc/restricted: Forbidden: the pod fails to validate against the "
            + "`restricted-v2` security context constraint, but would validate successfully "
            + "against the `restricted` security context constraint")
      }
      return "unable to validate against any security context constraint: "
        + ErrorList.text(list)
    }
  }
}
