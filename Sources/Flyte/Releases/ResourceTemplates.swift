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
    /// False: flyteadmin passes over its file, whose name does not end in `.yaml` (`syncNamespace`, all
    /// releases of v1).
    public let isRead: Bool

    /// Makes a template.
    public init(name: String, text: String, origin: Origin, isRead: Bool = true) {
      self.name = name
      self.text = text
      self.origin = origin
      self.isRead = isRead
    }
  }

  /// The value of a variable.
  public enum Variable: Sendable {
    case text(String)
    /// It is in the environment of flyteadmin or in a file there, or Helm works it out.
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
  /// The values for each domain.
  public var domains: TextMap<TextMap<Variable>> = [:]
  /// The ConfigMap that has the templates in place of the values; nil: the values have them.
  public var external: Located<String>?
  /// A ConfigMap with more templates than the values have; nil: there are no more.
  public var additional: Located<String>?
  /// The key and the value with which Flyte makes nothing of templates; nil: it does.
  public var off: Located<String>?
  /// The key of the values that has the templates.
  public let key: String

  /// None.
  /// - Parameter key: of the values, that has the templates.
  public init(key: String = "cluster_resource_manager.templates") { self.key = key }

  /// Fills in a template (`createResourceFromTemplate`). What an administrator set in Flyte's database for a
  /// project is not known.
  public func manifest(
    of template: Template, project: String, domain: String, namespace: String, release: Release
  ) -> Manifest {
    var values = data.merging(domains[domain] ?? [:]) { release.domainsVariablesWin ? $1 : $0 }
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

extension Release {
  /// True if a variable has the value for the domain where there is one for all domains too: v1.13.1 puts
  /// that in first (`createResourceFromTemplate`), releases before it last, when nothing is left to replace.
  fileprivate var domainsVariablesWin: Bool { isAtLeast("v1.13.1-rc0") }
}
