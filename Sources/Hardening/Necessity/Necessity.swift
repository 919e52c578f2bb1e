import Admission
import Deployments
public import Flyte
import Judges
import Judgment
public import Model
import Values

/// The need of a cluster so that every claimed pod passes: of what `patches: auto` and `policies: auto`
/// let the tool use, the least.
public struct Necessity {
  /// The result of a search.
  public struct Result: Sendable {
    /// The patches, only those that are needed planned.
    public let choice: PatchSelection
    /// True if pods need policies that change them.
    public let needsPolicies: Bool
    /// The patches that are needed and cannot be made, because no sources are given.
    public let withoutSource: [String]
    /// The pods that stay refused whatever is allowed; nil: all pass.
    public let shortfall: Shortfall?
  }

  /// A claimed pod that nothing allowed makes pass.
  public struct Shortfall: Sendable {
    /// The first such task.
    public let task: JudgedTask
    /// The position of the set of templates.
    public let set: Int
    /// The template.
    public let template: String
    /// The change of the config with which all pods would pass; nil: none is known.
    public let remedy: Remedy?
    /// The first later release with which they would pass as they are; nil: none is known.
    public let release: Release?
  }

  /// A change of the config with which all claimed pods would pass.
  public enum Remedy: Sendable, Equatable {
    /// `policies: auto`.
    case policies
    /// `patches: auto`.
    case patches
    /// Both.
    case both
    /// `policies: auto`, on a cluster that can have such policies.
    case policiesElsewhere
  }

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

  /// The least that is enough. If nothing that can be used is enough, all of it: it helps some pods.
  public var result: Result {
    let candidates = mayPatch ? self.candidates : []
    guard mayPatch || mayUsePolicies else {
      return Result(choice: choice, needsPolicies: false, withoutSource: [], shortfall: nil)
    }
    var search = FixTrial(self)
    let found = search.smallest(candidates.map(\.name), canUsePolicies: mayUsePolicies)
    let used = found?.patches ?? candidates.map(\.name)
    let planned = TextSet(choice.planned)
    return Result(
      choice: choice.planning(only: TextSet(given + used)),
      needsPolicies: found?.policies ?? mayUsePolicies,
      withoutSource: found == nil ? [] : used.filter { !planned.contains($0) },
      shortfall: found == nil ? search.failed.map { shortfall($0, &search) } : nil)
  }

  private func shortfall(_ failed: ClaimTrial.Place, _ search: inout FixTrial) -> Shortfall {
    let canHavePolicies = cluster.kubernetes.canHavePolicies
    let all = self.candidates.map(\.name)
    var remedy: Remedy?
    if !mayUsePolicies, canHavePolicies,
      search.passes(FixChoice(patches: mayPatch ? all : [], policies: true))
    {
      remedy = .policies
    } else if !mayPatch, search.passes(FixChoice(patches: all, policies: mayUsePolicies)) {
      remedy = .patches
    } else if !mayPatch, !mayUsePolicies, canHavePolicies,
      search.passes(FixChoice(patches: all, policies: true))
    {
      remedy = .both
    } else if !canHavePolicies,
      search.passes(FixChoice(patches: mayPatch ? all : [], policies: true))
    {
      remedy = .policiesElsewhere
    }
    return Shortfall(
      task: failed.task, set: failed.set, template: failed.name, remedy: remedy,
      release: later(&search))
  }

  /// The first later release of the line with which all pods pass without patches and policies.
  private func later(_ search: inout FixTrial) -> Release? {
    let running = cluster.flyte.release
    var last = running.behaviors
    for release in Release.all
    where release.line == running.line && release > running && !release.isPrerelease
      && release.behaviors != last
    {
      last = release.behaviors
      if search.passes(release) { return release }
    }
    return nil
  }

  private var mayPatch: Bool {
    if case .automatic = cluster.patches { true } else { false }
  }

  private var mayUsePolicies: Bool {
    if case .automatic = cluster.policies { true } else { false }
  }

  /// The patches that `auto` may use, those included that cannot be made without sources. The one that a
  /// secret manager asks for is wanted by name.
  private var candidates: [ChosenPatch] {
    choice.patches.filter { patch in
      !patch.isDeployed && !patch.patch.isOptIn && patch.patch.isModeled
        && (patch.isPlanned || [.needed, .applies].contains(patch.patch.state))
    }
  }

  /// The planned patches that are there in any case.
  private var given: [String] {
    let names = mayPatch ? TextSet(candidates.map(\.name)) : []
    return choice.planned.filter { !names.contains($0) }
  }

  /// Tries changes on the pods of the cluster.
  private struct FixTrial {
    private let necessity: Necessity
    private let held: ClusterPolicies
    private let filled: ClusterPolicies
    private let given: [String]
    private var trial: ClaimTrial

    init(_ necessity: Necessity) {
      self.necessity = necessity
      let cluster = necessity.cluster
      // Pods are held to their profiles in any case.
      held = PolicyPlanning(cluster: cluster, isMutating: false).policies
      filled = PolicyPlanning(cluster: cluster, isMutating: true).policies
      given = necessity.given
      let deployment = Hardening(
        cluster: cluster, choice: necessity.choice, sources: necessity.sources
      ).deployment
      trial = ClaimTrial(tasks: necessity.tasks, accepting: deployment)
    }

    /// The pod that failed last.
    var failed: ClaimTrial.Place? { trial.last }

    mutating func passes(_ fix: FixChoice) -> Bool {
      let hardening = Hardening(
        cluster: necessity.cluster,
        choice: necessity.choice.deploying(TextSet(given + fix.patches)),
        sources: necessity.sources)
      return trial.passes(hardening.trial(fix.policies ? filled : held))
    }

    mutating func passes(_ release: Release) -> Bool {
      trial.passes(
        Hardening(cluster: necessity.cluster, choice: .nothing, sources: release.behaviors)
          .trial(held))
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
}

/// Tries the pods of a deployment: those of every task, in every order that matters: each runs
/// twice, and after all others, on the templates as Flyte's store has them by then.
struct ClaimTrial {
  /// A pod.
  struct Place {
    let set: Int
    let template: Int
    /// The template's name.
    let name: String
    let task: JudgedTask
  }

  /// What decides about the pods of a set: its templates, by the first set that has them, and its SCCs.
  /// Amounts do not count.
  private struct TriedSet: Hashable {
    let first: Int
    let constraints: ConstraintSetup?
    let acceptances: [[Int]]
  }

  /// The shapes that ask for no secret.
  static let usual = StandardTask.withoutSecrets.map(JudgedTask.standard)

  private let tasks: [JudgedTask]
  /// The deployment whose user accepts some refusals; nil: none are accepted.
  private let accepting: Deployment?
  private let acceptances: [[[Int]]]
  /// A pod that failed the last trial; it is likely to fail the next one too.
  private(set) var last: Place?

  /// - Parameter deployment: with namespaces, for what they accept; nil: nothing is accepted.
  init(tasks: [JudgedTask] = ClaimTrial.usual, accepting deployment: Deployment? = nil) {
    self.tasks = tasks
    accepting = deployment.flatMap { $0.acceptances.isEmpty ? nil : $0 }
    acceptances = accepting?.acceptancesOfSets ?? []
  }

  mutating func passes(_ deployment: Deployment) -> Bool {
    let judgment = Judgment(deployment: deployment)
    if let last, deployment.templateSets.indices.contains(last.set),
      !judgment.admits(last.task, set: last.set, template: last.template)
    {
      return false
    }
    var tried: Set<TriedSet> = []
    for set in deployment.templateSets.indices {
      let own = deployment.templateSets[set]
      let accepted = acceptances.indices.contains(set) ? acceptances[set] : []
      let key = TriedSet(
        first: own.like ?? set, constraints: own.rules.constraints, acceptances: accepted)
      guard tried.insert(key).inserted else { continue }
      let failed = judgment.firstRefused(of: set, tasks: tasks) { template, task in
        accepting?.accepts(task, template: template.name, inAllOf: accepted) ?? false
      }
      if let failed {
        last = Place(
          set: set, template: failed.template,
          name: deployment.templateSets[set].templates[failed.template].name, task: failed.task)
        return false
      }
    }
    return true
  }
}
