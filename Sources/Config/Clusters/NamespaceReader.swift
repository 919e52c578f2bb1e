import Diagnostics
import Flyte
import Model
import Origins

/// A namespace before it has its templates.
struct NamespaceEntry {
  let name: String
  let organisation: String?
  let project: String?
  let domain: String?
  let origin: Origin
  /// Whether it was written by its name.
  let isNamed: Bool
}

/// Reads the namespaces of a cluster: by name, or projects × domains through Flyte's template.
struct NamespaceReader {
  let body: OriginTree
  let flyte: FlyteInstallation
  let place: Span?

  /// The entries that can be had, in the order of the config; nil when there are none at all.
  func read(into diagnostics: inout DiagnosticList) -> [NamespaceEntry]? {
    guard let list = body["namespaces"], !list.items.isEmpty else {
      diagnostics.error(
        .missingKey, "the cluster has no 'namespaces'",
        at: body["namespaces"]?.origin.span ?? place,
        hint: "add 'namespaces: [{ projects: [flytesnacks], domains: [development] }]'")
      return nil
    }
    var result: [NamespaceEntry] = []
    for item in list.items {
      if item["name"] != nil {
        named(item, &result, into: &diagnostics)
      } else {
        product(item, &result, into: &diagnostics)
      }
    }
    checkSingle(list, result, into: &diagnostics)
    return result
  }

  private func named(
    _ item: OriginTree, _ result: inout [NamespaceEntry], into diagnostics: inout DiagnosticList
  ) {
    for key in ["projects", "domains"] {
      guard let tree = item[key] else { continue }
      diagnostics.error(
        .wrongNamespace, "an entry by 'name' has no '\(key)'", at: tree.origin.span,
        hint: "write '\(key.dropLast())', or leave 'name' out")
    }
    guard let name = item["name"]?.string else { return }
    add(
      NamespaceEntry(
        name: name, organisation: item["organisation"]?.string, project: item["project"]?.string,
        domain: item["domain"]?.string, origin: item["name"]?.origin ?? item.origin, isNamed: true),
      to: &result, into: &diagnostics)
  }

  private func product(
    _ item: OriginTree, _ result: inout [NamespaceEntry], into diagnostics: inout DiagnosticList
  ) {
    guard let projects = item["projects"], let domains = item["domains"] else {
      diagnostics.error(
        .wrongNamespace, "an entry has either a 'name', or 'projects' and 'domains'",
        at: item.origin.span, hint: "add what is missing")
      return
    }
    if flyte.release.namespaceRule == .single {
      diagnostics.error(
        .wrongNamespace,
        "in \(flyte.release.name) all tasks run in one namespace, whatever the project",
        at: projects.origin.span,
        hint:
          "write one entry by name, '- { name: flyte }': what 'actions.kubernetes.namespace' says")
      return
    }
    for project in projects.items {
      for domain in domains.items {
        guard let project = Self.word(project), let domain = Self.word(domain) else { continue }
        let name = name(project: project.text, domain: domain.text)
        add(
          NamespaceEntry(
            name: name, organisation: item["organisation"]?.string, project: project.text,
            domain: domain.text, origin: project.origin, isNamed: false),
          to: &result, into: &diagnostics)
      }
    }
  }

  private static func word(_ tree: OriginTree) -> (text: String, origin: Origin)? {
    tree.string.map { ($0, tree.origin) }
  }

  private func name(project: String, domain: String) -> String {
    guard let template = body[path: ["flyte", "namespaceTemplate"]]?.string,
      flyte.release.namespaceRule == .template
    else { return "\(project)-\(domain)" }
    return template.replacing("{{ project }}", with: project).replacing(
      "{{ domain }}", with: domain)
  }

  private func add(
    _ entry: NamespaceEntry, to result: inout [NamespaceEntry],
    into diagnostics: inout DiagnosticList
  ) {
    if !entry.isNamed, let fault = TextRule.dnsLabel.fault(in: entry.name) {
      diagnostics.error(
        .wrongNamespace, "the namespace \(quoted: entry.name) \(fault)", at: entry.origin.span,
        hint: "shorten or rename the project, or say with 'namespaceTemplate' how Flyte names it")
    } else if entry.name == "kustomization" {
      diagnostics.error(
        .wrongNamespace,
        "a namespace cannot be called 'kustomization': its file would be kustomize's",
        at: entry.origin.span, hint: "rename it")
    } else {
      result.append(entry)
    }
  }

  private func checkSingle(
    _ list: OriginTree, _ result: [NamespaceEntry], into diagnostics: inout DiagnosticList
  ) {
    guard flyte.release.namespaceRule == .single, result.count > 1 else { return }
    diagnostics.error(
      .wrongNamespace,
      "in \(flyte.release.name) all tasks run in one namespace, not in \(result.count)",
      at: result[1].origin.span, hint: "keep the one that 'actions.kubernetes.namespace' says")
  }
}
