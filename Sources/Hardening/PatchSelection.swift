public import Deployments
public import Diagnostics
import Flyte
public import Model
import Operators
import Values

/// The patches of a cluster: those that the config requests, held against those that the survey
/// found.
public struct PatchSelection: Sendable {
  /// Every patch with where it stands, in the order patches are applied.
  public let patches: [ChosenPatch]

  /// The patches that files are written for, in order.
  public var planned: [String] { patches.filter(\.isPlanned).map(\.name) }
  /// The patches the running binary was built with.
  public var deployed: [String] { patches.filter(\.isDeployed).map(\.name) }

  /// The same choice once every planned patch is deployed.
  public var deployingPlanned: PatchSelection { deploying(TextSet(planned)) }

  /// Chooses. Contradictions between the config and the findings go to `diagnostics`.
  /// - Parameters:
  ///   - findings: one for every patch known, in the order patches are applied.
  ///   - hasSource: whether the findings come from sources.
  public static func choose(
    for cluster: Cluster, findings: [SurveyedPatch], hasSource: Bool,
    into diagnostics: inout DiagnosticList
  ) -> PatchSelection {
    let deployed = cluster.flyte.deployed?.patches ?? []
    let check = PatchSelectionCheck(findings: findings, version: cluster.flyte.version.value)
    check.deployed(deployed, into: &diagnostics)
    var wanted: TextSet = []
    switch cluster.patches {
    case .none: break
    case .list(let names):
      check.asked(names, hasSource: hasSource, into: &diagnostics)
      wanted = TextSet(names.map(\.value))
    case .automatic(let origin):
      let asked = asked(by: cluster)
      if let asked, findings.contains(where: { $0.name == asked.value && $0.state == .notNeeded }) {
        check.asked([asked], hasSource: hasSource, into: &diagnostics)
      }
      let built = TextSet(deployed.map(\.value))
      let needed = findings.filter {
        (!$0.isOptIn || $0.name == asked?.value) && $0.isModeled
          && ![.notNeeded, .applied].contains($0.state)
          && !built.contains($0.name) && cluster.plugins.areConcerned(by: $0.plugin)
      }
      let place = cluster.flyte.source?.origin.span ?? origin.span ?? cluster.name.origin.span
      check.automatic(needed, hasSource: hasSource, at: place, into: &diagnostics)
      wanted = TextSet(needed.map(\.name))
    }
    check.exclusive(deployed + cluster.patches.names, into: &diagnostics)
    let running = TextSet(deployed.map(\.value))
    return PatchSelection(
      patches: findings.map { finding in
        ChosenPatch(
          finding, isDeployed: running.contains(finding.name),
          isPlanned: finding.state == .applies
            && (wanted.contains(finding.name) || running.contains(finding.name)))
      })
  }

  /// The patch, else made only when it is named, that a cluster's secret manager asks for.
  private static func asked(by cluster: Cluster) -> Located<String>? {
    let manager = cluster.flyte.secretManagers.first { $0.value.setting != nil }
    guard let manager else { return nil }
    return Located(ModeledPatch.secretManagerSecurityContext.rawValue, origin: manager.origin)
  }
}

extension PatchRequest {
  /// The patches it names.
  var names: [Located<String>] {
    if case .list(let names) = self { return names }
    return []
  }
}
