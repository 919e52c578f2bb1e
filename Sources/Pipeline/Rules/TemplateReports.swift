import Charts
import Config
import Diagnostics
import Flyte
import Model
import Values

/// What is to be said about Flyte's own templates of LimitRanges and quotas, each once for a cluster.
struct TemplateReports {
  /// The namespaces of an entry that asks for templates.
  private struct Places {
    var hasProjects = false
    /// Those without a project or a domain.
    var unmapped: [String] = []
  }

  /// What was reported already, by template and reason.
  private var told = TextSet()
  private var checked: [Origin: Bool] = [:]
  private var places: [Origin: Places] = [:]

  /// Says where there are no templates at all.
  mutating func missing(
    _ release: Release, hasChart: Bool, at origin: Origin, into diagnostics: inout DiagnosticList
  ) {
    guard told.insert("").inserted else { return }
    diagnostics.error(
      .wrongValue,
      hasChart
        ? "\(release.name) makes no LimitRanges and quotas of templates"
        : "without a chart it is not known what Flyte makes of its templates",
      at: origin.span,
      hint: hasChart ? "remove the entry" : "add 'chart: flyte-core', or write the quota itself")
  }

  /// Returns whether templates make something for an entry, and says so where they do not.
  /// - Parameter templates: those that may make a LimitRange or a quota.
  mutating func checks(
    _ resources: ResourceTemplates, _ templates: [ResourceTemplates.Template], _ kind: String,
    at origin: Origin, into diagnostics: inout DiagnosticList
  ) -> Bool {
    if let known = checked[origin] { return known }
    checked[origin] = resources.off == nil
    if let off = resources.off {
      diagnostics.warning(
        .wrongValue, "Flyte makes nothing of its templates, so there is no \(kind) of theirs",
        at: origin.span, notes: [.init("'\(off.value)' turns them off", at: off.origin.span)],
        hint: "remove the entry, or correct the value")
      return false
    }
    if let external = resources.external {
      unseen("the", external, into: &diagnostics)
    } else if let additional = resources.additional {
      unseen("more", additional, into: &diagnostics)
    } else if !templates.contains(where: { $0.mentions(kind) }) {
      diagnostics.warning(
        .wrongValue, "none of Flyte's templates in the values and the chart makes a \(kind)",
        at: origin.span, hint: "add one to '\(resources.key)', or remove the entry")
    }
    for template in templates where !template.isRead {
      tell(
        "\(template.name) is not read", into: &diagnostics,
        Diagnostic(
          .warning, .wrongValue,
          "Flyte does not read the template '\(template.name)': its name does not end in '.yaml'",
          at: template.origin.span, hint: "rename it to '\(Self.file(of: template.name))'"))
    }
    return true
  }

  private static func file(of name: String) -> String {
    let stem = name.lowercased().hasSuffix(".yaml") ? name.dropLast(5) : name[...]
    return (stem.hasSuffix(".yml") ? stem.dropLast(4) : stem) + ".yaml"
  }

  private mutating func unseen(
    _ quantity: String, _ map: Located<String>, into diagnostics: inout DiagnosticList
  ) {
    tell(
      "unseen", into: &diagnostics,
      Diagnostic(
        .warning, .valuesUnseen,
        "\(quantity) templates are in the ConfigMap '\(map.value)', whose content is not in the values: no LimitRange or quota of theirs is judged",
        at: map.origin.span, hint: "write the LimitRanges and quotas into the config"))
  }

  /// Says which variables have no value that is known.
  mutating func unknown(
    _ names: [String], _ template: ResourceTemplates.Template, _ domain: String,
    at origin: Origin, into diagnostics: inout DiagnosticList
  ) {
    let variables = names.map { "'\($0)'" }.listed
    tell(
      "\(template.name) \(domain)", into: &diagnostics,
      Diagnostic(
        .warning, .valuesUnseen,
        "the template '\(template.name)' needs \(variables), and the values do not say what \(names.count == 1 ? "it is" : "they are") for the domain '\(domain)': what it makes is not judged",
        at: template.origin.span ?? origin.span,
        hint:
          "write the value itself in 'customData', or write the LimitRanges and quotas into the config"
      ))
  }

  /// Says what is wrong with what a template makes.
  mutating func wrong(
    _ template: ResourceTemplates.Template, _ place: RuledPlace, _ faults: DiagnosticList,
    at origin: Origin, into diagnostics: inout DiagnosticList
  ) {
    let first = faults.diagnostics.first
    tell(
      "\(template.name) is wrong", into: &diagnostics,
      Diagnostic(
        .error, .wrongValue,
        "Flyte cannot make the object of the template '\(template.name)' in '\(place.name)': \(first?.message ?? "")",
        at: template.origin.span ?? origin.span, hint: first?.hint ?? "correct the template"))
  }

  /// Says which objects of a template are never made. The API server refuses an object that names another
  /// namespace than the request (`rest.EnsureObjectNamespaceMatchesRequestNamespace`).
  mutating func unmade(
    _ made: RuleManifests, _ template: ResourceTemplates.Template, _ place: RuledPlace,
    at origin: Origin, into diagnostics: inout DiagnosticList
  ) {
    let message: String
    let hint: String
    switch made.unmade {
    case .laterDocument:
      message =
        "Flyte makes only the first document of the template '\(template.name)', so a LimitRange or quota behind it is never made"
      hint = "write it into a template of its own"
    case .list:
      message =
        "Flyte cannot make the list of the template '\(template.name)', so its LimitRanges and quotas are never made"
      hint = "write a template for each object of the list"
    case nil:
      guard !made.namespaces.isEmpty, !made.has(place.name) else { return }
      message =
        "Flyte cannot make the object of the template '\(template.name)' in '\(place.name)', because it names the namespace \(made.namespaces.map { "'\($0)'" }.listed)"
      hint = "write 'namespace: {{ namespace }}'"
    }
    tell(
      "\(template.name) is not made", into: &diagnostics,
      Diagnostic(
        .warning, .wrongValue, message, at: template.origin.span ?? origin.span, hint: hint))
  }

  /// Takes in that a namespace asks for templates. Flyte's own never has any.
  mutating func add(_ place: RuledPlace, at origin: Origin) {
    guard !place.isFallback else { return }
    if place.project != nil, place.domain != nil {
      places[origin, default: Places()].hasProjects = true
    } else {
      places[origin, default: Places()].unmapped.append(place.name)
    }
  }

  /// Reports the entries that ask for templates in namespaces for which Flyte makes nothing.
  func report(into diagnostics: inout DiagnosticList) {
    for (origin, own) in places {
      guard let first = own.unmapped.first else { continue }
      let rest = own.unmapped.count - 1
      let names =
        "'\(first)'"
        + (rest > 0 ? " and \(rest) other \(rest == 1 ? "namespace" : "namespaces")" : "")
      diagnostics.append(
        Diagnostic(
          own.hasProjects ? .note : .warning, .wrongValue,
          "Flyte makes its templates for projects and domains, so 'from: values' gives nothing to \(names)",
          at: origin.span,
          hint:
            "add 'project' and 'domain' beside 'name', or write the LimitRanges and quotas there"))
    }
  }

  /// Reports something once.
  private mutating func tell(
    _ key: String, into diagnostics: inout DiagnosticList, _ diagnostic: Diagnostic
  ) {
    if told.insert(key).inserted { diagnostics.append(diagnostic) }
  }
}
