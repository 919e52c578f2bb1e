import Diagnostics
import Testing
import Values
import YAMLTree

@Suite struct YAMLTemplateTests {
  private func load(_ text: String, _ diagnostics: inout DiagnosticList) -> YAMLTemplate? {
    YAMLTemplate.load(
      SourceFile(path: "t.yaml", text: text), knownSlots: ["name", "spec"], into: &diagnostics)
  }

  @Test func aSlotWithoutAValueRemovesItsKeyAndEmptiedParents() throws {
    var diagnostics = DiagnosticList()
    let template = try #require(load("a: {b: {c: '${name}'}, d: 1}\ne: ${spec}\n", &diagnostics))
    #expect(template.fill([:]) == .mapping([.init("a", .mapping([.init("d", .integer(1))]))]))
    #expect(template.paths(ofSlot: "name") == [["a", "b", "c"]])
  }

  @Test func aSlotIsReplacedByANode() throws {
    var diagnostics = DiagnosticList()
    let template = try #require(load("e: ${spec}\n", &diagnostics))
    let tree = PlainValue.mapping([.init("x", .list([.string("a: b")]))])
    #expect(template.fill(["spec": tree]) == .mapping([.init("e", tree)]))
  }

  @Test func anUnknownSlotIsAFaultWithAPlace() {
    var diagnostics = DiagnosticList()
    #expect(load("e: ${nome}\n", &diagnostics) == nil)
    #expect(diagnostics.diagnostics.map(\.id) == [.unknownSlot])
    #expect(diagnostics.diagnostics.first?.hint == "did you mean '${name}'?")
  }

  @Test(arguments: ["e: v-${name}\n", "e: ${name}-${spec}\n", "${name}: 1\n"])
  func aSlotWithinATextIsAFault(text: String) {
    var diagnostics = DiagnosticList()
    #expect(load(text, &diagnostics) == nil)
    #expect(diagnostics.diagnostics.map(\.id) == [.slotWithinText])
  }

  @Test(arguments: ["a: 1\n", "- a\n", "spec: ${spec}\n", "a: {spec: '${name}'}\n"])
  func aSlotThatMustBeThereIsMissed(text: String) {
    var diagnostics = DiagnosticList()
    let template = YAMLTemplate.load(
      SourceFile(path: "t.yaml", text: text), knownSlots: ["name", "spec"],
      places: [("spec", ["a", "spec"])], into: &diagnostics)
    #expect(template == nil)
    #expect(
      diagnostics.diagnostics.map(\.message) == ["'${spec}' is missing at 'a.spec' in the template"]
    )
  }
}
