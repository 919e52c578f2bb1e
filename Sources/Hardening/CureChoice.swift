public import Diagnostics
import Flyte
public import Model
import Origins
public import Setup

/// Which remedies a cluster gets: what the config asks for, held against what the survey found.
public struct CureChoice: Sendable {
  /// Every remedy with where it stands, in the order patches are applied.
  public let remedies: [RemedySetup]

  /// The remedies that patches are written for, in order.
  public var planned: [String] { remedies.filter(\.isPlanned).map(\.name) }
  /// The remedies the running binary was built with.
  public var deployed: [String] { remedies.filter(\.isDeployed).map(\.name) }

  /// The same choice once every planned patch is deployed.
  public var deployingPlanned: CureChoice {
    CureChoice(
      remedies: remedies.map { remedy in
        RemedySetup(
          name: remedy.name, state: remedy.state, reason: remedy.reason,
          isDeployed: remedy.isDeployed || remedy.isPlanned, isPlanned: remedy.isPlanned,
          isModelled: remedy.isModelled, isVerified: remedy.isVerified)
      })
  }

  /// Chooses. Contradictions between the config and the findings go to `diagnostics`.
  /// - Parameters:
  ///   - findings: one for every remedy known, in the order patches are applied.
  ///   - hasSource: whether the findings come from sources.
  public static func choose(
    for cluster: Cluster, findings: [SourceFinding], hasSource: Bool,
    into diagnostics: inout DiagnosticList
  ) -> CureChoice {
    let deployed = cluster.flyte.deployed?.remedies ?? []
    let check = CureCheck(findings: findings, version: cluster.flyte.version.value)
    check.deployed(deployed, into: &diagnostics)
    var wanted: TextSet = []
    switch cluster.remedies {
    case .none: break
    case .list(let names):
      if let ban = cluster.patchBan {
        check.notAllowed(names, at: ban.span, into: &diagnostics)
        break
      }
      check.asked(names, hasSource: hasSource, into: &diagnostics)
      wanted = TextSet(names.map(\.value))
    case .automatic(let origin):
      let asked = asked(by: cluster)
      if let asked, findings.contains(where: { $0.remedy == asked.value && $0.state == .notNeeded })
      {
        check.asked([asked], hasSource: hasSource, into: &diagnostics)
      }
      let built = TextSet(deployed.map(\.value))
      let needed = findings.filter {
        (!$0.isOptIn || $0.remedy == asked?.value) && $0.isModelled
          && ![.notNeeded, .applied].contains($0.state)
          && !built.contains($0.remedy)
      }
      if let ban = cluster.patchBan {
        check.notAllowed(needed, at: ban.span, into: &diagnostics)
        break
      }
      let place = cluster.flyte.source?.origin.span ?? origin.span ?? cluster.name.origin.span
      check.automatic(needed, hasSource: hasSource, at: place, into: &diagnostics)
      wanted = TextSet(needed.map(\.remedy))
    }
    check.exclusive(deployed + cluster.remedies.names, into: &diagnostics)
    let running = TextSet(deployed.map(\.value))
    return CureChoice(
      remedies: findings.map { finding in
        RemedySetup(
          name: finding.remedy, state: finding.state, reason: finding.reason,
          isDeployed: running.contains(finding.remedy),
          isPlanned: finding.state == .applies && cluster.patchBan == nil
            && (wanted.contains(finding.remedy) || running.contains(finding.remedy)),
          isModelled: finding.isModelled, isVerified: finding.isVerified)
      })
  }

  /// The remedy, else made only when it is named, that a cluster's secret manager asks for.
  private static func asked(by cluster: Cluster) -> Located<String>? {
    let manager = cluster.flyte.secretManagers.first { $0.value.setting != nil }
    guard let manager else { return nil }
    return Located(Remedy.secretManagerSecurityContext.rawValue, origin: manager.origin)
  }
}

extension RemedyChoice {
  /// The remedies it names.
  var names: [Located<String>] {
    if case .list(let names) = self { return names }
    return []
  }
}
