import Deployments
import Diagnostics
import Reports
import Values

extension FindingContext.Line {
  /// The entries of the template that are meant for a container, the uppermost first.
  ///
  /// The values of `default` are meant for init containers too, unless there is a `default-init`.
  func entries(for container: FoundPod.Container) -> [OriginTree] {
    func entries(_ list: String, _ names: [String]) -> [OriginTree] {
      let all = template?.spec[list]?.items ?? []
      return names.compactMap { name in all.last { $0["name"]?.string == name } }
    }
    guard container.isInit else {
      return entries("containers", (container.isPrimary ? ["primary"] : []) + ["default"])
    }
    let own = entries("initContainers", ["default-init"])
    return own.isEmpty ? entries("containers", ["default"]) : own
  }

  /// The place where the template sets a field of a container, or of the security of its pod.
  func place(_ path: [String], of container: FoundPod.Container) -> ReportPlace? {
    let trees = entries(for: container) + [template?.spec].compactMap { $0 }
    return trees.lazy.compactMap { $0[path: path] }.first.flatMap { ReportPlace($0.origin) }
  }

  /// The place where the template sets a field of the pod.
  func place(_ path: [String]) -> ReportPlace? {
    (template?.spec[path: path]).flatMap { ReportPlace($0.origin) }
  }
}
