import Diagnostics
import Testing
import YAMLTree

@testable import Config

/// Examples stand in hints: each must be what it is an example of.
@Suite struct ExampleTests {
  /// Every key of the language, by the keys that lead to it.
  private static func keys(
    of schema: ConfigSchema, below path: String = ""
  ) -> [(path: String, key: ConfigSchema.Key)] {
    switch schema {
    case .mapping(let keys), .choiceOrMapping(_, let keys):
      return keys.flatMap { key in
        [(path + key.name, key)] + Self.keys(of: key.schema, below: path + key.name + ".")
      }
    case .named(_, let inner), .list(let inner), .oneOrMany(let inner):
      return Self.keys(of: inner, below: path + "*.")
    case .removable(let inner): return Self.keys(of: inner, below: path)
    default: return []
    }
  }

  @Test func everyKeyTakesItsExample() throws {
    let keys = Self.keys(of: ConfigLanguage.file)
    #expect(keys.count > 60)
    for (path, key) in keys {
      var check = SchemaCheck(diagnostics: DiagnosticList())
      let file = SourceFile(path: path, text: key.line + "\n")
      let node = try #require(YAMLReader.read(file, into: &check.diagnostics))
      _ = check.check(node, .mapping([key]), what: "the example")
      #expect(check.diagnostics.diagnostics.map(\.message) == [], "\(path): \(key.example)")
    }
  }

  @Test(arguments: [
    (TextRule.flyteVersion, "1.15", "v1.15.3"), (.flyteVersion, "1.15.3", "v1.15.3"),
    (.flyteVersion, "v1.15", "v1.15.3"), (.kubernetesVersion, "31", "\"1.31\""),
    (.kubernetesVersion, "v1.31", "\"1.31\""), (.kubernetesVersion, "1.31.4", "\"1.31\""),
    (.podSecurityVersion, "1.31", "v1.31"), (.podSecurityVersion, "31", "v1.31"),
    (.podSecurityVersion, "Latest", "latest"), (.duration, "100", "100s"),
    (.duration, "1 h", "1h"), (.quantity, "128MB", "128M"), (.quantity, "128mib", "128Mi"),
    (.namespaceTemplate, "{{project}}-{{domain}}", "\"{{ project }}-{{ domain }}\""),
  ])
  func aRuleCorrectsWhatWasProbablyMeant(rule: TextRule, text: String, expected: String) {
    #expect(rule.correction(of: text) == expected)
  }

  @Test(arguments: [
    (TextRule.duration, "soon"), (.flyteVersion, "newest"), (.kubernetesVersion, "one"),
    (.image, ""),
  ])
  func whatCannotBeGuessedIsNot(rule: TextRule, text: String) {
    #expect(rule.correction(of: text) == nil)
  }

  @Test(arguments: ["https://github.com/flyteorg/flyte", "git@github.com:flyteorg/flyte.git"])
  func anAddressIsNoPath(text: String) {
    #expect(TextRule.path.fault(in: text)?.contains("nothing is ever fetched") == true)
  }

  @Test(arguments: ["../flyte", "/a/b:c", "flyte@v1", "a"]) func aPathIsAPath(text: String) {
    #expect(TextRule.path.fault(in: text) == nil)
  }
}
