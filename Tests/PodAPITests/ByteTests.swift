import PodAPI
import Testing

/// Names are told apart as Kubernetes does, byte for byte.
@Suite struct ByteTests {
  let composed = "caf\u{E9}"
  let apart = "cafe\u{301}"

  @Test func mapsTellKeysApart() {
    #expect(composed != apart)
    var map = PodMap([(composed, .string("1")), (apart, .string("2"))])
    #expect(map.entries.count == 2)
    #expect(map[composed] == .string("1"))
    #expect(map[apart] == .string("2"))
    map[apart] = nil
    #expect(map[composed] == .string("1"))
  }

  @Test(arguments: [0, 20])
  func containersOfTwoSpellingsAreTwo(others: Int) throws {
    let names = [composed, apart] + (0..<others).map { "c\($0)" }
    let containers = names.map { #"{"name": "\#($0)", "image": "p:1"}"# }.joined(separator: ",")
    let found = try ValidationTests.pod(#"{"containers": [\#(containers)]}"#)
    // Neither is a label, and none stands twice.
    #expect(found == ["spec.containers[0].name", "spec.containers[1].name"])
  }

  @Test func quantitiesAreComparedAsNumbers() {
    #expect(Quantity.exceeds("1Gi", "1G"))
    #expect(!Quantity.exceeds("1Gi", "1073741824"))
    #expect(!Quantity.exceeds("1073741824", "1Gi"))
    #expect(Quantity.exceeds("1001m", "1"))
    #expect(Quantity.exceeds("1e3", "999"))
    #expect(!Quantity.exceeds("many", "1"))
  }
}
