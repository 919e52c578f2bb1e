import Deployments
public import Flyte
import Judgment
public import Model
import Values

/// What a cluster needs so that every claimed pod passes: of what `patches: auto` and `policies: auto` let
/// the tool use, the least.
public struct Necessity {
  private let cluster: Cluster
  private let choice: PatchSelection
  private let sources: Behaviors
  private let tasks: [JudgedTask]

  /// Makes a search.
  /// - Parameters:
  ///   - choice: every patch that the config asks for or lets the tool use.
  ///   - tasks: the tasks that the config names; nil: all shapes that ask for no secret.
  public init(
    cluster: Cluster, choice: PatchSelection, sources: Behaviors, tasks: [JudgedTask]? = nil
  ) {
    self.cluster = cluster
    self.choice = choice
    self.sources = sources
    self.tasks = tasks ?? ClaimTrial.usual
  }

  /// What is needed. Where nothing that can be used is enough, all of it: it helps some pods.
  public var result: (choice: PatchSelection, needsPolicies: Bool) {
    let canUsePolicies: Bool
    if case .automatic = cluster.policies { canUsePolicies = true } else { canUsePolicies = false }
    let candidates = candidates
    guard !candidates.isEmpty || canUsePolicies else { return (choice, false) }
    // Pods are held to their profiles in any case.
    let held = PolicyPlanning(cluster: cluster, isMutating: false).policies
    let filled =
      canUsePolicies ? PolicyPlanning(cluster: cluster, isMutating: true).policies : held
    // What the config names is there anyway.
    let given = choice.planned.filter { !candidates.contains($0) }
    var trial = ClaimTrial(tasks: tasks)
    let search = SmallestFix(
      candidates: candidates.map(\.text), canUsePolicies: canUsePolicies
    ) { fix in
      let hardening = Hardening(
        cluster: cluster, choice: choice.deploying(TextSet(given + fix.patches)), sources: sources)
      return trial.passes(hardening.trial(fix.policies ? filled : held))
    }
    guard let found = search.find() else { return (choice, canUsePolicies) }
    return (choice.planning(only: TextSet(given + found.patches)), found.policies)
  }

  /// The patches that `auto` may leave out. The one that a secret manager asks for is wanted by name.
  private var candidates: [ByteText] {
    guard case .automatic = cluster.patches else { return [] }
    return choice.patches.filter { $0.isPlanned && !$0.isDeployed && !$0.patch.isOptIn }
      .map { ByteText($0.name) }
  }
}

extension [ByteText] {
  fileprivate func contains(_ name: String) -> Bool { contains { $0.text == name } }
}

/// Tries the pods of a deployment: those of every task, in every order that matters: each runs
/// twice, and after all others, on the templates as Flyte's store has them by then.
struct ClaimTrial {
  /// The shapes that ask for no secret.
  static let usual = StandardTask.withoutSecrets.map(JudgedTask.standard)

  private let tasks: [JudgedTask]
  /// A pod that failed the last trial; it is likely to fail the next one too.
  private var last: (set: Int, template: Int, task: JudgedTask)?

  init(tasks: [JudgedTask] = ClaimTrial.usual) { self.tasks = tasks }

  mutating func passes(_ deployment: Deployment) -> Bool {
    let judgment = Judgment(deployment: deployment)
    if let last, deployment.templateSets.indices.contains(last.set),
      !judgment.admits(last.task, set: last.set, template: last.template)
    {
      return false
    }
    for set in deployment.templateSets.indices {
      if let failed = judgment.firstRefused(of: set, tasks: tasks) {
        last = (set, failed.template, failed.task)
        return false
      }
    }
    return true
  }
}
