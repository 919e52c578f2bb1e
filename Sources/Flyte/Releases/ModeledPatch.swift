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

  /// True if it changes something only behind a setting of its own, and is never chosen unasked.
  public var isOptIn: Bool {
    switch self {
    case .optionalSysPtrace, .requiredDefaultTemplate, .templateInitContainers,
      .secretManagerSecurityContext:
      true
    default: false
    }
  }
}
