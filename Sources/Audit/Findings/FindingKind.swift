public import Diagnostics

/// A kind of finding; its name is stable.
public enum FindingKind: String, Sendable, Hashable, CaseIterable {
  /// Namespaces have PodTemplates, and none of them is the default one.
  case noDefaultTemplate = "no-default-template"
  /// The root is read-only, and nothing is mounted to `/tmp` that can be written.
  case noWritableTmp = "no-writable-tmp"
}

extension FindingKind {
  /// How bad it is: an error keeps tasks from running as they should, a warning does so for some of
  /// them or weakens the hardening, a note is worth knowing.
  public var severity: Severity {
    switch self {
    case .noDefaultTemplate, .noWritableTmp: .warning
    }
  }
}
