import Admission
import Flyte
import Model
import PodAPI
import PodSecurity
import Values

extension PolicyProfile {
  /// Takes a profile of the config for the policies of a cluster.
  init(_ profile: Profile, of cluster: Cluster) {
    let decoder = PodDecoder(minor: cluster.kubernetes.minor)
    func decoded(_ tree: OriginTree, _ type: String) -> PodObject {
      decoder.decode(PlainValue(Layering.lay(tree, over: .empty)), as: type)
    }
    let level = profile.claim.flatMap { PodSecurityLevel(rawValue: $0.level.rawValue) }
    var contexts: [Role: PodObject] = [:]
    for role in Role.allCases {
      let fields = decoded(role.fields(of: profile), "Container")
      contexts[role] = fields[.securityContext]?.object
    }
    let prefix = cluster.copilot.first { $0.key == "name" }?.value.string
    self.init(
      name: profile.names.joined(separator: ", "),
      pod: decoder.said(PlainValue(Layering.lay(profile.pod, over: .empty))),
      contexts: contexts, addable: level?.addableCapabilities, dropsAll: level == .restricted,
      copilotPrefix: prefix ?? PluginSettings.Copilot().name,
      allowed: AllowedValues(profile.allowance))
  }
}

extension AllowedValues {
  fileprivate init(_ allowance: Allowance?) {
    func names(_ values: [Located<String>]?) -> [ByteText]? {
      values.map { $0.map { ByteText($0.value) } }
    }
    self.init(
      users: allowance?.users.map { $0.map(\.value) },
      groups: allowance?.groups.map { $0.map(\.value) },
      capabilities: names(allowance?.capabilities), registries: names(allowance?.registries?.value))
  }
}

extension PolicyProfile.Role {
  /// The profile's layers for the role, laid one over the other. A policy carries all of them.
  fileprivate func fields(of profile: Profile) -> OriginTree {
    switch self {
    case .main: profile.containers
    case .primary: Layering.lay(profile.primary, over: profile.containers)
    case .copilot: Layering.lay(profile.copilot, over: profile.containers)
    case .initial: profile.initFields
    case .initialCopilot: Layering.lay(profile.copilot, over: profile.initFields)
    }
  }
}
