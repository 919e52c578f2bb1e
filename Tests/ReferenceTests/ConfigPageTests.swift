import Admission
import Config
import Diagnostics
import Flyte
import Foundation
import Model
import Operators
import Reference
import TestSupport
import Testing
import Values

/// The page of the config, held to the language and to what its examples give.
@Suite struct ConfigPageTests {
  private static let page = "docs/config.md"
  private static let profiles = Snapshots.repository.appending(path: "Templates/Profile")

  @Test func theKeysAreThoseOfTheLanguage() throws {
    try Regions.expect(ConfigPage.keys, named: "keys", in: Self.page)
  }

  @Test func theBuiltInProfilesAreThoseThatShip() throws {
    let text = try Self.builtins().map { file in
      "```yaml\n\(String(decoding: file.bytes, as: UTF8.self))```\n"
    }.joined(separator: "\n")
    try Regions.expect(text, named: "profiles", in: Self.page)
  }

  @Test func everyExampleIsAConfigThatTheToolTakes() throws {
    let examples = try Self.examples()
    #expect(examples.count == 3)
    for text in examples {
      let (model, list) = try Self.check(text)
      #expect(model != nil, "\(list.diagnostics.map(\.message))")
    }
  }

  @Test func theLayersGiveWhatThePageSays() throws {
    let profile = try #require(try Self.check(Self.examples()[1]).model?.clusters[0].profiles[0])
    let volumes = try #require(profile.pod["volumes"]?.items)
    #expect(volumes.count == 1)
    #expect(volumes[0]["emptyDir"]?["sizeLimit"]?.string == "1Gi")
    #expect(volumes[0]["emptyDir"]?["medium"]?.string == "Memory")
    #expect(profile.pod["securityContext"]?["fsGroup"]?.content == .integer(2000))
    #expect(profile.pod["tolerations"]?.items.count == 1)
  }

  @Test func theLinesWinAsThePageSays() throws {
    let cluster = try #require(try Self.check(Self.examples()[2]).model?.clusters[0])
    let rows = try Self.text().split(separator: "\n").filter { $0.hasPrefix("| `") }
      .map { $0.split(separator: "|").map { Self.words(String($0)) } }
      .filter { $0.count == 3 }
    #expect(rows.count == 4)
    for row in rows {
      let namespace = try #require(cluster.namespaces.first { $0.name == row[0][0] })
      let set = cluster.templateSets[namespace.templateSet]
      #expect(cluster.profiles[set.profile].names == row[1])
      #expect(set.named.map { cluster.profiles[$0.profile].names } == [row[2]])
    }
  }

  @Test(arguments: [
    ("", "apiVersion"), ("clusters.production.flyte", "secretManager"),
    ("clusters.flyte.version", "Flyte version"), ("profiles.containers", "null removes"),
    ("clusters.assign.profile", "a list of them"),
  ])
  func helpTellsOfAKey(path: String, words: String) throws {
    #expect(try #require(ConfigHelp(path: path)).text.contains(words))
  }

  /// The defaults of the language are what its readers take.
  @Test func aDefaultIsWhatHoldsWithoutTheKey() throws {
    let bare = """
      apiVersion: flyte-harden/v1
      profiles: { p: { podSecurity: { level: privileged } } }
      clusters:
        c:
          flyte: { version: v1.16.8 }
          kubernetes: { version: "1.31" }
          chart: { name: flyte-binary }
          plugins: [{ name: ray, operator: 1.3.2 }]
          namespaces: [{ name: n }]
          assign: [{ profile: p }]
      """
    let model = try #require(try Self.check(bare).model)
    let cluster = model.clusters[0]
    let found: [(path: [String], value: String)] = [
      (
        ["profiles", "podSecurity", "version"],
        cluster.profiles[0].claim.map { $0.minor.map { "v1.\($0)" } ?? "latest" } ?? "none"
      ),
      (["clusters", "flyte", "namespace"], cluster.flyte.namespace.value),
      (
        ["clusters", "flyte", "unverifiedShapes"],
        cluster.flyte.allowsUnverifiedShapes ? "allow" : "refuse"
      ),
      (["clusters", "kubernetes", "platform"], cluster.kubernetes.platform.rawValue),
      (["clusters", "chart", "from"], cluster.chartSource.rawValue),
      (["clusters", "podTemplate", "name"], cluster.podTemplate.name.value),
      (["clusters", "podTemplate", "fallback"], cluster.fallback == nil ? "false" : "true"),
      (["clusters", "patches"], Self.words(of: cluster.patches)),
      (["profiles", "enforce"], cluster.profiles[0].enforcement?.action.rawValue ?? "none"),
      (["clusters", "kubernetes", "policyEngine"], cluster.kubernetes.policyEngine.rawValue),
      (["clusters", "policies"], Self.words(of: cluster.policies)),
      (["clusters", "plugins", "ownPods"], cluster.plugins[0].ownPods ? "true" : "false"),
      (
        ["clusters", "plugins", "initTemplate"],
        cluster.plugins[0].runner?.settings.initContext == nil ? "false" : "true"
      ),
    ]
    for (path, value) in found {
      #expect(Self.key(path, in: ConfigLanguage.file)?.fixedDefault == value, "\(path)")
    }
    // A key with a new default needs a line above.
    #expect(Self.defaults(in: ConfigLanguage.file).count == found.count)
  }

  private static func words(of patches: PatchRequest) -> String {
    if case .automatic = patches { "auto" } else { "other" }
  }

  private static func words(of policies: PolicyRequest) -> String {
    if case .automatic = policies { "auto" } else { "none" }
  }

  /// The key at the end of a path, names that the user chooses left out.
  private static func key(_ path: [String], in schema: ConfigSchema) -> ConfigSchema.Key? {
    guard let key = schema.keys.first(where: { $0.name == path[0] }) else { return nil }
    return path.count == 1 ? key : self.key(Array(path.dropFirst()), in: key.schema)
  }

  /// The defaults that are values, those of `clusterDefaults` left out: they are the clusters' own.
  private static func defaults(in schema: ConfigSchema) -> [String] {
    schema.keys.filter { $0.name != "clusterDefaults" }.flatMap {
      [$0.fixedDefault].compactMap { $0 } + defaults(in: $0.schema)
    }
  }

  @Test func everyPathOfTheLanguageHasHelp() {
    #expect(ConfigHelp.paths.count > 40)
    for path in ConfigHelp.paths { #expect(ConfigHelp(path: path) != nil, "\(path)") }
    #expect(ConfigHelp(path: "clusters.flyte.versoin") == nil)
  }

  private static func text() throws -> String {
    try String(contentsOf: Snapshots.repository.appending(path: page), encoding: .utf8)
  }

  /// The blocks that are whole configs.
  private static func examples() throws -> [String] {
    try text().components(separatedBy: "```yaml\n").dropFirst()
      .compactMap { $0.components(separatedBy: "```").first }
      .filter { $0.hasPrefix("apiVersion") }
  }

  /// Returns the texts between backticks.
  private static func words(_ cell: String) -> [String] {
    cell.components(separatedBy: "`").enumerated().filter { $0.offset % 2 == 1 }.map(\.element)
  }

  private static func check(_ text: String) throws -> (model: Model?, list: DiagnosticList) {
    var list = DiagnosticList()
    let config = Config(files: [SourceFile(path: "config.yaml", text: text)], into: &list)
    return (config.model(builtins: try builtins(), into: &list), list)
  }

  private static func builtins() throws -> [SourceFile] {
    try FileManager.default.contentsOfDirectory(atPath: profiles.path).sorted().map { name in
      SourceFile(
        path: name,
        text: try String(contentsOf: profiles.appending(path: name), encoding: .utf8))
    }
  }
}

extension ConfigSchema {
  /// The keys of its mapping, through lists and names that the user chooses.
  fileprivate var keys: [Key] {
    switch self {
    case .mapping(let keys), .choiceOrMapping(_, let keys): keys
    case .named(_, let inner), .list(let inner), .removable(let inner): inner.keys
    default: []
    }
  }
}

extension ConfigSchema.Key {
  /// The default, if it is a value.
  fileprivate var fixedDefault: String? {
    switch defaultValue {
    case .text(let text): text
    case .flag(let flag): "\(flag)"
    case .words, nil: nil
    }
  }
}
