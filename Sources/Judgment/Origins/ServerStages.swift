import APIServer
import Admission
import Deployments
import Flyte
import Judges
import PodAPI
import Values

/// A pod on its way through the API server, behind Flyte's own webhook, whoever sends it.
struct ServerStages {
  /// As it comes in.
  let admitted: PodStages.Stage
  /// After the policies that change pods.
  let governed: PodStages.Stage
  /// With the defaults of LimitRanges.
  let limited: PodStages.Stage
  /// As the SCC that wins changes it.
  let constrained: PodStages.Stage
  /// True if an SCC lets it in, or there are none.
  let isConstrained: Bool
  /// As the API server keeps it.
  let kept: PodStages.Stage
  /// The policy that changes pods there; nil: there is none.
  let policy: String?
  /// The namespace's own limits, quotas and SCCs.
  let rules: NamespaceRules

  /// The changes of a field on the way, the last first.
  func changes(of path: PodField) -> [FieldOrigin.Saying] {
    func value(_ stage: PodStages.Stage) -> PodValue? { path.value(in: stage.part(path.part)) }
    var found: [FieldOrigin.Saying] = []
    func add(
      _ source: FieldOrigin.Source, _ after: PodStages.Stage, from before: PodStages.Stage,
      _ origin: Origin? = nil
    ) {
      let (new, old) = (value(after), value(before))
      // A list that grew has what came before as well.
      if new != old, let value = PodOrigins.grown(new, from: old) {
        found.append(.init(source: source, value: value, origin: origin, reason: nil))
      }
    }
    add(.apiServer, kept, from: constrained)
    add(
      .constraint(ByteText(constraintName ?? "")), constrained, from: limited,
      rules.constraints?.origin)
    add(limitSource, limited, from: governed, rules.limitRanges.first?.origin)
    if let policy { add(.policy(ByteText(policy)), governed, from: admitted) }
    return found
  }

  /// The SCC that won.
  private var constraintName: String? {
    constrained.metadata[.annotations]?.map?[ConstraintAdmission.chosenAnnotation]?.string
  }

  /// The LimitRange that put something in; of several, whichever came first, or the API server, which
  /// makes requests of limits.
  private var limitSource: FieldOrigin.Source {
    rules.limitRanges.isEmpty
      ? .apiServer
      : .limitRange(ByteText(rules.limitRanges.map(\.name).joined(separator: "' or '")))
  }
}

extension Judgment {
  /// The way of a pod through the API server.
  /// - Parameter isLabeled: true if it has the labels by which policies know Flyte's; else it counts as
  ///   one of Flyte's.
  func serverStages(
    of admitted: BuiltPod, claim: Claim?, set: Int?, isLabeled: Bool = false
  ) -> ServerStages {
    let own = governing(set)
    let before = beforeWebhooks(admitted, claim, own, isLabeled: isLabeled) ?? admitted
    let governed = policies.mutated(before, by: own.policies, isLabeled: isLabeled)
    let (limited, constrained) =
      own.rules.isEmpty
      ? (governed, governed) : own.admission(claim).stages(of: governed)
    let isConstrained = own.rules.constraints == nil || constrained != nil
    return ServerStages(
      admitted: .init(admitted), governed: .init(governed), limited: .init(limited),
      constrained: .init(constrained ?? limited), isConstrained: isConstrained,
      kept: .init(keep(constrained ?? limited).pod),
      policy: own.policies?.mutating?.name, rules: own.rules)
  }
}
