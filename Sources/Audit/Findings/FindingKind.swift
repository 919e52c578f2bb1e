public import Diagnostics

/// A kind of finding; its name is stable.
public enum FindingKind: String, Sendable, Hashable, CaseIterable {
  /// The release ignores every PodTemplate.
  case templatesIgnored = "templates-ignored"
  /// Flyte may not read the PodTemplates.
  case namespaceScope = "namespace-scope"
  /// Pods of old map tasks go to a namespace that refuses them, or that is not known.
  case mapTaskNamespace = "map-task-namespace"
  /// Hardening that a profile or a template asks for does not reach a container.
  case notHonored = "not-honored"
  /// Two containers, volumes or mounts of a pod have the same name or path.
  case duplicateName = "duplicate-name"
  /// Co-pilot is to run as non-root, and its image runs as root.
  case copilotRoot = "copilot-root"
  /// The uploader is an init container that Kubernetes does not keep running.
  case uploaderBlocks = "uploader-blocks"
  /// A task changes the template that later tasks get.
  case templateState = "template-state"
  /// Namespaces have PodTemplates, and none of them is the default one.
  case noDefaultTemplate = "no-default-template"
  /// A setting replaces a value of a template.
  case settingBeatsTemplate = "setting-beats-template"
  /// The node affinity of a template is joined with Flyte's own, so that either is enough.
  case affinityJoined = "affinity-joined"
  /// A container must run as non-root, and only its image sets its user.
  case userByName = "user-by-name"
  /// Co-pilot and the task run as users that cannot read each other's files.
  case copilotIDs = "copilot-ids"
  /// The root is read-only, and nothing is mounted to `/tmp` that can be written.
  case noWritableTmp = "no-writable-tmp"
  /// Nanoseconds are taken for seconds.
  case gracePeriod = "grace-period"
  /// A grant takes plain pods away from the tightest SCC.
  case anyUserGrant = "anyuid-grant"
  /// A LimitRange gives every container a device.
  case limitForAll = "limit-for-all"
  /// LimitRanges with different defaults apply in random order.
  case severalLimitRanges = "several-limit-ranges"
  /// A quota refuses pods with one container without limits.
  case quotaWithoutLimits = "quota-without-limits"
  /// Other components add containers to the pods.
  case injectedContainers = "injected-containers"
  /// The root is read-only where the code of tasks is unpacked.
  case readOnlyCode = "read-only-code"
  /// Pods get the token of a service account.
  case serviceAccountToken = "service-account-token"
  /// Co-pilot's arguments have the storage credentials.
  case credentialsInArguments = "credentials-in-arguments"
  /// The fields that a task's own pod may change.
  case taskOverrides = "task-overrides"
  /// A value that a policy may demand but no template can set.
  case unreachableDemand = "unreachable-demand"
  /// A patch that pods need cannot be made without sources.
  case patchWithoutSource = "patch-without-source"
  /// A line of `accept` has ended.
  case acceptanceExpired = "acceptance-expired"
  /// A line of `accept` accepts nothing.
  case acceptanceUnused = "acceptance-unused"
}

extension FindingKind {
  /// The severity: an error keeps tasks from running as they should, a warning does so for some of
  /// them or weakens the hardening, a note is worth knowing.
  public var severity: Severity {
    switch self {
    case .templatesIgnored, .namespaceScope, .duplicateName, .copilotRoot, .uploaderBlocks,
      .templateState:
      .error
    case .mapTaskNamespace, .notHonored, .noDefaultTemplate, .settingBeatsTemplate, .affinityJoined,
      .userByName,
      .copilotIDs, .noWritableTmp, .gracePeriod, .injectedContainers, .anyUserGrant, .limitForAll,
      .severalLimitRanges, .quotaWithoutLimits, .patchWithoutSource, .acceptanceExpired,
      .acceptanceUnused:
      .warning
    case .readOnlyCode, .serviceAccountToken, .credentialsInArguments, .taskOverrides,
      .unreachableDemand:
      .note
    }
  }
}
