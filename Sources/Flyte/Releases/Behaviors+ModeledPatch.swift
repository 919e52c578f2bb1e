extension Behaviors {
  /// Returns whether the fault that a patch removes is there. Opt-in patches remove none.
  public func needs(_ patch: ModeledPatch) -> Bool { !patch.isOptIn && applying(patch) != self }

  /// The behaviors of the same binary built with a patch.
  public func applying(_ patch: ModeledPatch) -> Behaviors {
    var result = self
    switch patch {
    case .noSysPtrace: if sysPtrace == .always { result.sysPtrace = .never }
    case .optionalSysPtrace:
      if sysPtrace == .always {
        result.sysPtrace = .bySetting
        result.defaultSecurityContext = .applied
      }
    case .defaultSecurityContext: result.defaultSecurityContext = .applied
    case .copilotSecurityContext: result.readsCopilotSecurityContext = true
    case .initContainerTemplates:
      if initMerge == .concatenated {
        result.initMerge = .keeping
        result.namedInitEntry = .copy
        result.primaryInit = .downloaderName
      }
    case .namedInitTemplate:
      // Where no loop by name is there, the patch brings its own, which copies.
      if initMerge == .byRole { result.namedInitEntry = .copy }
      if initMerge == .byRole || initMerge == .byNameButPrimary { result.initMerge = .byEntryName }
    case .primaryInitContainer: if primaryInit == .never { result.primaryInit = .downloaderName }
    case .podTemplateCopies:
      if namedEntry == .itself { result.namedEntry = .copy }
      if namedInitEntry == .itself { result.namedInitEntry = .copy }
      switch store {
      case .shared: result.store = .copied
      case .neverFilled: result.store = .neverFilledCopied
      case .copied, .neverFilledCopied: break
      }
    case .requiredDefaultTemplate: result.readsRequireDefaultTemplate = true
    case .templateInitContainers:
      if initMerge != .concatenated, initMerge != .keeping {
        result.readsKeepTemplateInitContainers = true
      }
    case .secretManagerSecurityContext:
      if !secretManagers.isEmpty { result.readsSecretManagerSecurityContext = true }
    case .rayAutoscaler: result.pluginGaps.remove(.rayAutoscaler)
    case .raySubmitter: result.pluginGaps.remove(.raySubmitter)
    case .rayInit: result.pluginGaps.remove(.rayInit)
    case .sparkContexts: result.pluginGaps.remove(.sparkContexts)
    case .sparkOwnPods: result.pluginGaps.remove(.sparkOwnPods)
    }
    return result
  }

  /// The behaviors of the same binary where its sources do not show the cure that its release has.
  public func lacking(_ patch: ModeledPatch) -> Behaviors {
    var result = self
    switch patch {
    case .noSysPtrace: if sysPtrace == .never { result.sysPtrace = .always }
    case .defaultSecurityContext: result.defaultSecurityContext = .skipped
    case .initContainerTemplates:
      result.initMerge = .concatenated
      result.primaryInit = .none
    case .namedInitTemplate:
      if [.byName, .byEntryName].contains(initMerge) { result.initMerge = .byRole }
    case .primaryInitContainer: if primaryInit == .downloader { result.primaryInit = .never }
    case .podTemplateCopies:
      switch store {
      case .copied: result.store = .shared
      case .neverFilledCopied: result.store = .neverFilled
      case .shared, .neverFilled: break
      }
    case .copilotSecurityContext, .optionalSysPtrace, .requiredDefaultTemplate,
      .templateInitContainers, .secretManagerSecurityContext:
      // No release has these.
      break
    case .rayAutoscaler: result.pluginGaps.insert(.rayAutoscaler)
    case .raySubmitter: result.pluginGaps.insert(.raySubmitter)
    case .rayInit: result.pluginGaps.insert(.rayInit)
    case .sparkContexts: result.pluginGaps.insert(.sparkContexts)
    case .sparkOwnPods: result.pluginGaps.insert(.sparkOwnPods)
    }
    return result
  }
}
