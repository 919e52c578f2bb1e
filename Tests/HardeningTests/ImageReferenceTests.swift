import Deployments
import Testing

@Suite struct ImageReferenceTests {
  @Test func aNameIsCutBeforeItsTag() {
    let plain = ImageReference("registry:5000/flyte")
    #expect(plain.repository == "registry:5000/flyte")
    #expect(plain.tag == nil)
    let tagged = ImageReference("registry:5000/flyte:v1")
    #expect((tagged.repository, tagged.tag) == ("registry:5000/flyte", "v1"))
  }

  @Test(arguments: [
    "x@sha256:0123", "x:1.10", "x:0x1f", "x:20240101", "x:1e3", "x:1_0", "x:2024-01-02", "x:on",
    "x:0b11", "x:_x", "x:v1.", "x:\(String(repeating: "v", count: 64))",
  ])
  func whatIsNoLabelHasAFault(name: String) { #expect(ImageReference(name).labelFault != nil) }

  @Test(arguments: ["x", "x:v1.10", "x:1.15.1", "x:1.10-fix", "x:abc_1", "x:2024-01-02-3"])
  func whatIsALabelHasNone(name: String) { #expect(ImageReference(name).labelFault == nil) }
}
