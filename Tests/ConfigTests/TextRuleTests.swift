import Testing

@testable import Config

@Suite struct TextRuleTests {
  @Test(arguments: [
    (TextRule.image, "r.io/f:v1"), (.image, "localhost:5000/a/b-c_d.e__f"), (.image, "nginx"),
    (.image, "R.io/f@sha256:" + String(repeating: "a", count: 64)),
    (.image, "r.io/f:v1@sha256:" + String(repeating: "0", count: 64)),
    (.containerPrefix, "flyte-copilot-"), (.duration, "1h30m"), (.duration, "0"),
    (.duration, "1.5h"), (.duration, "2562047h"), (.quantity, "500m"), (.quantity, "0.5"),
    (.flyteVersion, "v1.16.0b0"), (.flyteVersion, "v1.16.8-acme.2"),
  ])
  func thisIsFine(rule: TextRule, text: String) {
    #expect(rule.fault(in: text) == nil)
  }

  @Test(arguments: [
    (TextRule.image, "r.io/F:v1"), (.image, "r.io/f:v1:v2"), (.image, "r.io/f@sha256:zz"),
    (.image, ""), (.image, "r.io//f"), (.image, "r.io/f:"), (.image, "-a"), (.image, "a..b/c-"),
    (.image, "f:" + String(repeating: "x", count: 129)), (.image, "r.io:port/f"), (.image, "a b"),
    (.containerPrefix, "My Prefix"), (.containerPrefix, String(repeating: "a", count: 54)),
    (.containerPrefix, "-x"), (.duration, "-5m"), (.duration, "9999999999h"), (.duration, "5"),
    (.duration, "1.2.3s"), (.duration, ""), (.quantity, "-1"), (.quantity, "lots"),
    (.flyteVersion, "v1.16.99garbage/../x"), (.flyteVersion, "v1.16.."), (.flyteVersion, "v1.16"),
    (.flyteVersion, "1.16.8"), (.flyteVersion, "v1.16.8 "),
  ])
  func thisIsNot(rule: TextRule, text: String) {
    #expect(rule.fault(in: text) != nil)
  }
}
