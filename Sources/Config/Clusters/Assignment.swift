import Diagnostics
import Model
import Origins

/// Gives every namespace its templates: of the lines that match, the last wins, for the profile and
/// for each named template.
struct Assignment {
  /// What comes of it.
  struct Result {
    var profiles: [LayeredProfile] = []
    var templateSets: [TemplateSet] = []
    var namespaces: [Namespace] = []
    var fallback: Int?
  }

  /// The names of the profiles of a set: what sets are told apart by.
  private struct Choice: Hashable {
    let profile: [String]
    let named: TextMap<[String]>
  }

  /// What lines give a namespace.
  private struct Won {
    let profile: [Located<String>]
    let named: [(name: Located<String>, profiles: [Located<String>])]

    var choice: Choice {
      Choice(
        profile: profile.map(\.value),
        named: TextMap(
          uniqueKeysWithValues: named.map { ($0.name.value, $0.profiles.map(\.value)) }))
    }
  }

  let lines: [AssignEntry]
  private let defaultTemplate: String
  private let place: Span?
  /// Whether these are all the lines that the config means.
  private let isComplete: Bool
  /// Positions of the lines that name no namespace, and of those that name one.
  private let general: [Int]
  private var byNamespace: TextMap<[Int]> = [:]
  private var winners: Set<Int> = []
  private var profiles: [[String]: Int] = [:]
  private var sets: [Choice: Int] = [:]
  private var result = Result()

  /// - Parameter isComplete: whether these are all the lines that the config means.
  init(lines: [AssignEntry], isComplete: Bool, defaultTemplate: String, place: Span?) {
    self.lines = lines
    self.isComplete = isComplete
    self.defaultTemplate = defaultTemplate
    self.place = place
    general = lines.indices.filter { lines[$0].namespaces == nil }
    for (index, line) in lines.enumerated() {
      for name in line.namespaces ?? [] { byNamespace[name, default: []].append(index) }
    }
  }

  mutating func assign(
    _ list: NamespaceList, fallback: Located<String>?, _ table: inout ProfileTable,
    into diagnostics: inout DiagnosticList
  ) -> Result {
    checkNames(&table, into: &diagnostics)
    var first: TextMap<(entry: NamespaceEntry, choice: Choice)> = [:]
    var withoutProfile: [NamespaceEntry] = []
    for entry in list.entries {
      let won = won(by: entry)
      if let earlier = first[entry.name] {
        checkTwice(entry, won.choice, earlier, list.isFolding, into: &diagnostics)
        continue
      }
      first[entry.name] = (entry, won.choice)
      guard !won.profile.isEmpty else {
        if !mayGetMore(entry) { withoutProfile.append(entry) }
        continue
      }
      let set = set(won, &table, into: &diagnostics)
      result.namespaces.append(
        Namespace(
          name: entry.name, organisation: entry.organisation, project: entry.project,
          domain: entry.domain, origin: entry.origin, templateSet: set))
    }
    report(withoutProfile, into: &diagnostics)
    if let fallback, first[fallback.value] == nil {
      assignFallback(fallback, &table, into: &diagnostics)
    }
    if list.isComplete {
      UselessLines(lines: lines, winners: winners, entries: list.entries).report(into: &diagnostics)
    }
    return result
  }

  /// Whether something that was reported as wrong may be meant to give a namespace its profile.
  private func mayGetMore(_ entry: NamespaceEntry) -> Bool {
    !isComplete || entry.isBroken || lines.contains { $0.mayGive(entry) }
  }

  private func checkNames(_ table: inout ProfileTable, into diagnostics: inout DiagnosticList) {
    for line in lines {
      for profile in line.profiles { table.exists(profile, into: &diagnostics) }
      for template in line.templates {
        for profile in template.profiles { table.exists(profile, into: &diagnostics) }
        if template.name.value == defaultTemplate {
          diagnostics.error(
            .defaultTemplateNamed, "'\(defaultTemplate)' is the default template, not a named one",
            at: template.name.origin.span, hint: "rename it, or say its profile in 'profile'")
        }
      }
    }
  }

  private mutating func won(by entry: NamespaceEntry) -> Won {
    let named = byNamespace[entry.name] ?? []
    let candidates = named.isEmpty ? general : (general + named).sorted()
    return won(by: candidates.filter { lines[$0].matches(entry) })
  }

  private mutating func won(by matching: [Int]) -> Won {
    var profile: [Located<String>] = []
    if let index = matching.last(where: { !lines[$0].profiles.isEmpty }) {
      winners.insert(index)
      profile = lines[index].profiles
    }
    var templates: TextMap<(Located<String>, [Located<String>])> = [:]
    for index in matching.reversed() {
      for template in lines[index].templates where templates[template.name.value] == nil {
        templates[template.name.value] = (template.name, template.profiles)
        winners.insert(index)
      }
    }
    let sorted = templates.values.sorted {
      $0.0.value.utf8.lexicographicallyPrecedes($1.0.value.utf8)
    }
    return Won(profile: profile, named: sorted.map { (name: $0.0, profiles: $0.1) })
  }

  private mutating func set(
    _ won: Won, _ table: inout ProfileTable, into diagnostics: inout DiagnosticList
  ) -> Int {
    let choice = won.choice
    if let known = sets[choice] { return known }
    let own = profile(won.profile, &table, into: &diagnostics)
    let named = won.named.map { template in
      TemplateSet.Named(
        name: template.name.value,
        profile: profile(won.profile + template.profiles, &table, into: &diagnostics))
    }
    result.templateSets.append(TemplateSet(profile: own, named: named))
    sets[choice] = result.templateSets.count - 1
    return result.templateSets.count - 1
  }

  private mutating func profile(
    _ names: [Located<String>], _ table: inout ProfileTable,
    into diagnostics: inout DiagnosticList
  ) -> Int {
    let key = names.map(\.value)
    if let known = profiles[key] { return known }
    let layered = table.profile(names)
    if layered.profile.claim == nil, layered.isClaimKnown {
      diagnostics.error(
        .profileWithoutClaim,
        Self.withoutClaim(key),
        at: names.last?.origin.span,
        hint: "give it 'podSecurity: { level: restricted }', or lay it over a profile that has it")
    }
    result.profiles.append(layered)
    profiles[key] = result.profiles.count - 1
    return result.profiles.count - 1
  }

  private static func withoutClaim(_ names: [String]) -> String {
    let quoted = names.map { "'\($0)'" }
    return names.count == 1
      ? "the profile \(quoted[0]) claims no Pod Security level"
      : "none of the profiles \(quoted.joined(separator: ", ")) claims a Pod Security level"
  }

  private func checkTwice(
    _ entry: NamespaceEntry, _ choice: Choice, _ earlier: (entry: NamespaceEntry, choice: Choice),
    _ isFolding: Bool, into diagnostics: inout DiagnosticList
  ) {
    let other = earlier.entry
    let isShared =
      !entry.isNamed && !other.isNamed
      && (entry.project, entry.domain) != (other.project, other.domain)
    // A `namespaceTemplate` may fold several projects or domains into one namespace.
    if isShared, isFolding, choice == earlier.choice { return }
    var message = "the namespace '\(entry.name)' is made twice"
    var hint = "remove one of the two"
    if isShared, isFolding {
      message += ", with different profiles"
      hint = "give all that 'namespaceTemplate' folds into it the same profile"
    } else if isShared {
      message +=
        ": Flyte gives \(Self.words(entry)) and \(Self.words(other)) the same one"
      hint = "leave one of them out, or rename a project"
    }
    diagnostics.error(
      .namespaceTwice, message, at: entry.origin.span,
      notes: [Diagnostic.Note("it is made here first", at: other.origin.span)], hint: hint)
  }

  private static func words(_ entry: NamespaceEntry) -> String {
    "project '\(entry.project ?? "")' with domain '\(entry.domain ?? "")'"
  }

  private func report(_ entries: [NamespaceEntry], into diagnostics: inout DiagnosticList) {
    guard let first = entries.first else { return }
    let more = entries.count > 1 ? " and \(entries.count - 1) more" : ""
    diagnostics.error(
      .namespaceWithoutProfile, "no line of 'assign' gives '\(first.name)'\(more) a profile",
      at: first.origin.span, hint: "begin 'assign' with a line for all: '- { profile: … }'")
  }

  private mutating func assignFallback(
    _ name: Located<String>, _ table: inout ProfileTable, into diagnostics: inout DiagnosticList
  ) {
    let won = won(by: lines.indices.filter { lines[$0].isForAll })
    guard !won.profile.isEmpty else {
      guard isComplete, !lines.contains(where: \.isBroken) else { return }
      diagnostics.note(
        .namespaceWithoutProfile,
        "no fallback is written in '\(name.value)': no line of 'assign' is for all namespaces",
        at: name.origin.span ?? place)
      return
    }
    result.fallback = set(won, &table, into: &diagnostics)
  }
}
