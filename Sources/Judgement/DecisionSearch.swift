import Flyte
import Origins
import PodAPI
import PodSecurity
import Setup

/// Finds who decided the fields that Pod Security refuses a pod for.
struct DecisionSearch {
  let setup: ClusterSetup
  let behaviours: Behaviours
  let template: TemplateSetup
  let task: StandardTask
  let pod: BuiltPod

  /// One decision for each offender.
  func decisions(on finding: CheckFinding) -> [JudgedPod.Decision] {
    finding.offenders.map { offender in
      let path = offender.field.split(separator: ".").map(String.init)
      let found =
        offender.container.map { inContainer($0, path) } ?? inPod(path)
      return JudgedPod.Decision(
        container: offender.container, field: offender.field, source: found.source,
        origin: found.origin)
    }
  }

  private typealias Found = (source: JudgedPod.Decision.Source, origin: Origin?)

  private func inPod(_ path: [String]) -> Found {
    if let said = setup.settings[path: ["default-pod-security-context"] + path.dropFirst()],
      path.first == "securityContext"
    {
      return (.setting("default-pod-security-context"), said.origin)
    }
    if !behaviours.ignoresTemplates, let said = template.spec[path: path] {
      return (.template("spec"), said.origin)
    }
    return (value(pod.spec, path) == nil ? .nobody : .task, nil)
  }

  private func inContainer(_ name: String, _ path: [String]) -> Found {
    if isAddedByFlyte(name, path) { return (.flyte, nil) }
    for (key, tree) in settings(for: name) {
      if let said = tree[path: Array(path.dropFirst())] { return (.setting(key), said.origin) }
    }
    for entry in entries(for: name) {
      if let said = entry.tree[path: path] { return (.template(entry.name), said.origin) }
    }
    let container = containers.first { $0[.name]?.string == name }
    return (container.flatMap { value($0, path) } == nil ? .nobody : .task, nil)
  }

  /// SYS_PTRACE is co-pilot's own addition.
  private func isAddedByFlyte(_ name: String, _ path: [String]) -> Bool {
    guard path == ["securityContext", "capabilities", "add"], behaviours.sysPtrace == .always,
      name == pod.primaryContainer
    else { return false }
    let container = containers.first { $0[.name]?.string == name }
    let added = container.flatMap { value($0, path) }?.items ?? []
    return added.contains { $0.string == "SYS_PTRACE" }
  }

  private func settings(for name: String) -> [(key: String, tree: OriginTree)] {
    var found: [(key: String, tree: OriginTree)] = []
    if isCopilot(name) {
      if let tree = setup.settings[path: ["co-pilot", "security-context"]] {
        found.append(("co-pilot.security-context", tree))
      }
    } else if name == pod.primaryContainer, let tree = setup.settings["default-security-context"] {
      found.append(("default-security-context", tree))
    }
    return found
  }

  /// The template's containers that are laid under a container, the uppermost first.
  private func entries(for name: String) -> [(name: String, tree: OriginTree)] {
    guard !behaviours.ignoresTemplates else { return [] }
    let isInit = (pod.spec[.initContainers]?.items ?? []).contains {
      $0.object?[.name]?.string == name
    }
    guard !isInit || behaviours.mergesInitTemplates else { return [] }
    let list = template.spec[isInit ? "initContainers" : "containers"]?.items ?? []
    let roles =
      isInit
      ? ["primary-init", "default-init"]
      : name == pod.primaryContainer ? ["primary", "default"] : ["default"]
    return ([name] + roles).compactMap { role in
      list.first { $0["name"]?.string == role }.map { (role, $0) }
    }
  }

  private func isCopilot(_ name: String) -> Bool {
    let prefix = setup.settings[path: ["co-pilot", "name"]]?.string ?? "flyte-copilot-"
    return name.hasPrefix(prefix)
  }

  private var containers: [PodObject] {
    [FieldName.initContainers, .containers].flatMap { pod.spec[$0]?.items ?? [] }
      .compactMap(\.object)
  }

  private func value(_ object: PodObject, _ path: [String]) -> PodValue? {
    guard let first = path.first, let name = FieldName(first), let found = object[name] else {
      return nil
    }
    guard path.count > 1 else { return found }
    return found.object.flatMap { value($0, Array(path.dropFirst())) }
  }
}
