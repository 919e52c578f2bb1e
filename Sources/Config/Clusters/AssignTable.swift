/// The lines of `assign` by what they ask for, so that a namespace finds its lines without looking at
/// each: a line stands under every combination of the names that it asks for, and a namespace is
/// looked up once for each choice of selectors that any line makes.
struct AssignTable {
  /// The values of a namespace that some lines select by; nil for those that they do not.
  private struct Combination: Hashable {
    var organization: ByteText?
    var project: ByteText?
    var domain: ByteText?
    var namespace: ByteText?
  }

  /// The selectors that a line has.
  private struct Selectors: OptionSet, Hashable {
    let rawValue: UInt8
    static let organization = Selectors(rawValue: 1)
    static let project = Selectors(rawValue: 2)
    static let domain = Selectors(rawValue: 4)
    static let namespace = Selectors(rawValue: 8)
  }

  /// The lists of lines that are looked up, each in the order of the lines and each once.
  private(set) var lists: [[Int]] = []
  private var places: [Combination: Int] = [:]
  /// The choices of selectors that lines make.
  private var choices: [Selectors] = []

  /// Nil where the lines name more combinations than there may be.
  init?(_ lines: [AssignEntry]) {
    var byCombination: [Combination: [Int]] = [:]
    var seen: Set<Selectors> = []
    var room = ConfigLimits.combinations
    for (index, line) in lines.enumerated() {
      var count = 1
      for names in line.selected.values {
        let (product, overflows) = count.multipliedReportingOverflow(by: names.count)
        guard !overflows, product <= room else { return nil }
        count = product
      }
      room -= count
      let selectors = Self.selectors(of: line)
      if seen.insert(selectors).inserted { choices.append(selectors) }
      for combination in Self.combinations(of: line) {
        byCombination[combination, default: []].append(index)
      }
    }
    var known: [[Int]: Int] = [:]
    for (combination, lines) in byCombination {
      if let place = known[lines] {
        places[combination] = place
      } else {
        known[lines] = lists.count
        places[combination] = lists.count
        lists.append(lines)
      }
    }
  }

  /// The lists of lines that ask for what a namespace has, as places in `lists`, in order.
  func lists(for entry: NamespaceEntry) -> [Int] {
    var found: [Int] = []
    for selectors in choices {
      var combination = Combination()
      if selectors.contains(.organization) {
        guard let name = entry.organization else { continue }
        combination.organization = ByteText(name)
      }
      if selectors.contains(.project) {
        guard let name = entry.project else { continue }
        combination.project = ByteText(name)
      }
      if selectors.contains(.domain) {
        guard let name = entry.domain else { continue }
        combination.domain = ByteText(name)
      }
      if selectors.contains(.namespace) { combination.namespace = ByteText(entry.name) }
      if let place = places[combination] { found.append(place) }
    }
    return found.sorted()
  }

  /// The list of the lines that ask for nothing, if there are such.
  var listForAll: [Int] { places[Combination()].map { [$0] } ?? [] }

  private static func selectors(of line: AssignEntry) -> Selectors {
    var selectors: Selectors = []
    for key in line.selected.keys {
      switch key {
      case .organization: selectors.insert(.organization)
      case .project: selectors.insert(.project)
      case .domain: selectors.insert(.domain)
      case .namespace: selectors.insert(.namespace)
      }
    }
    return selectors
  }

  private static func combinations(of line: AssignEntry) -> [Combination] {
    var combinations = [Combination()]
    for (key, names) in line.selected {
      combinations = combinations.flatMap { combination in
        names.map { name in
          var combination = combination
          switch key {
          case .organization: combination.organization = ByteText(name)
          case .project: combination.project = ByteText(name)
          case .domain: combination.domain = ByteText(name)
          case .namespace: combination.namespace = ByteText(name)
          }
          return combination
        }
      }
    }
    return combinations
  }
}
