import PodAPI

/// A rule that some versions of Kubernetes have and others have not, by the history of
/// `pkg/apis/core/validation`, `pkg/api/pod` and `pkg/apis/core/v1`. What a gate decides is in
/// `ServerGate`.
public enum RuleChange: Sendable, CaseIterable {
  // Scheduling.
  case selectorValues, nodeSelectorValues, spreadSelectors, spreadKeysNeedSelector, gateNames
  // Volumes and what containers see of them.
  case imagesAsWhole, tokenPaths, dataSourceGroups, emptyDriverHasForm, bundleIsPEM
  // Users, namespaces of the node, and its ports.
  case unmaskedNeedsOwnUsers, devicesNeedHostUsers, volumesOfOwnUsers, sysctlsOfHost
  case hostPortSaidOfContainer, aliasesNumbered, hostAddressesKnown
  // Resources, claims, and what restarts.
  case claimSourceIsStruct, claimNames, madeClaimNames, mirrorsWithoutClaims
  case podPages, podPagesTogether, unsaidPodRequests, podResourcesNotForWindows
  case resizingNeverRestarts, resizingNotOfInit, resizingOfSidecars, resizingOfEnding
  case restartRules, restartRulesOfInit, tooManyIsSaid
  // What is stored.
  case pageLimitsOfPods, appArmorAnnotations

  /// The minor versions that have it.
  public var versions: Range<Int> {
    switch self {
    case .hostPortSaidOfContainer, .volumesOfOwnUsers: 0..<28
    case .bundleIsPEM, .claimSourceIsStruct: 0..<31
    case .resizingNotOfInit, .imagesAsWhole: 0..<33
    case .unsaidPodRequests, .appArmorAnnotations: 0..<34
    case .emptyDriverHasForm: 0..<35
    case .madeClaimNames: 27..<31
    case .selectorValues: 26..<Int.max
    case .spreadSelectors, .spreadKeysNeedSelector, .gateNames, .claimNames:
      27..<Int.max
    case .hostAddressesKnown: 28..<Int.max
    case .dataSourceGroups, .sysctlsOfHost, .resizingNeverRestarts: 29..<Int.max
    case .tokenPaths, .unmaskedNeedsOwnUsers, .aliasesNumbered: 30..<Int.max
    case .nodeSelectorValues, .mirrorsWithoutClaims, .podPages: 33..<Int.max
    case .devicesNeedHostUsers, .podPagesTogether, .podResourcesNotForWindows, .restartRules,
      .pageLimitsOfPods:
      34..<Int.max
    case .restartRulesOfInit: 35..<Int.max
    case .resizingOfSidecars, .resizingOfEnding, .tooManyIsSaid: 36..<Int.max
    }
  }
}

extension ServerRelease {
  /// True if the version has a rule.
  func holds(_ change: RuleChange) -> Bool { change.versions.contains(minor) }
}
