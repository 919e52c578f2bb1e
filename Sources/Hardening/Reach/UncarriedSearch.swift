import Diagnostics
import Flyte
import Model
import PodAPI
import Values

/// Looks for what profiles say and what does not reach the pods and containers that it is for, in the
/// pods that Flyte's model makes of them.
struct UncarriedSearch {
  private typealias Part = MadePods.Part

  private let probe: PodProbe
  /// The pods under a template that says nothing.
  private let bare: MadePods
  /// The containers that some entry of a template is laid under.
  private let laid: Set<MadePods.Part>

  init(cluster: Cluster, behaviors: Behaviors) {
    let probe = PodProbe(cluster: cluster, behaviors: behaviors)
    self.probe = probe
    bare = probe.bare
    let marked = probe.pods(of: Self.marked)
    laid = Set(
      marked.parts.filter { $0.object[.env]?.items.contains(Self.mark) == true }.map(\.part))
  }

  /// The sections that templates have.
  static let sections: [ProfileSection] = [
    .pod, .podMetadata, .containers, .primary, .initContainers,
  ]

  /// The reason why something does not reach a part.
  private enum Cause: Hashable {
    /// No entry of a template is laid under the container.
    case noTemplate
    /// Flyte sets it by itself.
    case flyte(PodValue)
    /// The merge makes something else of it.
    case merge
  }

  func findings(of profile: Profile) -> [ReachFinding] {
    let copilot = CopilotSearch(profile: profile, probe: probe).findings
    // That no template has any effect is said once, for all of them.
    guard !probe.behaviors.ignoresTemplates else { return copilot }
    let lost = CarriedLayer(profile.primary, over: profile.containers).lost
    let reach = Reach(of: profile, Self.sections, by: probe)
    return lost.map(finding) + uncarried(reach, of: profile, besides: lost)
      + OwnContainerSearch(profile: profile, pods: reach.pods, probe: probe).findings
      + PodFormSearch(profile: profile, pods: reach.pods).findings
      + FarReachSearch(profile: profile, reach: reach, probe: probe).findings + copilot
  }

  private func finding(_ lost: CarriedLayer.Lost) -> ReachFinding {
    ReachFinding(
      message:
        "'primary.\(lost.path.joined(separator: "."))' does not reach its containers: \(lost.reason)",
      origin: lost.origin,
      hint: lost.takesAway
        ? "remove it; to exclude one container, set the value in the sections of the others instead of in 'containers'"
        : "set it in 'containers', for all of them")
  }

  /// Statements of one section that do not reach the same parts for one reason.
  private struct Group {
    let cause: Cause
    let words: String
    var statements: [Statement]
    var kinds: Set<MadePods.Part.Kind>
    var isWhole: Bool
  }

  /// The key by which statements that no template carries are grouped.
  private struct GroupKey: Hashable {
    let section: ProfileSection
    let words: ByteText
  }

  private func uncarried(
    _ reach: Reach, of profile: Profile, besides lost: [CarriedLayer.Lost]
  ) -> [ReachFinding] {
    var groups: [Group] = []
    var positions: [GroupKey: Int] = [:]
    for outcome in reach.outcomes where !outcome.misses.isEmpty {
      let statement = outcome.statement
      let isLost =
        statement.section == .primary && lost.contains { statement.path.starts(with: $0.path) }
      if isLost { continue }
      for (cause, parts) in causes(outcome, reach.pods) {
        let words = PartWords(parts: parts, all: outcome.hits + outcome.misses).text
        let kinds = Set(parts.map(\.kind))
        let key = GroupKey(section: statement.section, words: ByteText(words))
        if cause == .noTemplate, let same = positions[key] {
          groups[same].statements.append(statement)
          groups[same].kinds.formUnion(kinds)
        } else {
          if cause == .noTemplate { positions[key] = groups.count }
          groups.append(
            Group(
              cause: cause, words: words, statements: [statement], kinds: kinds,
              isWhole: outcome.hits.isEmpty && parts.count == outcome.misses.count))
        }
      }
    }
    let carriers = CarrierSearch(
      cluster: probe.cluster, behaviors: probe.behaviors, profile: profile)
    return groups.map { finding($0, of: profile, carriers) }
  }

  private func causes(_ outcome: Reach.Outcome, _ pods: MadePods) -> [(Cause, [Part])] {
    var causes: [Cause] = []
    var parts: [Cause: [Part]] = [:]
    for part in outcome.misses {
      let found = pods[part]?.value(at: outcome.statement.path)
      let cause: Cause
      if part.role != nil, !laid.contains(part) {
        cause = .noTemplate
      } else if let found, found == bare[part]?.value(at: outcome.statement.path) {
        cause = .flyte(found)
      } else {
        cause = .merge
      }
      if parts[cause] == nil { causes.append(cause) }
      parts[cause, default: []].append(part)
    }
    return causes.map { ($0, parts[$0] ?? []) }
  }

  private func finding(
    _ group: Group, of profile: Profile, _ carriers: CarrierSearch
  ) -> ReachFinding {
    // What is said nearest to what is assigned is what its author can change.
    let first = group.statements.min { $0.depth < $1.depth } ?? group.statements[0]
    let isOne = group.statements.count == 1
    let what =
      isOne && group.isWhole && first.section == .pod
      ? "has no effect" : "\(isOne ? "does" : "do") not reach \(group.words)"
    let advice = UncarriedAdvice(
      profile: profile, probe: probe, carriers: carriers, statements: group.statements,
      kinds: group.kinds)
    return ReachFinding(
      message: "\(Self.names(group.statements)) \(what): \(reason(group))",
      origin: first.value.origin, hint: advice.hint)
  }

  /// Up to four names in quotes.
  static func names(_ statements: [Statement]) -> String {
    let shown = 4
    let names = statements.prefix(shown).map { "'\($0.name)'" }
    let more = statements.count - shown
    return (more > 0 ? names + ["\(more) more"] : names).listed
  }

  private func reason(_ group: Group) -> String {
    switch group.cause {
    case .noTemplate:
      return probe.behaviors.mergesInitTemplates
        ? "no entry of a PodTemplate applies to them"
        : "before v1.14.0 no template reaches them"
    case .flyte(let value): return "Flyte sets \(Self.words(value)) itself"
    case .merge: return "Flyte's merge changes it"
    }
  }

  private static func words(_ value: PodValue) -> String {
    switch value {
    case .bool(let flag): "\(flag)"
    case .integer(let number): "\(number)"
    case .string(let text): "'\(text)'"
    case .list, .map, .object: "its own"
    }
  }

  private static let name = "FLYTE_HARDEN_PROBE"
  private static let mark: PodValue = .object(
    PodObject([.init(.name, .string(name)), .init(.value, .string("x"))]))
  /// A profile whose every entry has a mark, which the merge adds to whatever it meets.
  private static let marked = Profile(
    names: [], claim: nil, pod: .empty,
    containers: .mapping([
      "env": OriginTree(
        .list([.mapping(["name": .string(name), "value": .string("x")])]), origin: .tool)
    ]), primary: .empty, initContainers: .empty, copilot: .empty, podMetadata: .empty)
}
