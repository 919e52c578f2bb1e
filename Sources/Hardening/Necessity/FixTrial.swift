import Admission
import Deployments
import Flyte
import Judgment
import Model
import Values

/// Tries changes on the pods of a cluster.
struct FixTrial {
  private let cluster: Cluster
  private let choice: PatchSelection
  private let sources: Behaviors
  /// The patches that are there in any case.
  private let given: [String]
  private let held: ClusterPolicies
  private lazy var filled = PolicyPlanning(cluster: cluster, isMutating: true).policies
  private var trial: ClaimTrial

  init(
    cluster: Cluster, choice: PatchSelection, sources: Behaviors, given: [String],
    tasks: [JudgedTask]
  ) {
    self.cluster = cluster
    self.choice = choice
    self.sources = sources
    self.given = given
    // Pods are held to their profiles in any case.
    held = PolicyPlanning(cluster: cluster, isMutating: false).policies
    let deployment = Hardening(cluster: cluster, choice: choice, sources: sources).deployment
    trial = ClaimTrial(tasks: tasks, accepting: deployment)
  }

  /// The pod that failed last.
  var failed: ClaimTrial.Place? { trial.last }

  /// The refusals that the user accepts.
  var accepted: AcceptedRefusals { trial.accepted }

  mutating func passes(_ fix: FixChoice) -> Bool { trial.passes(deployment(fix)) }

  /// The deployment with a choice of changes.
  mutating func deployment(_ fix: FixChoice) -> Deployment {
    Hardening(
      cluster: cluster, choice: choice.deploying(TextSet(given + fix.patches)), sources: sources,
      needsPolicies: fix.policies
    ).trial(fix.policies ? filled : held)
  }

  mutating func passes(_ release: Release) -> Bool {
    trial.passes(
      Hardening(cluster: cluster, choice: .nothing, sources: release.behaviors).trial(held))
  }

  mutating func smallest(_ candidates: [String], canUsePolicies: Bool) -> FixChoice? {
    var copy = self
    let found = SmallestFix(candidates: candidates, canUsePolicies: canUsePolicies) {
      copy.passes($0)
    }.find()
    if found == nil {
      // The pod that is told of is one that fails with all that is allowed.
      _ = copy.passes(FixChoice(patches: candidates, policies: canUsePolicies))
    }
    self = copy
    return found
  }
}
