import Manifests
import Testing
import Values

@testable import Audit

/// The pod of a refusal, and the lines that are marked in it.
@Suite struct PodLinesTests {
  private func lines(_ version: String, _ text: String, task: String) throws -> [(
    text: String, words: String
  )] {
    let found = ClusterAudit(try setup(version, text).subject).run()
    let refusal = try #require(found.refusals.first { $0.tasks.contains(task) })
    let pod = try #require(refusal.pod)
    let lines = PodLines(pod.pod, causes: refusal.causes)
    return try lines.marks.map { mark in
      try #require(lines.lines.indices.contains(mark.line - 1))
      return (lines.lines[mark.line - 1], mark.words)
    }
  }

  @Test func aValueThatIsThereIsMarked() throws {
    let marks = try lines(
      "v1.15.3", manifest(["default"], inits: ["default-init"]), task: "copilot-outputs")
    #expect(marks.map(\.text) == ["          add:"])
    #expect(marks[0].words.hasPrefix("securityContext.capabilities.add: v1.15.3 adds it"))
  }

  /// The container is marked that lacks it, or what there is of the way to it.
  @Test func aValueThatIsMissingIsMarkedWhereItWouldBe() throws {
    let marks = try lines("v1.13.3", manifest(["default"]), task: "pod-helpers")
    #expect(Set(marks.map { ByteText($0.text) }) == ["    - name: prepare"])
    let bare = try lines("v1.16.8", "", task: "container")
    #expect(
      bare.contains { $0.text == "spec:" && $0.words.hasPrefix("securityContext.runAsNonRoot") }
        == false)
    #expect(bare.contains { $0.words.hasPrefix("securityContext.allowPrivilegeEscalation") })
  }

  @Test func whatTheTemplateSetsIsMarkedInThePod() throws {
    let text = manifest(["default"], inits: ["default-init"])
      .replacing(
        "    containers:\n",
        with:
          "    hostNetwork: true\n    volumes: [{ name: a-b, hostPath: { path: /x } }]\n    containers:\n"
      )
    let marks = try lines("v1.16.8", text, task: "container")
    #expect(marks.contains { $0.text == "  hostNetwork: true" })
    #expect(marks.contains { $0.text == "    - name: a-b" })
  }
}
