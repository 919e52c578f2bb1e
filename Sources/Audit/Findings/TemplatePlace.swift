import Deployments
import Diagnostics
import Values

extension FindingContext.Line {
  /// The part of a template that says something.
  enum TemplatePart {
    case pod
    /// What is laid under the task's own container.
    case primary
    /// What is laid under init containers.
    case initContainers
  }

  /// The places in a template that say a part, the uppermost first.
  private func trees(_ part: TemplatePart) -> [OriginTree] {
    guard let spec = template?.spec else { return [] }
    func entries(_ list: String, _ names: [String]) -> [OriginTree] {
      names.compactMap { name in
        spec[list]?.items.last { $0["name"]?.string == name }
      }
    }
    switch part {
    case .pod: return [spec]
    case .primary: return entries("containers", ["primary", "default"])
    case .initContainers: return entries("initContainers", ["primary-init", "default-init"])
    }
  }

  /// Where the template says a field; nil where it does not, or is of no file.
  func said(_ path: [String], of part: TemplatePart) -> AuditPlace? {
    trees(part).lazy.compactMap { $0[path: path] }.first.flatMap { AuditPlace($0.origin) }
  }
}
