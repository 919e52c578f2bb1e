import APIServer
import PodAPI

/// PodTemplates out of a seed: fields of the API with values that are right, wrong or of another
/// type, drawn from words that rules know. The same seed gives the same templates everywhere.
struct RandomTemplates: Sequence, IteratorProtocol {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> ManifestValue? {
    .mapping([
      .init("apiVersion", .string("v1")), .init("kind", .string("PodTemplate")),
      .init("metadata", .mapping([.init("name", .string("t"))])),
      .init(
        "template",
        .mapping([
          .init("metadata", object("ObjectMeta", depth: 6, most: 3)),
          .init("spec", spec()),
        ])),
    ])
  }

  private mutating func spec() -> ManifestValue {
    let fields = object("PodSpec", depth: 0, most: 5).entries.filter { $0.key != "containers" }
    let container = ManifestValue.mapping(
      [.init("name", .string("c")), .init("image", .string("app:1"))]
        + object("Container", depth: 1, most: 4).entries.filter {
          $0.key != "name" && $0.key != "image"
        })
    return .mapping(fields + [.init("containers", .list([container]))])
  }

  private mutating func object(_ name: String, depth: Int, most: Int) -> ManifestValue {
    guard let type = PodSchema.shipped[name] else { return .null }
    var entries: [ManifestValue.Entry] = []
    for _ in 0..<number(below: most + 1) {
      let field = type.fields[number(below: type.fields.count)]
      let key = field.name.text
      // A key that stands twice is refused while it is read, so that is rare.
      if entries.contains(where: { $0.key == key }), number(below: 50) > 0 { continue }
      let words = FieldChoices.words(of: key, in: name) ?? []
      let word = words.isEmpty || number(below: 4) == 0 ? nil : words[number(below: words.count)]
      entries.append(.init(key, word.map { .string($0) } ?? value(field.kind, depth: depth)))
    }
    return .mapping(entries)
  }

  private mutating func value(_ kind: PodSchema.Kind, depth: Int) -> ManifestValue {
    switch number(below: 400) {
    case 0: return .null
    case 1: return .string(text())
    case 2: return .list([])
    default: break
    }
    switch kind {
    case .bool: return .bool(number(below: 2) == 0)
    case .int32, .int64: return .number(Self.numbers[number(below: Self.numbers.count)])
    case .string: return .string(text())
    case .quantity: return .string(Self.quantities[number(below: Self.quantities.count)])
    case .intOrString: return number(below: 2) == 0 ? .number("80") : .string(text())
    case .time: return .string("2026-01-01T00:00:00Z")
    case .any: return .mapping([])
    case .object(let position):
      let name = PodSchema.shipped.types[position].name
      return object(name, depth: depth + 1, most: Swift.max(1, 4 - depth / 2))
    case .list(let inner):
      return .list(
        (0..<number(below: depth > 6 ? 1 : 3)).map { _ in value(inner, depth: depth + 1) })
    case .map(let inner):
      return .mapping(
        (0..<number(below: 3)).map { _ in .init(text(), value(inner, depth: depth + 1)) })
    }
  }

  private mutating func text() -> String { Self.texts[number(below: Self.texts.count)] }

  private static let numbers = [
    "-9223372036854775808", "-2147483648", "-1", "0", "1", "8", "80", "511", "512", "1000",
    "65535", "65536", "2147483647", "9223372036854775807", "1e3", "0.5",
  ]
  private static let quantities = [
    "0", "1", "-1", "500m", "1Gi", "0.1", "1e3", "1E", "9223372036854775807", "1n", "0.0001n",
    "100000000000000000000", "", "1GB", " 1", ".", "+1", "3Ki", "1e-40", "1e1000000",
  ]
  private static let texts = [
    "", "a", "c", "A", "app:1", "/a", "/a/../b", "../b", "a/b", "a:b", ".", "..", "TCP", "5", "1Gi",
    "10.0.0.1", "10.0.0.01", "::1", "::ffff:1.2.3.4", "Localhost", "RuntimeDefault", "Unconfined",
    "example.com/x", "example.com/", "-a", "a_b", "\u{E9}", "a\u{0}", "a.b", "cpu", "memory",
    "hugepages-2Mi", "kubernetes.io/x", "In", "Exists", "Gt", "metadata.name",
    "metadata.labels['a']", "NT AUTHORITY\\SYSTEM", "%", " ", "x=y", "1", "v",
    String(repeating: "a", count: 64), String(repeating: "a.", count: 130),
  ]

  /// The next number of the row (SplitMix64).
  private mutating func number(below limit: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(limit))
  }
}

/// The outcomes of random templates.
struct RandomVerdicts {
  private(set) var stored = 0
  private(set) var undecoded = 0
  private(set) var refused = 0
  private(set) var kinds: [Refusal.Kind: Int] = [:]

  /// Sends templates to servers of all versions in turn.
  static func count(_ number: Int, seed: UInt64) -> RandomVerdicts {
    let servers = (25...PodSchema.minorVersions.upperBound).map {
      Server(ServerRelease(minor: $0))
    }
    var verdicts = RandomVerdicts()
    for (index, template) in zip(0..<number, RandomTemplates(seed: seed)) {
      let request = CreateRequest(
        kind: .podTemplate, validation: .ignore, body: .value(template))
      switch servers[index % servers.count].create(request) {
      case .stored: verdicts.stored += 1
      case .refused(let request) where request.stage == .decoding: verdicts.undecoded += 1
      case .refused(let request):
        verdicts.refused += 1
        for refusal in request.refusals { verdicts.kinds[refusal.kind, default: 0] += 1 }
      }
    }
    return verdicts
  }

  /// The text that is printed.
  var text: String {
    let kinds = kinds.map { (name: $0.key.rawValue, count: $0.value) }
      .sorted { $0.name < $1.name }.map { "\($0.name) \($0.count)" }
    return "stored \(stored), refused \(refused), not decoded \(undecoded); "
      + "refusals: \(kinds.joined(separator: ", "))"
  }
}
