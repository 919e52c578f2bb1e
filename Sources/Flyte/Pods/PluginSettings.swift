public import PodAPI

/// `plugins.k8s`, as far as it shapes a pod.
public struct PluginSettings: Sendable {
  /// `co-pilot`.
  public struct Copilot: Sendable {
    /// `name`: what co-pilot's containers are called, before `downloader` and the like.
    public var name = "flyte-copilot-"
    /// `image`; nil: the one built in.
    public var image: String?
    /// `default-input-path`.
    public var inputPath = "/var/flyte/inputs"
    /// `default-output-path`.
    public var outputPath = "/var/flyte/outputs"
    /// `input-vol-name`.
    public var inputVolume = "flyte-inputs"
    /// `output-vol-name`.
    public var outputVolume = "flyte-outputs"
    /// `cpu`.
    public var cpu = "500m"
    /// `memory`.
    public var memory = "128Mi"
    /// `timeout`, in nanoseconds.
    public var timeout: Int64 = 3_600_000_000_000
    /// `storage-config-secret-name` (v2.0.41).
    public var storageSecret = ""
    /// `security-context`, a `SecurityContext` (with the patch).
    public var securityContext: PodObject?
    /// `add-ptrace-capability` (with the patch).
    public var addsPtrace = false

    /// The volume that the Secret of `storage-config-secret-name` becomes.
    public static let storageVolume = "flyte-copilot-storage-config"
    /// The mount path in co-pilot's containers.
    public static let storagePath = "/etc/flyte/copilot"

    /// The defaults.
    public init() {}
  }

  /// `default-pod-template-name`; empty: none.
  public var defaultPodTemplateName = ""
  /// `default-security-context`, a `SecurityContext`.
  public var defaultSecurityContext: PodObject?
  /// `default-pod-security-context`, a `PodSecurityContext`.
  public var defaultPodSecurityContext: PodObject?
  /// `enable-host-networking-pod`.
  public var hostNetwork: Bool?
  /// `default-pod-dns-config`, a `PodDNSConfig`.
  public var dnsConfig: PodObject?
  /// `image-pull-policy` (v1.12.0).
  public var imagePullPolicy = ""
  /// `scheduler-name`.
  public var schedulerName = ""
  /// `default-tolerations`, a list of `Toleration`.
  public var tolerations: [PodValue] = []
  /// `interruptible-tolerations`, a list of `Toleration`: those of interruptible tasks.
  public var interruptibleTolerations: [PodValue] = []
  /// `interruptible-node-selector`.
  public var interruptibleNodeSelector = PodMap()
  /// `interruptible-node-selector-requirement`, a `NodeSelectorRequirement`.
  public var interruptibleNodes: PodObject?
  /// `non-interruptible-node-selector-requirement`, that of all other tasks.
  public var otherNodes: PodObject?
  /// The specs of `accelerator-device-classes` that have a pod template, by class (v2).
  public var deviceClasses: TextMap<PodObject> = [:]
  /// `default-node-selector`.
  public var nodeSelector = PodMap()
  /// `default-affinity`, an `Affinity`.
  public var affinity: PodObject?
  /// `default-cpus`.
  public var defaultCPU = "1"
  /// `default-memory`.
  public var defaultMemory = "1Gi"
  /// `default-labels`.
  public var labels = PodMap()
  /// `default-annotations`.
  public var annotations = PodMap()
  /// `default-env-vars`, a list of `EnvVar`.
  public var environment: [PodValue] = []
  /// `default-env-from-secrets` and `default-env-from-configmaps` (v1.11.1), a list of `EnvFromSource`.
  public var environmentSources: [PodValue] = []
  /// The service account of tasks for which nobody names one: a setting of flyteadmin's, or of v2's
  /// executor; empty: none.
  public var serviceAccount = ""
  /// `require-default-pod-template` (with the patch).
  public var requiresDefaultTemplate = false
  /// `keep-template-init-containers` (with the patch).
  public var keepsTemplateInitContainers = false
  /// `co-pilot`.
  public var copilot = Copilot()

  /// The defaults.
  public init() {}
}
