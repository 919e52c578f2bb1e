import Admission
import Deployments
public import Flyte
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
    let candidates = mayPatch ? self.candidates.filter { Self.plugin(of: $0) == nil } : []
    guard mayPatch || mayUsePolicies else {
      return Result(choice: choice, needsPolicies: false, withoutSource: [], shortfall: nil)
    }
    var search = FixTrial(self)
    let found = search.smallest(candidates.map(\.name), canUsePolicies: mayUsePolicies)
    let base = found?.patches ?? candidates.map(\.name)
    let needsPolicies = found?.policies ?? mayUsePolicies
    let own = forPlugins(behind: base, policies: needsPolicies, search)
    let used = base + own
    let planned = TextSet(choice.planned)
    return Result(
      choice: choice.planning(only: TextSet(given + used)),
      needsPolicies: needsPolicies,
      withoutSource: (found == nil ? own : used).filter { !planned.contains($0) },
      shortfall: found == nil ? search.failed.map { shortfall($0, &search) } : nil)
  }

  /// The patches that plugins' pods need besides. Whether those pods pass stops nothing: what no patch
  /// lets in, audit tells.
  private func forPlugins(
    behind base: [String], policies: Bool, _ search: FixTrial
  ) -> [String] {
    guard mayPatch else { return [] }
    var search = search
    let candidates = candidates.map(\.name)
    return PluginNeed(
      candidates: candidates.filter { Self.plugin(of: $0) != nil },
      tasks: StandardPluginTask.allCases.filter { task in
        !task.hasOwnPods && candidates.contains { Self.plugin(of: $0) == task.plugin }
      }.map(JudgedTask.plugin)
    ) { search.deployment(FixChoice(patches: base + $0.sorted(), policies: policies)) }.patches
  }

  private static func plugin(of patch: String) -> FlytePlugin? {
    ModeledPatch(named: patch)?.plugin
  }

  private static func plugin(of patch: ChosenPatch) -> FlytePlugin? { plugin(of: patch.name) }

  private func shortfall(_ failed: ClaimTrial.Place, _ search: inout FixTrial) -> Shortfall {
    let canHavePolicies = cluster.kubernetes.canHavePolicies
    let all = self.candidates.filter { Self.plugin(of: $0) == nil }.map(\.name)
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
        && cluster.isConcerned(by: patch.name)
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
    private lazy var filled = PolicyPlanning(cluster: necessity.cluster, isMutating: true).policies
    private let given: [String]
    private var trial: ClaimTrial

    init(_ necessity: Necessity) {
      self.necessity = necessity
      let cluster = necessity.cluster
      // Pods are held to their profiles in any case.
      held = PolicyPlanning(cluster: cluster, isMutating: false).policies
      given = necessity.given
      let deployment = Hardening(
        cluster: cluster, choice: necessity.choice, sources: necessity.sources
      ).deployment
      trial = ClaimTrial(tasks: necessity.tasks, accepting: deployment)
    }

    /// The pod that failed last.
    var failed: ClaimTrial.Place? { trial.last }

    mutating func passes(_ fix: FixChoice) -> Bool { trial.passes(deployment(fix)) }

    /// The deployment with a choice of changes.
    mutating func deployment(_ fix: FixChoice) -> Deployment {
      Hardening(
        cluster: necessity.cluster,
        choice: necessity.choice.deploying(TextSet(given + fix.patches)),
        sources: necessity.sources
      ).trial(fix.policies ? filled : held)
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
