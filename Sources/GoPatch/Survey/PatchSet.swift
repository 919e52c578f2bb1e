public import Diagnostics

/// Rules in the order their patches are made.
public struct PatchSet: Sendable {
  /// Each behind those that it names in `after` and `needs`, else in the order given.
  public let rules: [PatchRule]

  /// Orders rules, and checks that they know each other.
  public init(rules: [PatchRule], into faults: inout DiagnosticList) {
    let known = Self.distinct(rules, into: &faults)
    let names = known.map(\.name)
    for rule in known {
      for other in (rule.excludes + rule.predecessors).distinct where !names.contains(other) {
        faults.error(
          .unknownPatch, "'\(rule.name)' names the patch '\(other)', which does not exist",
          at: rule.references[other] ?? .whole(rule.source),
          hint: NearestName.of(other, among: names).map { "did you mean '\($0)'?" })
      }
    }
    self.rules = Self.marked(Self.ordered(known, into: &faults))
  }

  private static func distinct(
    _ rules: [PatchRule], into faults: inout DiagnosticList
  ) -> [PatchRule] {
    var known: [PatchRule] = []
    for rule in rules {
      guard let other = known.first(where: { $0.name == rule.name }) else {
        known.append(rule)
        continue
      }
      faults.error(
        .repeatedPatch, "the patch '\(rule.name)' is also defined in \(other.source.path)",
        at: rule.nameSpan ?? .whole(rule.source),
        notes: [Diagnostic.Note("the other definition is here", at: other.nameSpan)])
    }
    return known
  }

  private static func ordered(
    _ rules: [PatchRule], into faults: inout DiagnosticList
  ) -> [PatchRule] {
    var ordered: [PatchRule] = []
    var waiting = rules
    while !waiting.isEmpty {
      let left = TextSet(waiting.map(\.name))
      guard let next = waiting.firstIndex(where: { left.isDisjoint(with: $0.predecessors) }) else {
        let circle = circle(among: waiting)
        let names = (circle + circle.prefix(1)).map(\.name).joined(separator: ", ")
        let next = circle.count > 1 ? circle[1].name : circle[0].name
        faults.error(
          .patchCycle, "the order of these patches is circular: \(names)",
          at: circle[0].references[next] ?? .whole(circle[0].source))
        return ordered + waiting
      }
      ordered.append(waiting.remove(at: next))
    }
    return ordered
  }

  /// Rules of which each comes behind the next, and the last behind the first.
  private static func circle(among waiting: [PatchRule]) -> [PatchRule] {
    var way: [PatchRule] = []
    var next = waiting.first
    while let rule = next {
      if let start = way.firstIndex(where: { $0.name == rule.name }) { return Array(way[start...]) }
      way.append(rule)
      next = waiting.first { rule.predecessors.contains($0.name) }
    }
    return way
  }

  /// A file that several rules make tells nothing of which was carried out.
  private static func marked(_ rules: [PatchRule]) -> [PatchRule] {
    func paths(_ rule: PatchRule) -> TextSet {
      TextSet(rule.newFiles.flatMap { $0.path.candidates(rule.files) })
    }
    return rules.map { rule in
      let others = rules.filter { $0.name != rule.name }.map(paths)
        .reduce(into: TextSet()) { $0.formUnion($1) }
      var rule = rule
      rule.marks = rule.newFiles.map(\.path).filter {
        others.isDisjoint(with: $0.candidates(rule.files))
      }
      return rule
    }
  }

  /// A rule by its name.
  public subscript(name: String) -> PatchRule? { rules.first { $0.name == name } }

  /// Every path that a rule may read, from the root of the Flyte tree.
  public var paths: [String] { TextSet(rules.flatMap(\.paths)).sorted() }

  /// The folders whose other Go files are looked at before a declared name is deleted.
  public var searchedFolders: [String] { TextSet(rules.flatMap(\.searchedFolders)).sorted() }

  /// Every Go template that a rule makes a file from, in `Templates/Go`.
  public var goTemplates: [String] { TextSet(rules.flatMap(\.templates)).sorted() }
}

extension PatchRule {
  /// The patches that come before it.
  var predecessors: [String] { (after + needs).distinct }
}

extension [String] {
  /// Each once, where it stands first.
  fileprivate var distinct: [String] {
    var seen: TextSet = []
    return filter { seen.insert($0).inserted }
  }
}
