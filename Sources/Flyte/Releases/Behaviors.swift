/// The behavior of a Flyte binary when it builds a pod, as far as releases differ.
///
/// A patch is a change of behaviors, so a source that already carries a fix is described as what
/// it is.
public struct Behaviors: Sendable, Hashable {
  /// The rule by which co-pilot adds SYS_PTRACE to the task's own container (until v1.16.0,
  /// flyte#6509).
  public enum SysPtrace: String, Sendable, Hashable {
    /// To every co-pilot task.
    case always
    /// If `co-pilot.add-ptrace-capability` is set (a patch).
    case bySetting = "by setting"
    /// No.
    case never
  }

  /// The list that the uploader goes to (v1.16.0, flyte#6501: a native sidecar).
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

  /// The way in which the template's init containers meet those of the task.
  public enum InitMerge: String, Sendable, Hashable {
    /// They run as the task's own, in front (until v1.13.3).
    case concatenated
    /// `default-init` and `primary-init` only (v1.14.0, flyte#5750).
    case byRole = "default-init and primary-init"
    /// Also by name (v1.15.1).
    case byName = "also by name"
    /// By name, but never the primary ones (v1.16.3, flyte#6733).
    case byNameButPrimary = "also by name, but not the downloader"
    /// By name, but for entries with a role's name (v2.0.8, and the patches).
    case byEntryName = "also by name, but entries with a role's name"
    /// All of this, and the template's own are kept (the patch for v1.13.3 and before).
    case keeping = "by role and by name, others kept"
  }

  /// The thing that a task gets from the store of PodTemplates.
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

  /// The init container that `primary-init` is for.
  public enum PrimaryInit: String, Sendable, Hashable {
    /// There is no such role.
    case none
    /// Co-pilot's downloader.
    case downloader
    /// Any of the downloader's name, in co-pilot tasks (a patch).
    case downloaderName = "downloader by name"
    /// Nothing: its name is never set (v2).
    case never

    /// Its target, in a word; how that is found does not matter to the reader.
    var word: String { self == .downloaderName ? Self.downloader.rawValue : rawValue }
  }

  /// The way in which the template's containers meet those of the task, beside `default` and
  /// `primary`.
  public enum ContainerMerge: String, Sendable, Hashable {
    /// `default` and `primary` only.
    case byRole = "default and primary"
    /// Also by name (v1.15.1).
    case byName = "also by name"
    /// By name, but never the task's own container (v1.16.3, flyte#6733).
    case byNameButPrimary = "also by name, but not the primary container"
    /// By name, but for entries with a role's name (v2.0.8).
    case byEntryName = "also by name, but entries with a role's name"
  }

  /// The form of an entry met by name if nothing else was merged before it.
  public enum NamedEntry: String, Sendable, Hashable {
    /// A copy of the struct, whose pointers still lead into the template.
    case shallowCopy = "shallow copy"
    /// The template's own entry (v2).
    case itself
    /// A deep copy (a patch).
    case copy
  }

  /// The time that the pod has to end if an uploader runs beside the task.
  public enum GracePeriod: String, Sendable, Hashable {
    /// Co-pilot does not say.
    case unset
    /// `co-pilot.timeout` in nanoseconds, which Kubernetes takes for seconds (v1.16.0 to v1.16.5).
    case nanoseconds
    /// `co-pilot.timeout` in seconds (v1.16.6).
    case seconds
  }

  /// The rule by which co-pilot adds SYS_PTRACE.
  public var sysPtrace: SysPtrace
  /// True if processes of one container see those of the others; the uploader's watcher of v1.15
  /// and before needs that.
  public var sharesProcessNamespace: Bool
  /// The place of the uploader.
  public var uploader: Uploader
  /// The reach of `default-security-context` into co-pilot tasks.
  public var defaultSecurityContext: DefaultSecurityContext
  /// The reach of the template's containers.
  public var containerMerge: ContainerMerge
  /// The reach of the template's init containers.
  public var initMerge: InitMerge
  /// The form of an entry met by name.
  public var namedEntry: NamedEntry
  /// The form of an entry for init containers that is met by name.
  public var namedInitEntry: NamedEntry
  /// The init container that `primary-init` is for.
  public var primaryInit: PrimaryInit
  /// The thing that the store of PodTemplates hands out.
  public var store: Store
  /// The grace period of a pod with an uploader.
  public var gracePeriod: GracePeriod
  /// True if the template is looked up before anything else is checked (v1.16.0).
  public var looksUpTemplateFirst: Bool
  /// True if the task's init containers get Flyte's environment and resources (v1.13.2).
  public var customisesInitContainers: Bool
  /// True if a task may bring another pod with `with_overrides(pod_template=…)` (v1.15.0).
  public var overridesPods: Bool
  /// True if a task may ask for shared memory, for which it gets a volume after the merge (v1.15.0).
  public var mountsSharedMemory: Bool
  /// True if `image-pull-policy` is read (v1.12.0).
  public var readsImagePullPolicy: Bool
  /// True if the execution's service account is written over every other, though it be empty (until
  /// v1.10.7). The API server then takes the name from `serviceAccount`, which a template that it
  /// keeps has as well.
  public var overwritesServiceAccount: Bool
  /// True if the pod gets no environment of the namespace's services (v2.0.1).
  public var disablesServiceLinks: Bool
  /// True if co-pilot takes its storage configuration from a secret (v2.0.41).
  public var readsStorageSecret: Bool
  /// True if `accelerator-device-classes` may have pod templates, which tasks that ask for such a
  /// class are merged onto first (v2).
  public var readsDeviceClasses: Bool
  /// Co-pilot's image where no setting names one.
  public var copilotImage: String
  /// Minor version of the k8s.io/api it was built with: fields younger than that vanish.
  public var apiMinor: Int
  /// The secret managers that the webhook knows.
  public var secretManagers: [SecretManager]
  /// The behavior of the secret webhook; nil: there is none.
  public var webhook: WebhookBehaviors?
  /// True if co-pilot's containers take `co-pilot.security-context` (a patch; no release does).
  public var readsCopilotSecurityContext = false
  /// True if `keep-template-init-containers` keeps a template's own init containers (a patch).
  public var readsKeepTemplateInitContainers = false
  /// True if `require-default-pod-template` makes a missing default template an error (a patch).
  public var readsRequireDefaultTemplate = false
  /// True if the secret webhook's containers take a security context (a patch).
  public var readsSecretManagerSecurityContext = false
  /// The parts of plugins' pods that are sent without a security context.
  public var pluginGaps: Set<PluginGap>
}

extension Behaviors {
  /// True if `default-init` of a template, where templates have any effect, reaches init containers;
  /// else it would run as one.
  public var mergesInitTemplates: Bool { initMerge != .concatenated }

  /// True if no PodTemplate has any effect.
  public var ignoresTemplates: Bool { store == .neverFilled || store == .neverFilledCopied }

  /// The behaviors as names and words, always in one order.
  public var facts: [(name: String, value: String)] {
    func words(_ flag: Bool) -> String { flag ? "read" : "ignored" }
    return [
      ("sysPtrace", sysPtrace.rawValue), ("uploader", uploader.rawValue),
      ("defaultSecurityContext", defaultSecurityContext.rawValue),
      ("templateInitContainers", initMerge.rawValue), ("primaryInit", primaryInit.word),
      ("templateStore", store.rawValue),
      ("copilotSecurityContext", words(readsCopilotSecurityContext)),
      ("keepTemplateInitContainers", words(readsKeepTemplateInitContainers)),
      ("requireDefaultPodTemplate", words(readsRequireDefaultTemplate)),
      ("secretManagerSecurityContext", words(readsSecretManagerSecurityContext)),
    ]
  }
}
