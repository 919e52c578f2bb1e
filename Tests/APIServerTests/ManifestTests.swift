import APIServer
import PodAPI
import Testing
import Values

/// Manifests as a server reads them: YAML 1.1, and JSON by Go's rules.
@Suite struct ManifestTests {
  static func answer(_ spec: String, _ validation: FieldValidation = .strict) -> CreateAnswer {
    let text = """
      apiVersion: v1
      kind: PodTemplate
      metadata: { name: t }
      template:
        spec:
          containers: [{ name: c, image: "app:1" }]
          \(spec)

      """
    return Server(ServerRelease(minor: 36)).create(
      CreateRequest(kind: .podTemplate, validation: validation, body: .text(Array(text.utf8))))
  }

  static func kept(_ spec: String, _ way: [String]) -> PlainValue? {
    guard case .stored(let object) = answer(spec), let kept = object.template?[.spec]?.object
    else { return nil }
    return way.reduce(PodValue.object(kept).plain) { value, step in
      Int(step).flatMap { value?.items[$0] } ?? value?[step]
    }
  }

  @Test func numbersWithAZeroAreOctal() {
    let volumes = { (mode: String) in
      "volumes: [{ name: v, emptyDir: {} }, { name: k, secret: { secretName: s, defaultMode: \(mode) } }]"
    }
    let way = ["volumes", "1", "secret", "defaultMode"]
    #expect(Self.kept(volumes("0600"), way) == .integer(384))
    #expect(Self.kept(volumes("0o600"), way) == .integer(384))
    #expect(Self.kept(volumes("0x1F"), way) == .integer(31))
    #expect(Self.kept(volumes("6_0"), way) == .integer(60))
  }

  @Test(arguments: ["yes", "Yes", "y", "on", "true", "TRUE"])
  func wordsAreFlags(word: String) {
    #expect(Self.kept("hostNetwork: \(word)", ["hostNetwork"]) == .bool(true))
  }

  @Test(arguments: ["\"true\"", "yES", "t"])
  func otherWordsAreTexts(word: String) {
    guard case .refused(let request) = Self.answer("hostNetwork: \(word)") else {
      Issue.record("'\(word)' is taken for a flag")
      return
    }
    #expect(request.code == 400)
  }

  @Test func aKeyThatStandsTwiceIsRefusedWhereThatIsAsked() {
    let twice = "hostNetwork: true\n    hostNetwork: false"
    func isStored(_ validation: FieldValidation) -> Bool {
      if case .stored = Self.answer(twice, validation) { return true }
      return false
    }
    #expect(!isStored(.strict) && isStored(.warn) && isStored(.ignore))
    let unknown = "hostNetwrk: true"
    func isKept(_ validation: FieldValidation) -> Bool {
      if case .stored = Self.answer(unknown, validation) { return true }
      return false
    }
    #expect(!isKept(.strict) && isKept(.warn) && isKept(.ignore))
  }
}
