public import Diagnostics

/// Rules in the order their patches are made.
public struct RemedySet: Sendable {
  /// Each behind those that it names in `after` and `needs`, else in the order given.
  public let rules: [RemedyRule]

  /// Orders rules, and checks that they know each other.
  public init(rules: [RemedyRule], into faults: inout DiagnosticList) {
    var byName: [String: RemedyRule] = [:]
    var names: [String] = []
    for rule in rules {
      if let other = byName[rule.name] {
        faults.error(
          .repeatedRemedy, "the remedy '\(rule.name)' is also in \(other.source.path)",
          at: .whole(rule.source))
        continue
      }
      byName[rule.name] = rule
      names.append(rule.name)
    }
    for name in names {
      guard let rule = byName[name] else { continue }
      for other in rule.excludes + rule.predecessors where byName[other] == nil {
        faults.error(
          .unknownRemedy, "'\(name)' names the remedy '\(other)', which does not exist",
          at: .whole(rule.source),
          hint: NearestName.of(other, among: names).map { "Did you mean '\($0)'?" })
      }
    }
    var ordered: [RemedyRule] = []
    var waiting = names.compactMap { byName[$0] }
    while !waiting.isEmpty {
      let left = Set(waiting.map(\.name))
      guard let next = waiting.firstIndex(where: { left.isDisjoint(with: $0.predecessors) }) else {
        let circle = waiting.map(\.name).joined(separator: ", ")
        faults.error(
          .remedyCycle, "remedies come behind each other in a circle: \(circle)",
          at: waiting.first.map { .whole($0.source) })
        ordered += waiting
        break
      }
      ordered.append(waiting.remove(at: next))
    }
    self.rules = ordered
  }

  /// A rule by its name.
  public subscript(name: String) -> RemedyRule? { rules.first { $0.name == name } }

  /// Every path that a rule may read, from the root of the Flyte tree.
  public var paths: [String] { Set(rules.flatMap(\.paths)).sorted() }

  /// Every Go template that a rule makes a file from, in `Templates/Go`.
  public var goTemplates: [String] { Set(rules.flatMap(\.templates)).sorted() }
}

extension RemedyRule {
  /// The remedies that come before it.
  var predecessors: [String] { after + needs }
}
