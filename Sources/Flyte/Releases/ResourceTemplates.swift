public import Values

/// Flyte's own templates of what the namespace of every project and domain gets (`clusterresource` of
/// flyteadmin), and the values of their variables.
public struct ResourceTemplates: Sendable {
  /// A template.
  public struct Template: Sendable {
    /// Its name.
    public let name: String
    /// A manifest with variables, `{{ projectQuotaCpu }}`.
    public let text: String
    /// The place where it is written; `tool`: in the chart.
    public let origin: Origin

    /// Makes a template.
    public init(name: String, text: String, origin: Origin) {
      self.name = name
      self.text = text
      self.origin = origin
    }
  }

  /// The value of a variable.
  public enum Variable: Sendable {
    case text(String)
    /// It is in the environment of flyteadmin, or in a file there.
    case elsewhere
  }

  /// A manifest that flyteadmin makes.
  public struct Manifest: Sendable {
    /// Its text; where variables are unknown, they are still in it.
    public let text: String
    /// The variables whose values are not known, each once.
    public let unknown: [String]
  }

  /// The templates.
  public var templates: [Template] = []
  /// The values for all domains.
  public var data: TextMap<Variable> = [:]
  /// The values for each domain, which go before those for all.
  public var domains: TextMap<TextMap<Variable>> = [:]
  /// The ConfigMap that has the templates in place of the values; nil: the values have them.
  public var external: Located<String>?

  /// None.
  public init() {}

  /// Fills in a template (`createResourceFromTemplate`, all releases of v1). What an administrator set in
  /// Flyte's database for a project is not known.
  public func manifest(
    of template: Template, project: String, domain: String, namespace: String
  ) -> Manifest {
    var values = data.merging(domains[domain] ?? [:]) { $1 }
    for (name, value) in [("namespace", namespace), ("project", project), ("domain", domain)] {
      values[name] = .text(value)
    }
    var result = ""
    var unknown: [String] = []
    var rest = template.text[...]
    while let start = rest.firstRange(of: "{{ "),
      let end = rest[start.upperBound...].firstRange(of: " }}")
    {
      let name = String(rest[start.upperBound..<end.lowerBound])
      result += String(rest[..<start.lowerBound])
      if case .text(let value)? = values[name] {
        result += value
      } else {
        result += String(rest[start.lowerBound..<end.upperBound])
        unknown.append(name)
      }
      rest = rest[end.upperBound...]
    }
    return Manifest(text: result + String(rest), unknown: unknown.distinct)
  }
}
