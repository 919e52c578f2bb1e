import Deployments
import Flyte
import PodAPI
import Reports
import Values

extension FindingRule {
  static let duplicateName = FindingRule(
    kind: .duplicateName,
    meaning:
      "A pod has two containers or two volumes with the same name, or a container has two mounts at one path, because Flyte adds something that the PodTemplate also has. The API server refuses such pods.",
    fix:
      "Rename it in the PodTemplate, or remove it. Up to v1.13.3 every init container of a PodTemplate runs, so it must not have the name of co-pilot's. From v1.15.1 to v1.16.2 the PodTemplate's `primary` is merged twice into a container named `primary`."
  ) { context in
    context.pods.flatMap { line, pod -> [Finding] in
      func finding(
        _ words: String, place: OriginTree?, _ fix: String, of container: String? = nil
      ) -> Finding {
        Finding(
          scope: line.scope, words: words + ", so the API server refuses the pod", fix: fix,
          container: container, place: ReportPlace(place?.origin))
      }
      func named(_ name: String, in lists: [String]) -> OriginTree? {
        lists.lazy.flatMap { line.template?.spec[$0]?.items ?? [] }
          .first { $0["name"]?.string == name }?["name"]
      }
      let containers = repeated(pod.containers.map(\.name)).map { name in
        finding(
          "two containers are named '\(name)'",
          place: named(name, in: ["initContainers", "containers"]),
          "rename or remove '\(name)' in the PodTemplate")
      }
      let volumes = repeated(
        (pod.spec[.volumes]?.items ?? []).compactMap { $0.object?[.name]?.string }
      ).map { name in
        finding(
          "two volumes are named '\(name)'", place: named(name, in: ["volumes"]),
          "rename the volume '\(name)' in the PodTemplate, or remove it")
      }
      let mounts = pod.containers.flatMap { container in
        repeated(
          (container.object[.volumeMounts]?.items ?? []).compactMap {
            $0.object?[.mountPath]?.string
          }
        ).map { path in
          finding(
            "two volumes are mounted at '\(path)'", place: mount(path, in: line),
            fix(ofMounts: container, context), of: container.role)
        }
      }
      return containers + volumes + mounts
    }
  }

  /// The place where the template mounts something at a path.
  private static func mount(_ path: String, in line: FindingContext.Line) -> OriginTree? {
    ["containers", "initContainers"].lazy.flatMap { line.template?.spec[$0]?.items ?? [] }
      .flatMap { $0["volumeMounts"]?.items ?? [] }.compactMap { $0["mountPath"] }
      .first { $0.string == path }
  }

  private static func fix(
    ofMounts container: FoundPod.Container, _ context: FindingContext
  ) -> String {
    guard context.behaviors.containerMerge == .byName,
      ["primary", "default"].contains(container.name)
    else { return "remove the mount from the PodTemplate, or from the task" }
    return
      "move to Flyte v1.16.3 or later: \(context.version) merges the PodTemplate's '\(container.name)' twice into a container of that name; or rename the container in the task"
  }

  /// The names that are in a list more than once, each once.
  private static func repeated(_ names: [String]) -> [String] {
    var seen = TextSet()
    var found: [String] = []
    for name in names where !seen.insert(name).inserted && !found.contains(name) {
      found.append(name)
    }
    return found
  }
}
