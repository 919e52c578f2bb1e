extension Release {
  /// The behavior of the release as upstream built it.
  public var behaviors: Behaviors {
    let named: Behaviors.NamedEntry = line == .v2 ? .itself : .shallowCopy
    return Behaviors(
      sysPtrace: Self.sysPtrace[self], sharesProcessNamespace: !isAtLeast("v1.16.0-b3"),
      uploader: Self.uploaders[self], defaultSecurityContext: .skipped,
      containerMerge: Self.containerMerges[self], initMerge: Self.initMerges[self],
      namedEntry: named, namedInitEntry: named, primaryInit: Self.primaryInits[self],
      store: Self.stores[self], gracePeriod: Self.gracePeriods[self],
      looksUpTemplateFirst: line == .v1 && isAtLeast("v1.16.0-b3"),
      customisesInitContainers: isAtLeast("v1.13.2"), overridesPods: isAtLeast("v1.15.0"),
      mountsSharedMemory: isAtLeast("v1.15.0"),
      readsImagePullPolicy: isAtLeast("v1.12.0-b0"),
      overwritesServiceAccount: !isAtLeast("v1.10.7-b0"), disablesServiceLinks: isAtLeast("v2.0.1"),
      readsStorageSecret: isAtLeast("v2.0.41"), readsDeviceClasses: line == .v2,
      copilotImage: builtInCopilotImage,
      apiMinor: apiMinor, secretManagers: secretManagers, webhook: webhook, pluginGaps: pluginGaps)
  }

  private static let sysPtrace = ReleaseFact<Behaviors.SysPtrace>(
    .always, from: [("v1.16.0-b3", .never)])
  private static let uploaders = ReleaseFact<Behaviors.Uploader>(
    .sidecarContainer, from: [("v1.14.0", .uploaderContainer), ("v1.16.0-b3", .initContainer)])
  private static let containerMerges = ReleaseFact<Behaviors.ContainerMerge>(
    .byRole,
    from: [
      ("v1.15.1", .byName), ("v1.16.3", .byNameButPrimary), ("v2.0.0-alpha16", .byName),
      ("v2.0.8", .byEntryName),
    ])
  private static let initMerges = ReleaseFact<Behaviors.InitMerge>(
    .concatenated,
    from: [
      ("v1.14.0", .byRole), ("v1.15.1", .byName), ("v1.16.3", .byNameButPrimary),
      ("v2.0.0-alpha16", .byName), ("v2.0.8", .byEntryName),
    ])
  private static let primaryInits = ReleaseFact<Behaviors.PrimaryInit>(
    .none, from: [("v1.14.0", .downloader), ("v2.0.0-alpha16", .never)])
  private static let stores = ReleaseFact<Behaviors.Store>(
    .shared,
    from: [("v1.16.0-b3", .copied), ("v2.0.0-alpha16", .neverFilled), ("v2.0.29", .shared)])
  private static let gracePeriods = ReleaseFact<Behaviors.GracePeriod>(
    .unset, from: [("v1.16.0-b3", .nanoseconds), ("v1.16.6", .seconds)])
}
