/// A change of Flyte's sources whose effect on pods is known.
public enum Remedy: String, Sendable, Hashable, CaseIterable {
  case noSysPtrace = "no-sys-ptrace"
  case optionalSysPtrace = "optional-sys-ptrace"
  case defaultSecurityContext = "default-security-context"
  case copilotSecurityContext = "copilot-security-context"
  case initContainerTemplates = "init-container-templates"
  case namedInitTemplate = "named-init-template"
  case primaryInitContainer = "primary-init-container"
  case podTemplateCopies = "podtemplate-copies"
  case requiredDefaultTemplate = "required-default-template"
  case templateInitContainers = "template-init-containers"
  case secretManagerSecurityContext = "secret-manager-security-context"

  /// Whether it changes something only behind a setting of its own, and is never chosen unasked.
  public var isOptIn: Bool {
    switch self {
    case .optionalSysPtrace, .requiredDefaultTemplate, .templateInitContainers,
      .secretManagerSecurityContext:
      true
    default: false
    }
  }
}
