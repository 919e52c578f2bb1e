/// What a Flyte binary does when it builds a pod, where releases differ.
///
/// A remedy is a change of behaviours, so a source that already carries a fix is described as what
/// it is.
public struct Behaviours: Sendable, Hashable {
  /// Whether co-pilot adds SYS_PTRACE to the task's own container (until v1.16.0, flyte#6509).
  public enum SysPtrace: String, Sendable, Hashable {
    case always, bySetting = "by setting", never
  }

  /// Where the uploader goes (v1.16.0, flyte#6501: a native sidecar).
  public enum Uploader: String, Sendable, Hashable {
    /// Among the containers, named `sidecar`.
    case sidecarContainer = "container sidecar"
    /// Among the containers, named `uploader` (v1.14.0, flyte#6043).
    case uploaderContainer = "container uploader"
    /// First among the init containers, always restarted.
    case initContainer = "init container"
  }

  /// When the default security context meets co-pilot.
  public enum DefaultSecurityContext: String, Sendable, Hashable {
    /// After co-pilot has made an empty one, so never for co-pilot tasks.
    case skipped = "skipped for co-pilot tasks"
    /// Co-pilot makes none.
    case applied
  }

  /// How the template's init containers meet those of the task.
  public enum InitMerge: String, Sendable, Hashable {
    /// They run as the task's own, in front (until v1.13.3).
    case concatenated
    /// `default-init` and `primary-init` only (v1.14.0, flyte#5750).
    case byRole = "default-init and primary-init"
    /// Also by name (v1.15.1).
    case byName = "also by name"
    /// By name, but never the primary ones (v1.16.3, flyte#6733).
    case byNameButPrimary = "also by name, but not the downloader"
    /// By name, but for entries with a role's name (v2.0.8, and the remedies).
    case byEntryName = "also by name, but entries with a role's name"
    /// All of this, and the template's own are kept (the remedy for v1.13.3 and before).
    case keeping = "by role and by name, others kept"
  }

  /// What a task gets from the store of PodTemplates.
  public enum Store: String, Sendable, Hashable {
    /// The store's own object, which merges may change.
    case shared
    /// A copy (v1.16.0, flyte#6530; not in v2).
    case copied
    /// Nothing: it is never filled (v2.0.0 to v2.0.28; flyte#7687).
    case neverFilled = "never filled"
    /// Nothing, and a copy if it were filled.
    case neverFilledCopied = "never filled, copied"
  }

  /// Which init container `primary-init` is for.
  public enum PrimaryInit: String, Sendable, Hashable {
    /// There is no such role.
    case none
    /// Co-pilot's downloader.
    case downloader
    /// Nothing: its name is never set (v2).
    case never
  }

  /// Whether the task's own container is given SYS_PTRACE.
  public var sysPtrace: SysPtrace
  /// Where the uploader goes.
  public var uploader: Uploader
  /// Whether the default security context reaches co-pilot tasks.
  public var defaultSecurityContext: DefaultSecurityContext
  /// How a template's init containers are merged.
  public var initMerge: InitMerge
  /// Which init container `primary-init` is for.
  public var primaryInit: PrimaryInit
  /// What a task gets from the store.
  public var store: Store
  /// Whether co-pilot's containers take `co-pilot.security-context` (a remedy; no release does).
  public var readsCopilotSecurityContext = false
  /// Whether `keep-template-init-containers` keeps a template's own init containers (a remedy).
  public var readsKeepTemplateInitContainers = false
  /// Whether `require-default-pod-template` makes a missing default template an error (a remedy).
  public var readsRequireDefaultTemplate = false
  /// Whether the secret webhook's containers take a security context (a remedy).
  public var readsSecretManagerSecurityContext = false
}

extension Behaviours {
  /// Whether `default-init` of a template reaches init containers.
  public var mergesInitTemplates: Bool { initMerge != .concatenated && !ignoresTemplates }

  /// Whether no PodTemplate has any effect.
  public var ignoresTemplates: Bool { store == .neverFilled || store == .neverFilledCopied }

  /// The behaviours as names and words, always in one order.
  public var facts: [(name: String, value: String)] {
    func words(_ flag: Bool) -> String { flag ? "read" : "ignored" }
    return [
      ("sysPtrace", sysPtrace.rawValue), ("uploader", uploader.rawValue),
      ("defaultSecurityContext", defaultSecurityContext.rawValue),
      ("templateInitContainers", initMerge.rawValue), ("primaryInit", primaryInit.rawValue),
      ("templateStore", store.rawValue),
      ("copilotSecurityContext", words(readsCopilotSecurityContext)),
      ("keepTemplateInitContainers", words(readsKeepTemplateInitContainers)),
      ("requireDefaultPodTemplate", words(readsRequireDefaultTemplate)),
      ("secretManagerSecurityContext", words(readsSecretManagerSecurityContext)),
    ]
  }
}

extension Release {
  /// What the release does as upstream built it.
  public var behaviours: Behaviours {
    Behaviours(
      sysPtrace: isAtLeast("v1.16.0-b3") ? .never : .always,
      uploader: isAtLeast("v1.16.0-b3")
        ? .initContainer : isAtLeast("v1.14.0") ? .uploaderContainer : .sidecarContainer,
      defaultSecurityContext: .skipped,
      initMerge: Self.initMerges[self] ?? .concatenated,
      primaryInit: Self.primaryInits[self] ?? .none, store: Self.stores[self] ?? .shared)
  }

  private static let initMerges = ReleaseFact<Behaviours.InitMerge>(values: [
    ("v1.9.2", .concatenated), ("v1.14.0", .byRole), ("v1.15.1", .byName),
    ("v1.16.3", .byNameButPrimary), ("v2.0.0-alpha16", .byName), ("v2.0.8", .byEntryName),
  ])
  private static let primaryInits = ReleaseFact<Behaviours.PrimaryInit>(values: [
    ("v1.9.2", .none), ("v1.14.0", .downloader), ("v2.0.0-alpha16", .never),
  ])
  private static let stores = ReleaseFact<Behaviours.Store>(values: [
    ("v1.9.2", .shared), ("v1.16.0-b3", .copied), ("v2.0.0-alpha16", .neverFilled),
    ("v2.0.29", .shared),
  ])
}
