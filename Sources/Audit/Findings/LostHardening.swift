import Deployments
import Flyte
import PodAPI
import Reports
import Values

/// Looks for hardening that a template sets and that its containers do not have.
struct LostHardening {
  let line: FindingContext.Line
  let context: FindingContext

  /// The fields that count as hardening in the security context of a container, and of a pod.
  private static let ofContainers = [
    ["readOnlyRootFilesystem"], ["allowPrivilegeEscalation"], ["runAsNonRoot"], ["runAsUser"],
    ["runAsGroup"], ["capabilities", "drop"], ["seccompProfile"], ["appArmorProfile"],
    ["seLinuxOptions"],
  ]
  private static let ofPods = [
    ["runAsNonRoot"], ["runAsUser"], ["runAsGroup"], ["fsGroup"], ["fsGroupChangePolicy"],
    ["supplementalGroups"], ["supplementalGroupsPolicy"], ["seccompProfile"], ["appArmorProfile"],
    ["seLinuxOptions"],
  ]

  /// A field that is lost, why, and what helps.
  private struct Lost {
    let field: String
    let reason: String
    let fix: String
    let place: ReportPlace?
  }

  var findings: [Finding] {
    guard let template = line.template, !context.behaviors.ignoresTemplates else { return [] }
    return line.pods.flatMap { pod in
      findings(ofPod: pod, template.spec)
        + pod.containers.flatMap { findings(of: $0, in: pod) }
    }
  }

  private func findings(ofPod pod: FoundPod, _ spec: OriginTree) -> [Finding] {
    let context = spec["securityContext"] ?? .empty
    let lost = Self.ofPods.compactMap { path -> Lost? in
      let full = ["securityContext"] + path
      guard let said = context[path: path], Self.hardens(said, path),
        !SaidField.holds(said, in: pod.spec.value(at: full)),
        !isSet(["default-pod-security-context"] + path),
        !pod.isRefused(for: full.joined(separator: "."), of: nil)
      else { return nil }
      return self.lost(full, said, isInit: false, hasEntry: true, type: "PodSpec")
    }
    return told(lost, of: nil)
  }

  private func findings(of container: FoundPod.Container, in pod: FoundPod) -> [Finding] {
    let entries = line.entries(for: container)
    let lost = Self.ofContainers.compactMap { path -> Lost? in
      let full = ["securityContext"] + path
      guard let said = entries.lazy.compactMap({ $0[path: full] }).first,
        Self.hardens(said, path),
        !holds(said, path, container), !isSet(setting(for: container) + path),
        !pod.isRefused(for: full.joined(separator: "."), of: container.name)
      else { return nil }
      return self.lost(
        full, said, isInit: container.isInit, hasEntry: hasInitEntry || !container.isInit,
        type: "Container")
    }
    return told(lost, of: container.role)
  }

  /// True if a container, or its pod in its place, has the value that was set.
  private func holds(
    _ said: OriginTree, _ path: [String], _ container: FoundPod.Container
  ) -> Bool {
    let full = ["securityContext"] + path
    return SaidField.holds(
      said, in: container.object.value(at: full) ?? container.pod.value(at: full))
  }

  /// True if a value hardens; its opposite sets nothing that could be lost.
  private static func hardens(_ said: OriginTree, _ path: [String]) -> Bool {
    guard case .bool(let flag) = said.content else { return said.content != .null }
    return flag != (path == ["allowPrivilegeEscalation"])
  }

  private var hasInitEntry: Bool {
    line.template?.spec["initContainers"]?.items.contains { $0["name"]?.string == "default-init" }
      ?? false
  }

  /// A setting that beats a template is reported as that.
  private func isSet(_ path: [String]) -> Bool {
    path.reduce(Optional(context.effective)) { $0?[$1] } != nil
  }

  private func setting(for container: FoundPod.Container) -> [String] {
    container.isCopilot ? ["co-pilot", "security-context"] : ["default-security-context"]
  }

  private func lost(
    _ path: [String], _ said: OriginTree, isInit: Bool, hasEntry: Bool, type: String
  ) -> Lost {
    let (reason, fix): (String, String)
    let behaviors = context.behaviors
    if isInit, !behaviors.mergesInitTemplates {
      reason = "\(context.version) applies no PodTemplate to init containers"
      fix =
        "build Flyte with the patch '\(ModeledPatch.initContainerTemplates.rawValue)', or move to Flyte v1.14.0 or later"
    } else if !hasEntry {
      reason = "the PodTemplate has no 'default-init' in 'initContainers'"
      fix = "add 'default-init' to 'initContainers' with the same securityContext"
    } else if !isKnown(path, said, type) {
      reason = "\(context.version) does not know the field and drops it"
      let release = Release.all.first {
        $0 > context.deployment.release && $0.line == context.deployment.release.line
          && isKnown(path, said, type, to: $0.behaviors.apiMinor)
      }
      fix = release.map { "move to Flyte \($0.name) or later" } ?? "remove it"
    } else {
      reason = "Flyte's merge, or its webhook, changes it"
      fix = "set the same value in every entry of the PodTemplate"
    }
    return Lost(
      field: path.joined(separator: "."), reason: reason, fix: fix,
      place: ReportPlace(said.origin))
  }

  /// True if a version of the Kubernetes API has a field, with everything that is set in it.
  private func isKnown(
    _ path: [String], _ said: OriginTree, _ type: String, to minor: Int? = nil
  ) -> Bool {
    let tree = path.reversed().reduce(said) { .mapping([$1: $0]) }
    let decoder = PodDecoder(minor: minor ?? context.behaviors.apiMinor)
    let object = decoder.decode(PlainValue(tree), as: type)
    return SaidField.holds(said, in: object.value(at: path))
  }

  /// Fields that are lost for one reason, together.
  private func told(_ all: [Lost], of container: String?) -> [Finding] {
    var groups: [(first: Lost, fields: [String])] = []
    for lost in all {
      if let known = groups.firstIndex(where: { $0.first.reason == lost.reason }) {
        groups[known].fields.append(lost.field)
      } else {
        groups.append((lost, [lost.field]))
      }
    }
    return groups.map { first, fields in
      Finding(
        scope: line.scope,
        words:
          "\(SaidField.together(fields)) of the PodTemplate does not reach \(container == nil ? "the pod" : "it"): \(first.reason)",
        fix: first.fix, container: container, place: first.place)
    }
  }
}
