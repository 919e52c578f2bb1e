/// A change of Flyte's sources whose effect on pods is known.
public enum ModeledPatch: String, Sendable, Hashable, CaseIterable {
  /// Co-pilot no longer asks for SYS_PTRACE.
  case noSysPtrace = "no-sys-ptrace"
  /// Co-pilot asks for SYS_PTRACE only where `co-pilot.add-ptrace-capability` is set.
  case optionalSysPtrace = "optional-sys-ptrace"
  /// `default-security-context` reaches co-pilot tasks.
  case defaultSecurityContext = "default-security-context"
  /// `co-pilot.security-context` is set on the containers that co-pilot adds.
  case copilotSecurityContext = "copilot-security-context"
  /// A template's `default-init`, `primary-init` and named entries reach init containers.
  case initContainerTemplates = "init-container-templates"
  /// A template's init container of the same name reaches every init container.
  case namedInitTemplate = "named-init-template"
  /// `primary-init` reaches the downloader in v2.
  case primaryInitContainer = "primary-init-container"
  /// Tasks get copies of the cached PodTemplates.
  case podTemplateCopies = "podtemplate-copies"
  /// A missing default template is an error where `require-default-pod-template` is set.
  case requiredDefaultTemplate = "required-default-template"
  /// A template's own init containers run where `keep-template-init-containers` is set.
  case templateInitContainers = "template-init-containers"
  /// The secret webhook's init containers take a security context.
  case secretManagerSecurityContext = "secret-manager-security-context"
  /// KubeRay's autoscaler gets the security context of the head.
  case rayAutoscaler = "ray-autoscaler-security-context"
  /// The pod that submits a Ray job gets the security contexts of the head.
  case raySubmitter = "ray-submitter-security-context"
  /// The init container of Ray workers gets the security context of the worker.
  case rayInit = "ray-init-security-context"
  /// Spark's operator gets the security context of the container besides that of the pod.
  case sparkContexts = "spark-security-contexts"
  /// A task's own pods of Spark's driver and executors get the security contexts that they lack.
  case sparkOwnPods = "spark-custom-pods"

  /// True if it changes something only behind a setting of its own, and is never chosen unasked.
  public var isOptIn: Bool {
    switch self {
    case .optionalSysPtrace, .requiredDefaultTemplate, .templateInitContainers,
      .secretManagerSecurityContext:
      true
    default: false
    }
  }

  /// The gap of a plugin that it closes; nil: it is about the pods that Flyte makes itself.
  public var gap: PluginGap? {
    switch self {
    case .rayAutoscaler: .rayAutoscaler
    case .raySubmitter: .raySubmitter
    case .rayInit: .rayInit
    case .sparkContexts: .sparkContexts
    case .sparkOwnPods: .sparkOwnPods
    default: nil
    }
  }

  /// The plugin whose pods alone it changes; nil: it changes those of container and pod tasks.
  public var plugin: FlytePlugin? { gap?.plugin }
}
