import APIServer
import PodAPI
public import Values

/// OpenShift's admission by SCC: the first usable SCC that lets a pod in, after its own changes, wins
/// (`sccadmission`, apiserver-library-go of September 2025).
public struct ConstraintAdmission: Judge {
  /// The annotation by which a pod demands an SCC.
  public static let requiredAnnotation = "openshift.io/required-scc"
  /// The annotation that names the SCC that let the pod in.
  public static let chosenAnnotation = "openshift.io/scc"
  private static let subjectAnnotation = "security.openshift.io/validated-scc-subject-type"

  /// The one whose right to use an SCC counted.
  public enum Subject: String, Sendable, Hashable {
    /// The pod's service account.
    case serviceAccount = "serviceaccount"
    /// The one who creates the pod.
    case creator = "user"
  }

  private let origin: Origin
  /// The subject is nil for those that only single service accounts may use, or nobody.
  private let providers: [(provider: ConstraintProvider, subject: Subject?)]
  private let byAccount: TextMap<TextSet>

  /// Makes one.
  /// - Parameters:
  ///   - constraints: all SCCs of the cluster.
  ///   - byEveryAccount: names of those that every service account of the namespace may use.
  ///   - byAccount: names of those that single service accounts may use.
  ///   - byCreator: names of those that the pods' creator may use.
  public init(
    _ constraints: [SecurityContextConstraint], namespace: NamespaceRanges,
    byEveryAccount: TextSet, byAccount: TextMap<TextSet> = [:], byCreator: TextSet,
    origin: Origin = .tool
  ) {
    self.origin = origin
    self.byAccount = byAccount
    providers = constraints.sorted(by: SecurityContextConstraint.isBefore).map { constraint in
      let subject: Subject? =
        byEveryAccount.contains(constraint.name)
        ? .serviceAccount : byCreator.contains(constraint.name) ? .creator : nil
      return (ConstraintProvider(constraint, namespace), subject)
    }
  }

  /// The pod as the SCC that wins changes it.
  public func changes(to pod: SubmittedPod) -> [JudgeOutcome] {
    guard pod.spec.part(.os)?.text(.name) != "windows" else { return [.admitted(pod)] }
    var tried = self.providers(for: pod)
    if let name = pod[annotation: Self.requiredAnnotation], !name.isEmpty {
      tried = tried.filter { $0.provider.constraint.name == name }
      if tried.isEmpty {
        return [
          .refused(
            .constraints(ConstraintRefusal(reason: .missing(ByteText(name)), origin: origin)), pod)
        ]
      }
    }
    var attempts: [ConstraintRefusal.Attempt] = []
    for (provider, subject) in tried {
      let name = ByteText(provider.constraint.name)
      guard let subject else {
        attempts.append(.init(constraint: name, isUsable: false, faults: []))
        continue
      }
      var (changed, faults) = Self.apply(provider, to: pod)
      guard !faults.isEmpty else {
        changed[annotation: Self.chosenAnnotation] = provider.constraint.name
        changed[annotation: Self.subjectAnnotation] = subject.rawValue
        return [.admitted(changed)]
      }
      attempts.append(.init(constraint: name, isUsable: true, faults: faults))
    }
    let fitting = tried.first { provider, subject in
      subject == nil && Self.apply(provider, to: pod).faults.isEmpty
    }
    let refusal = ConstraintRefusal(
      reason: .attempts(attempts, restrictedWould: wouldFit(pod, tried)),
      leaving: Self.leaving(attempts, tried, pod),
      fitting: fitting.map { ByteText($0.provider.constraint.name) }, origin: origin)
    return [.refused(.constraints(refusal), pod)]
  }

  /// Those that are tried, with the one whose right to use it counts.
  private func providers(
    for pod: SubmittedPod
  ) -> [(provider: ConstraintProvider, subject: Subject?)] {
    // The plugin ServiceAccount names the account where a pod names none.
    let said = pod.spec.text(.serviceAccountName)
    guard let names = byAccount[said.isEmpty ? "default" : said] else { return providers }
    return providers.map { provider, subject in
      (provider, names.contains(provider.constraint.name) ? .serviceAccount : subject)
    }
  }

  /// True if `restricted`, which cannot be used, would let in what `restricted-v2` does not.
  private func wouldFit(
    _ pod: SubmittedPod, _ tried: [(provider: ConstraintProvider, subject: Subject?)]
  ) -> Bool {
    guard tried.contains(where: { $0.provider.constraint.name == "restricted-v2" }),
      let old = tried.first(where: { $0.provider.constraint.name == "restricted" }),
      old.subject == nil
    else { return false }
    return Self.apply(old.provider, to: pod).faults.isEmpty
  }

  /// The pod as an SCC changes it, and what the SCC then does not let in.
  static func apply(
    _ provider: ConstraintProvider, to pod: SubmittedPod
  ) -> (pod: SubmittedPod, faults: [ConstraintFault]) {
    var pod = provider.fill(pod: pod)
    var check = ConstraintCheck(provider, pod)
    check.checkPod()
    for list in FieldName.containerLists {
      var index = 0
      pod.spec.changeItems(list) { container in
        container = provider.fill(container: container, of: check.pod)
        check.check(container, at: "\(list.text)[\(index)]")
        index += 1
      }
    }
    return (pod, check.faults)
  }
}
