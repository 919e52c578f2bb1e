import Diagnostics
import Model
import Values

/// Gives every namespace its templates: of the lines that match, the last wins, for the profile and
/// for each named template.
struct Assignment {
  /// The result.
  struct Result {
    var profiles: [LayeredProfile] = []
    var templateSets: [TemplateSet] = []
    var namespaces: [Namespace] = []
    var fallback: Int?
  }

  let lines: [AssignEntry]
  private let defaultTemplate: String
  private let place: Span?
  /// True if these are all the lines that the config means.
  private let isComplete: Bool
  /// The lines by what they ask for; nil where they ask for more than there may be.
  private let table: AssignTable?
  /// True if a line that may be for anything was reported as wrong.
  private let mayGiveAnything: Bool
  /// The gifts of the table's lists, as far as they were needed.
  private var gifts: [Int: WonLines.Gift] = [:]
  /// The gifts of the lists that a namespace matches, as places in `known`.
  private var places: [[Int]: Int] = [:]
  private var known: [(won: WonLines, set: Int?)] = []
  /// The number of named templates that are still allowed.
  private var room = ConfigLimits.namedTemplates
  private var winners: Set<Int> = []
  private var profiles: [[ByteText]: Int] = [:]
  private var sets: [WonLines.Choice: Int] = [:]
  private var result = Result()

  /// - Parameter isComplete: whether these are all the lines that the config means.
  init(lines: [AssignEntry], isComplete: Bool, defaultTemplate: String, place: Span?) {
    self.lines = lines
    self.isComplete = isComplete
    self.defaultTemplate = defaultTemplate
    self.place = place
    table = AssignTable(lines)
    mayGiveAnything = lines.contains { $0.isBroken && $0.isForUnknown }
  }

  mutating func assign(
    _ list: NamespaceList, fallback: Located<String>?, _ table: inout ProfileTable,
    into diagnostics: inout DiagnosticList
  ) -> Result {
    checkNames(&table, into: &diagnostics)
    guard let byName = self.table else {
      tooMany(
        "'assign' names more than \(ConfigLimits.combinations) combinations of organization, project, domain and namespace",
        "omit a selector where a line lists all of its values", into: &diagnostics)
      return result
    }
    var first: TextMap<(entry: NamespaceEntry, won: Int)> = [:]
    var withoutProfile: [NamespaceEntry] = []
    for entry in list.entries {
      guard let won = won(by: byName.lists(for: entry), byName) else {
        tooMany(
          "'assign' gives more than \(ConfigLimits.namedTemplates) named templates",
          "name fewer templates in lines that match many namespaces", into: &diagnostics)
        return result
      }
      if let earlier = first[entry.name] {
        checkTwice(entry, won, earlier, list.isFolding, into: &diagnostics)
        continue
      }
      first[entry.name] = (entry, won)
      guard !known[won].won.profile.isEmpty else {
        if !mayGetMore(entry, won) { withoutProfile.append(entry) }
        continue
      }
      result.namespaces.append(
        Namespace(
          name: entry.name, organization: entry.organization, project: entry.project,
          domain: entry.domain, origin: entry.origin,
          templateSet: set(won, &table, into: &diagnostics), rules: entry.rules))
    }
    report(withoutProfile, into: &diagnostics)
    if let fallback, first[fallback.value] == nil {
      assignFallback(fallback, byName, &table, into: &diagnostics)
    }
    if list.isComplete {
      let matching = Set(gifts.keys.flatMap { byName.lists[$0] })
      UselessLines(
        lines: lines, winners: winners, matching: matching, entries: list.entries
      ).report(into: &diagnostics)
    }
    return result
  }

  private func tooMany(
    _ message: String, _ hint: String, into diagnostics: inout DiagnosticList
  ) {
    diagnostics.error(.configTooLarge, message, at: lines.first?.line.origin.span, hint: hint)
  }

  /// True if something that was reported as wrong may be meant to give a namespace its profile.
  private func mayGetMore(_ entry: NamespaceEntry, _ won: Int) -> Bool {
    !isComplete || entry.isBroken || mayGiveAnything || known[won].won.gift.isBroken
  }

  private func checkNames(_ table: inout ProfileTable, into diagnostics: inout DiagnosticList) {
    for line in lines {
      for profile in line.profiles { table.exists(profile, into: &diagnostics) }
      for template in line.templates {
        for profile in template.profiles { table.exists(profile, into: &diagnostics) }
        if template.name.value == defaultTemplate {
          diagnostics.error(
            .defaultTemplateNamed, "'\(defaultTemplate)' is the default template, not a named one",
            at: template.name.origin.span, hint: "rename it, or set its profile in 'profile'")
        }
      }
    }
  }

  /// The gift of the lines of some lists, as a place in `known`; nil if that is too much.
  private mutating func won(by lists: [Int], _ table: AssignTable) -> Int? {
    if let place = places[lists] { return place }
    var gift = WonLines.Gift()
    for list in lists {
      let other = gifts[list] ?? WonLines.Gift(table.lists[list], of: lines)
      gifts[list] = other
      room -= other.named.count
      guard room >= 0 else { return nil }
      gift.add(other)
    }
    let won = WonLines(gift, of: lines)
    winners.formUnion(won.winners)
    places[lists] = known.count
    known.append((won, nil))
    return known.count - 1
  }

  private mutating func set(
    _ place: Int, _ table: inout ProfileTable, into diagnostics: inout DiagnosticList
  ) -> Int {
    if let set = known[place].set { return set }
    let won = known[place].won
    let set = sets[won.choice] ?? newSet(won, &table, into: &diagnostics)
    sets[won.choice] = set
    known[place].set = set
    return set
  }

  private mutating func newSet(
    _ won: WonLines, _ table: inout ProfileTable, into diagnostics: inout DiagnosticList
  ) -> Int {
    let own = profile(won.profile, &table, into: &diagnostics)
    let named = won.named.map { template in
      TemplateSet.Named(
        name: template.name.value,
        profile: profile(won.profile + template.profiles, &table, into: &diagnostics))
    }
    result.templateSets.append(TemplateSet(profile: own, named: named))
    return result.templateSets.count - 1
  }

  private mutating func profile(
    _ names: [Located<String>], _ table: inout ProfileTable,
    into diagnostics: inout DiagnosticList
  ) -> Int {
    let key = names.map { ByteText($0.value) }
    if let known = profiles[key] { return known }
    let layered = table.profile(names)
    if layered.profile.claim == nil, layered.isClaimKnown {
      diagnostics.error(
        .profileWithoutClaim,
        Self.withoutClaim(names.map(\.value)),
        at: names.last?.origin.span,
        hint:
          "extend a profile that does, as in 'extends: builtin/restricted', or add 'podSecurity' with the level that it meets"
      )
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
    _ entry: NamespaceEntry, _ won: Int, _ earlier: (entry: NamespaceEntry, won: Int),
    _ isFolding: Bool, into diagnostics: inout DiagnosticList
  ) {
    let other = earlier.entry
    let isShared =
      !entry.isNamed && !other.isNamed
      && (entry.project != other.project || entry.domain != other.domain)
    // A `namespaceTemplate` may fold several projects or domains into one namespace.
    if isShared, isFolding, known[won].won.choice == known[earlier.won].won.choice { return }
    var message = "two entries produce the namespace '\(entry.name)'"
    var hint = "remove one of the two"
    if isShared, isFolding {
      message += ", with different profiles"
      hint = "give the same profile to everything that 'namespaceTemplate' maps to it"
    } else if isShared {
      message +=
        ": Flyte uses it for \(Self.words(entry)) and for \(Self.words(other))"
      hint = "remove one of them, or rename a project"
    }
    diagnostics.error(
      .namespaceTwice, message, at: entry.origin.span,
      notes: [Diagnostic.Note("the first entry is here", at: other.origin.span)], hint: hint)
  }

  private static func words(_ entry: NamespaceEntry) -> String {
    "project '\(entry.project ?? "")' with domain '\(entry.domain ?? "")'"
  }

  private func report(_ entries: [NamespaceEntry], into diagnostics: inout DiagnosticList) {
    guard let first = entries.first else { return }
    let more = entries.count > 1 ? " and \(entries.count - 1) more" : ""
    diagnostics.error(
      .namespaceWithoutProfile, "no line of 'assign' sets a profile for '\(first.name)'\(more)",
      at: first.origin.span,
      hint: "start 'assign' with a line that matches all namespaces: '- { profile: … }'")
  }

  private mutating func assignFallback(
    _ name: Located<String>, _ byName: AssignTable, _ table: inout ProfileTable,
    into diagnostics: inout DiagnosticList
  ) {
    guard let won = won(by: byName.listForAll, byName), !known[won].won.profile.isEmpty else {
      guard isComplete, !lines.contains(where: \.isBroken) else { return }
      diagnostics.note(
        .namespaceWithoutProfile,
        "no fallback is written in '\(name.value)': no line of 'assign' matches all namespaces",
        at: name.origin.span ?? place)
      return
    }
    result.fallback = set(won, &table, into: &diagnostics)
  }
}
