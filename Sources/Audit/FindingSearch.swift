import Deployments
import Flyte
import Judgment
import PodAPI
import Values

/// Looks for what users run into besides refusals. Only what is certain is told.
struct FindingSearch {
  private let deployment: Deployment
  private var readOnly: (templates: TextSet, namespaces: TextSet) = ([], [])

  init(_ deployment: Deployment) { self.deployment = deployment }

  /// Looks at a container task's pod.
  mutating func look(at pod: JudgedPod, template: String?, namespaces: [String]) {
    guard pod.isAdmitted, let built = pod.pod, let container = primary(of: built.spec, pod),
      container[.securityContext]?.object?[.readOnlyRootFilesystem] == .bool(true),
      !hasTmp(container)
    else { return }
    if let template { readOnly.templates.insert(template) }
    readOnly.namespaces.formUnion(namespaces)
  }

  private func primary(of spec: PodObject, _ pod: JudgedPod) -> PodObject? {
    (spec[.containers]?.items ?? []).compactMap(\.object).first {
      $0[.name]?.string.map { $0 == pod.pod?.primaryContainer } ?? false
    }
  }

  /// True if something that can be written is mounted to `/tmp`.
  private func hasTmp(_ container: PodObject) -> Bool {
    (container[.volumeMounts]?.items ?? []).compactMap(\.object).contains { mount in
      let path = mount[.mountPath]?.string ?? ""
      return (path == "/tmp" || path == "/tmp/") && mount[.readOnly] != .bool(true)
    }
  }

  /// The findings.
  var findings: [AuditFinding] { [noDefaultTemplate, noWritableTmp].compactMap { $0 } }

  private var noDefaultTemplate: AuditFinding? {
    let name = deployment.defaultTemplate
    let sets = deployment.templateSets
    func has(_ set: Int) -> Bool { sets[set].templates.contains { $0.name == name } }
    let fallback = deployment.namespaces.first { $0.name == deployment.flyteNamespace }
    guard !deployment.behaviors.ignoresTemplates, !(fallback.map { has($0.templateSet) } ?? false)
    else { return nil }
    let without = deployment.namespaces.filter {
      !sets[$0.templateSet].templates.isEmpty && !has($0.templateSet)
    }
    guard !without.isEmpty else { return nil }
    return AuditFinding(
      kind: .noDefaultTemplate,
      words:
        "tasks that name no PodTemplate silently get none: '\(name)' exists neither there nor in '\(deployment.flyteNamespace)'",
      fix:
        "rename one of the PodTemplates to '\(name)', or set 'default-pod-template-name' ('--default-template' here)",
      templates: TextSet(without.flatMap { sets[$0.templateSet].templates.map(\.name) }).sorted(),
      namespaces: without.count)
  }

  private var noWritableTmp: AuditFinding? {
    guard !readOnly.templates.isEmpty else { return nil }
    return AuditFinding(
      kind: .noWritableTmp,
      words: "the root of the task's container is read-only, and nothing is mounted at /tmp",
      fix: "mount an emptyDir at /tmp, and wherever else tasks write",
      templates: readOnly.templates.sorted(), namespaces: readOnly.namespaces.count)
  }
}
