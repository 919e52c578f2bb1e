public import Values

/// A line of `accept` as it is written.
public struct AcceptLine: Sendable {
  /// The finding: `audit/refused`, or `audit/` with the name of a kind.
  public let finding: Located<String>
  /// The tasks that it is for; nil: all.
  public let tasks: [Located<String>]?
  /// The PodTemplates that it is for; nil: all.
  public let templates: [Located<String>]?
  /// The selectors of its namespaces.
  public let selectors: [AssignLine.Selector]
  /// The reason.
  public let reason: String
  /// The last day on which it holds; nil: no end.
  public let until: CalendarDay?
  /// The place in the config.
  public let origin: Origin

  /// Makes a line.
  public init(
    finding: Located<String>, tasks: [Located<String>]?, templates: [Located<String>]?,
    selectors: [AssignLine.Selector], reason: String, until: CalendarDay?, origin: Origin
  ) {
    self.finding = finding
    self.tasks = tasks
    self.templates = templates
    self.selectors = selectors
    self.reason = reason
    self.until = until
    self.origin = origin
  }
}

extension Cluster {
  /// The namespaces that a line of `accept` selects; nil: all. Flyte's own is found by its name alone.
  public func namespaces(of line: AcceptLine) -> TextSet? {
    guard !line.selectors.isEmpty else { return nil }
    let selected = line.selectors.map { (key: $0.key, values: TextSet($0.values)) }
    var names = TextSet()
    for namespace in namespaces {
      let fits = selected.allSatisfy { key, values in
        let value: String? =
          switch key {
          case "organization": namespace.organization
          case "project": namespace.project
          case "domain": namespace.domain
          default: namespace.name
          }
        return value.map(values.contains) ?? false
      }
      if fits { names.insert(namespace.name) }
    }
    let own = flyte.namespace.value
    if fallback != nil, selected.allSatisfy({ $0.key == "namespace" && $0.values.contains(own) }) {
      names.insert(own)
    }
    return names
  }
}
