public import Diagnostics

/// A kind of finding with all that is known of it: its page, and how it is found.
public struct FindingRule: Sendable {
  /// The kind.
  public let kind: FindingKind
  /// Sentences in Markdown: what it means.
  public let meaning: String
  /// Sentences in Markdown, in the imperative: how to fix it.
  public let fix: String
  /// Finds all of its kind. Only certain problems are reported.
  let find: @Sendable (FindingContext) -> [Finding]

  /// The severity of what it finds.
  public var severity: Severity { kind.severity }

  /// Every rule, in the order of the kinds.
  public static let all: [FindingRule] = FindingKind.allCases.map(of)

  /// The rule of a name.
  public static func named(_ name: String) -> FindingRule? {
    FindingKind(named: name).map(of)
  }

  private static func of(_ kind: FindingKind) -> FindingRule {
    switch kind {
    case .templatesIgnored: templatesIgnored
    case .namespaceScope: namespaceScope
    case .mapTaskNamespace: mapTaskNamespace
    case .notHonored: notHonored
    case .duplicateName: duplicateName
    case .copilotRoot: copilotRoot
    case .uploaderBlocks: uploaderBlocks
    case .templateState: templateState
    case .noDefaultTemplate: noDefaultTemplate
    case .settingBeatsTemplate: settingBeatsTemplate
    case .affinityJoined: affinityJoined
    case .userByName: userByName
    case .copilotIDs: copilotIDs
    case .noWritableTmp: noWritableTmp
    case .gracePeriod: gracePeriod
    case .anyUserGrant: anyUserGrant
    case .limitForAll: limitForAll
    case .severalLimitRanges: severalLimitRanges
    case .quotaWithoutLimits: quotaWithoutLimits
    case .injectedContainers: injectedContainers
    case .readOnlyCode: readOnlyCode
    case .serviceAccountToken: serviceAccountToken
    case .credentialsInArguments: credentialsInArguments
    case .taskOverrides: taskOverrides
    case .unreachableDemand: unreachableDemand
    case .patchWithoutSource: patchWithoutSource
    case .acceptanceExpired: acceptanceExpired
    case .acceptanceUnused: acceptanceUnused
    }
  }
}
