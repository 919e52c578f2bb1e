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

  @Test func quantitiesAreComparedAsNumbers() {
    #expect(Quantity.exceeds("1Gi", "1G"))
    #expect(!Quantity.exceeds("1Gi", "1073741824"))
    #expect(!Quantity.exceeds("1073741824", "1Gi"))
    #expect(Quantity.exceeds("1001m", "1"))
    #expect(Quantity.exceeds("1e3", "999"))
    #expect(!Quantity.exceeds("many", "1"))
  }
}
