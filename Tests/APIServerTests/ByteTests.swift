import PodAPI
import Testing

/// Names are told apart as Kubernetes does, byte for byte.
@Suite struct ByteTests {
  let composed = "caf\u{E9}"
  let apart = "cafe\u{301}"

  @Test(arguments: [0, 20])
  func containersOfTwoSpellingsAreTwo(others: Int) throws {
    let names = [composed, apart] + (0..<others).map { "c\($0)" }
    let containers = names.map { #"{"name": "\#($0)", "image": "p:1"}"# }.joined(separator: ",")
    let found = try ValidationTests.pod(#"{"containers": [\#(containers)]}"#)
    // Neither is a label, and none stands twice.
    #expect(found == ["spec.containers[0].name", "spec.containers[1].name"])
  }
}
