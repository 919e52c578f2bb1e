import Diagnostics
import Flyte
import Model
import Values

/// A namespace before it has its templates.
struct NamespaceEntry {
  let name: String
  let organization: String?
  let project: String?
  let domain: String?
  let origin: Origin
  /// True if it was written by its name.
  let isNamed: Bool
  /// True if something of it was reported as wrong.
  let isBroken: Bool
  /// Its limits, quotas and SCCs.
  let rules: RulesChoice
}

/// The namespaces of a cluster.
struct NamespaceList {
  /// Those that can be had, in the order of the config.
  var entries: [NamespaceEntry] = []
  /// True if these are all that the config means.
  var isComplete: Bool
  /// True if several projects and domains may share a namespace, because a template says so.
  let isFolding: Bool
}

/// Reads the namespaces of a cluster: by name, or projects × domains through Flyte's template.
struct NamespaceReader {
  let body: OriginTree
  let flyte: FlyteInstallation
  let place: Span?
  let rules: RulesReader

  /// Names that Flyte's own namespace can have no more than any other.
  static let reserved = "kustomization"

  /// The entries that can be had; nil when there are none at all.
  func read(
    _ room: inout ClusterRoom, into diagnostics: inout DiagnosticList
  ) -> NamespaceList? {
    let list = body["namespaces"]
    guard let list, !list.items.isEmpty else {
      if !body.isBroken, list?.isBroken != true {
        diagnostics.error(
          .missingKey, "'namespaces' is missing in the cluster", at: list?.origin.span ?? place,
          hint: "add 'namespaces: [{ projects: [flytesnacks], domains: [development] }]'")
      }
      return nil
    }
    guard room.takesNamespaces(of: list, into: &diagnostics) else { return nil }
    let template = template(into: &diagnostics)
    var result = NamespaceList(isComplete: !list.holdsBroken, isFolding: template != nil)
    for item in list.items {
      if item["name"] != nil {
        named(item, &result, into: &diagnostics)
      } else {
        product(item, template, &result, into: &diagnostics)
      }
    }
    checkSingle(result.entries, into: &diagnostics)
    return result
  }

  /// The template of the namespaces' names; nil if Flyte names them by itself.
  private func template(into diagnostics: inout DiagnosticList) -> String? {
    guard let tree = body[path: ["flyte", "namespaceTemplate"]], let text = tree.string else {
      return nil
    }
    let reason: String
    switch flyte.release.namespaceRule {
    case .template: return text
    case .fixed: reason = "\(flyte.release.name) names every namespace PROJECT-DOMAIN"
    case .single: reason = "in \(flyte.release.name) all tasks run in one namespace"
    }
    diagnostics.note(
      .settingUnread, "'namespaceTemplate' is ignored: \(reason)", at: tree.origin.span)
    return nil
  }

  /// Says that keys do not go together.
  private func refuse(
    _ keys: [String], of item: OriginTree, _ message: (String) -> String,
    _ hint: (String) -> String,
    into diagnostics: inout DiagnosticList
  ) {
    for key in keys {
      guard let tree = item[key], !tree.isBroken else { continue }
      diagnostics.error(.wrongNamespace, message(key), at: tree.origin.span, hint: hint(key))
    }
  }

  private func named(
    _ item: OriginTree, _ result: inout NamespaceList, into diagnostics: inout DiagnosticList
  ) {
    refuse(
      ["projects", "domains"], of: item, { "'\($0)' cannot be combined with 'name'" },
      { "write '\($0.dropLast())', or remove 'name'" }, into: &diagnostics)
    guard let name = item["name"]?.string else { return }
    let entry = NamespaceEntry(
      name: name, organization: item["organization"]?.string, project: item["project"]?.string,
      domain: item["domain"]?.string, origin: item["name"]?.origin ?? item.origin, isNamed: true,
      isBroken: item.holdsBroken || name == Self.reserved,
      rules: rules.read(item, isEntry: true, into: &diagnostics))
    checkReserved(entry, into: &diagnostics)
    result.entries.append(entry)
  }

  private func product(
    _ item: OriginTree, _ template: String?, _ result: inout NamespaceList,
    into diagnostics: inout DiagnosticList
  ) {
    guard let projects = item["projects"], let domains = item["domains"] else {
      guard !item.holdsBroken else { return }
      let hint =
        item["projects"] != nil
        ? "add 'domains: [development]'"
        : item["domains"] != nil ? "add 'projects: [flytesnacks]'" : "add 'name: flyte'"
      diagnostics.error(
        .wrongNamespace, "an entry must have either 'name', or 'projects' and 'domains'",
        at: item.origin.span, hint: hint)
      return
    }
    refuse(
      ["project", "domain"], of: item,
      { "'\($0)' cannot be combined with 'projects' and 'domains'" },
      { "add it to '\($0)s', or remove it" }, into: &diagnostics)
    for (key, list) in [("projects", projects), ("domains", domains)]
    where list.items.isEmpty && !list.isBroken {
      diagnostics.error(
        .wrongNamespace, "'\(key)' is empty, so the entry produces no namespace",
        at: list.origin.span, hint: "add one, or remove the entry")
    }
    if flyte.release.namespaceRule == .single {
      result.isComplete = false
      diagnostics.error(
        .wrongNamespace,
        "in \(flyte.release.name) all tasks run in one namespace, whatever the project",
        at: projects.origin.span,
        hint:
          "write one entry, '- { name: flyte }', with the name that 'actions.kubernetes.namespace' has"
      )
      return
    }
    let rules = rules.read(item, isEntry: true, into: &diagnostics)
    var said: Set<Span> = []
    for project in projects.items {
      for domain in domains.items {
        guard let first = project.string, let second = domain.string else { continue }
        let name = Self.name(project: first, domain: second, template: template)
        let fault = TextRule.dnsLabel.fault(in: name)
        let entry = NamespaceEntry(
          name: name, organization: item["organization"]?.string, project: first, domain: second,
          origin: project.origin, isNamed: false,
          isBroken: item.isBroken || fault != nil || name == Self.reserved, rules: rules)
        checkReserved(entry, into: &diagnostics)
        if let fault { report(fault, of: entry, domain, &said, into: &diagnostics) }
        result.entries.append(entry)
      }
    }
  }

  /// The namespace's name; of one that is far too long only as much as tells that it is.
  private static func name(project: String, domain: String, template: String?) -> String {
    guard let template else { return "\(project)-\(domain)" }
    // Every place of a template may be a long name's: the text could be any number of times longer.
    guard template.utf8.count <= 512, project.utf8.count + domain.utf8.count <= 512 else {
      return String(
        template.replacing("{{ project }}", with: String(project.prefix(64)))
          .prefix(512))
    }
    return template.replacing("{{ project }}", with: project).replacing(
      "{{ domain }}", with: domain)
  }

  /// Reports a fault in a name once, at its project or its domain.
  private func report(
    _ fault: String, of entry: NamespaceEntry, _ domain: OriginTree, _ said: inout Set<Span>,
    into diagnostics: inout DiagnosticList
  ) {
    func isSound(_ word: String?) -> Bool { TextRule.dnsLabel.fault(in: "a\(word ?? "")a") == nil }
    let isDomains = isSound(entry.project) && !isSound(domain.string)
    let span = isDomains ? domain.origin.span : entry.origin.span
    if let span, !said.insert(span).inserted { return }
    diagnostics.error(
      .wrongNamespace, "the namespace \(quoted: entry.name) \(fault)", at: span,
      hint:
        "shorten or rename the \(isDomains ? "domain" : "project"), or set 'namespaceTemplate' to the names that Flyte uses"
    )
  }

  private func checkReserved(
    _ entry: NamespaceEntry, into diagnostics: inout DiagnosticList
  ) {
    guard entry.name == Self.reserved else { return }
    diagnostics.error(
      .wrongNamespace,
      "a namespace cannot be named '\(Self.reserved)': kustomize uses that file name",
      at: entry.origin.span, hint: "rename it")
  }

  private func checkSingle(
    _ entries: [NamespaceEntry], into diagnostics: inout DiagnosticList
  ) {
    guard flyte.release.namespaceRule == .single, entries.count > 1 else { return }
    diagnostics.error(
      .wrongNamespace,
      "in \(flyte.release.name) all tasks run in one namespace, not in \(entries.count)",
      at: entries[1].origin.span, hint: "keep the one that 'actions.kubernetes.namespace' names")
  }
}
