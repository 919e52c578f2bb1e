import Admission
import Deployments
public import Flyte
import Judgment
public import Model
import Operators
import Values

/// The need of a cluster so that every claimed pod passes: of what `patches: auto` and `policies: auto`
/// let the tool use, the least.
public struct Necessity {
  private let cluster: Cluster
  private let choice: PatchSelection
  private let sources: Behaviors
  private let tasks: [JudgedTask]
  /// The patches that `auto` may use, those included that cannot be made without sources: those for the
  /// pods that Flyte makes itself.
  private let general: [String]
  /// The same for the pods of plugins.
  private let ofPlugins: [ChosenPatch]

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
    // The one that a secret manager asks for is wanted by name.
    let candidates = choice.patches.filter { patch in
      !patch.isDeployed && !patch.patch.isOptIn && patch.patch.isModeled
        && cluster.plugins.areConcerned(by: patch.patch.plugin)
        && (patch.isPlanned || [.needed, .applies].contains(patch.patch.state))
    }
    general = candidates.filter { $0.patch.plugin == nil }.map(\.name)
    ofPlugins = candidates.filter { $0.patch.plugin != nil }
  }

  /// The least that is enough. If nothing that can be used is enough, all of it: it helps some pods.
  public var result: Result {
    guard mayPatch || mayUsePolicies else {
      return Result(choice: choice, needsPolicies: false, withoutSource: [], shortfall: nil)
    }
    let candidates = mayPatch ? general : []
    var search = FixTrial(
      cluster: cluster, choice: choice, sources: sources, given: given, tasks: tasks)
    let found = search.smallest(candidates, canUsePolicies: mayUsePolicies)
    var fix = FixChoice(
      patches: found?.patches ?? candidates, policies: found?.policies ?? mayUsePolicies)
    let own = forPlugins(besides: &fix, &search)
    let planned = TextSet(choice.planned)
    return Result(
      choice: choice.planning(only: TextSet(given + fix.patches + own)),
      needsPolicies: fix.policies,
      withoutSource: (found == nil ? own : fix.patches + own).filter { !planned.contains($0) },
      shortfall: found == nil ? search.failed.map { shortfall($0, &search) } : nil)
  }

  /// The patches that plugins' pods need besides, and policies where patches that can be made are not
  /// enough for them. A pod that stays refused with both stops nothing: `audit` reports it.
  private func forPlugins(
    besides fix: inout FixChoice, _ search: inout FixTrial
  ) -> [String] {
    let names = mayPatch ? ofPlugins.map(\.name) : []
    let known = cluster.plugins.filter { $0.isModeled && cluster.flyte.release.has($0.plugin) }
    let accelerated = search.deployment(fix).acceleratedTasks
    let need = PluginNeed(
      candidates: names, tasks: known.flatMap(\.tasks).map { .plugin($0) } + accelerated,
      accepted: search.accepted)
    func patches(with policies: Bool) -> [String] {
      need.patches {
        search.deployment(FixChoice(patches: fix.patches + $0, policies: policies))
      }
    }
    let own = patches(with: fix.policies)
    guard mayUsePolicies, !fix.policies else { return own }
    let planned = TextSet(choice.planned)
    let made = own.filter(planned.contains)
    let withoutPolicies = search.deployment(
      FixChoice(patches: fix.patches + made, policies: false))
    let withPolicies = search.deployment(FixChoice(patches: fix.patches + made, policies: true))
    guard need.isAnyHelped(by: withPolicies, besides: withoutPolicies) else { return own }
    fix = FixChoice(patches: fix.patches, policies: true)
    return made + patches(with: true).filter { !made.contains($0) }
  }

  private func shortfall(_ failed: ClaimTrial.Place, _ search: inout FixTrial) -> Shortfall {
    let canHavePolicies = cluster.kubernetes.canHavePolicies
    let all = general
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

  /// The planned patches that are there in any case.
  private var given: [String] {
    let names = mayPatch ? TextSet(general + ofPlugins.map(\.name)) : []
    return choice.planned.filter { !names.contains($0) }
  }
}
