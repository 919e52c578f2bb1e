public import Flyte
public import Values

/// A finding that the user lives with for a reason; it stays visible, and blocks nothing.
public struct Acceptance: Sendable {
  /// The subject of an acceptance.
  public enum Subject: Sendable, Hashable {
    /// Pods that are refused.
    case refused
    /// A kind of finding, by its name.
    case finding(ByteText)
  }

  /// The subject.
  public let subject: Subject
  /// The names of the tasks; nil: all.
  public let tasks: TextSet?
  /// The names of the templates; nil: all.
  public let templates: TextSet?
  /// The names of the namespaces; nil: all.
  public let namespaces: TextSet?
  /// The reason.
  public let reason: String
  /// The last day on which it holds; nil: no end.
  public let until: CalendarDay?
  /// The place in the config.
  public let origin: Origin

  /// Makes an acceptance.
  public init(
    subject: Subject, tasks: TextSet?, templates: TextSet?, namespaces: TextSet?, reason: String,
    until: CalendarDay?, origin: Origin
  ) {
    self.subject = subject
    self.tasks = tasks
    self.templates = templates
    self.namespaces = namespaces
    self.reason = reason
    self.until = until
    self.origin = origin
  }

  /// The name of the subject in the config.
  public var subjectName: String {
    switch subject {
    case .refused: "audit/refused"
    case .finding(let kind): "audit/\(kind.text)"
    }
  }

  /// Returns whether it covers a refusal of a task under a template, in the namespaces that it is for.
  public func covers(refusalOf task: JudgedTask, under template: String?) -> Bool {
    subject == .refused && tasks?.contains(task.name) ?? true && covers(template: template)
  }

  /// Returns whether it covers a template.
  public func covers(template: String?) -> Bool {
    templates.map { names in template.map(names.contains) ?? false } ?? true
  }

  /// Returns whether it is for a namespace.
  public func covers(namespace: String) -> Bool { namespaces?.contains(namespace) ?? true }
}

extension Deployment {
  /// Returns whether every namespace of a set accepts that a task is refused under a template.
  public func accepts(_ task: JudgedTask, template: String, inAllOf set: [[Int]]) -> Bool {
    set.allSatisfy { own in
      own.contains { acceptances[$0].covers(refusalOf: task, under: template) }
    }
  }

  /// The different lists of acceptances of refusals that the namespaces of each set have; a set
  /// without namespaces has those for all.
  public var acceptancesOfSets: [[[Int]]] {
    var lists: [Set<[Int]>] = templateSets.map { _ in [] }
    let refusals = acceptances.indices.filter { acceptances[$0].subject == .refused }
    guard !refusals.isEmpty else { return templateSets.map { _ in [[]] } }
    for namespace in namespaces where lists.indices.contains(namespace.templateSet) {
      lists[namespace.templateSet].insert(
        refusals.filter { acceptances[$0].covers(namespace: namespace.name) })
    }
    let all = refusals.filter { acceptances[$0].namespaces == nil }
    return lists.map { $0.isEmpty ? [all] : Array($0) }
  }
}
