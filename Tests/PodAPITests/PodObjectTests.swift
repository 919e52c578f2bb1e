import PodAPI
import Testing

/// A struct answers like a dictionary, whichever fields share a bit of its mask.
@Suite struct PodObjectTests {
  static let names = Array(
    Set(PodSchema.shipped.types.flatMap { $0.fields.map(\.name) })
  ).sorted()

  @Test func itAnswersLikeADictionary() {
    var object = PodObject()
    var model: [FieldName: Int64] = [:]
    var random: UInt64 = 7
    for _ in 0..<5000 {
      random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      // Few names, and each with another one that has the same bit.
      let position = Int(random >> 33) % 12 + (random >> 40 & 1 == 0 ? 0 : 64)
      let name = Self.names[position]
      let value: Int64? = random >> 50 & 3 == 0 ? nil : Int64(random >> 52)
      object[name] = value.map { .integer($0) }
      model[name] = value
      #expect(Self.names.allSatisfy { object[$0]?.integer == model[$0] })
    }
    let sorted = model.sorted { $0.key < $1.key }
    #expect(object.fields.map(\.name) == sorted.map(\.key))
    #expect(object == PodObject(sorted.reversed().map { .init($0.key, .integer($0.value)) }))
  }
}
