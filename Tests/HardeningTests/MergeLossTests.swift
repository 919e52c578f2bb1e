import TestSupport
import Testing

@testable import Hardening

@Suite struct MergeLossTests {
  private func fields(_ upper: TreeLiteral, over lower: TreeLiteral) -> [String] {
    MergeLoss.losses(upper.tree, over: lower.tree).map { $0.path.joined(separator: ".") }
  }

  @Test func falseAndZeroDoNotReplace() {
    #expect(
      fields(
        ["securityContext": ["readOnlyRootFilesystem": false, "runAsUser": 0]],
        over: ["securityContext": ["readOnlyRootFilesystem": true, "runAsUser": 1]])
        == ["securityContext.readOnlyRootFilesystem", "securityContext.runAsUser"])
  }

  @Test func whatReplacesOrAddsIsNotLost() {
    #expect(
      fields(
        ["securityContext": ["runAsUser": 2, "privileged": false], "tty": true],
        over: ["securityContext": ["runAsUser": 1]]
      ).isEmpty)
  }

  @Test func listsCannotShrinkAndKeyedEntriesCannotChange() {
    #expect(
      fields(
        [
          "capabilities": ["drop": ["NET_RAW"]],
          "volumeMounts": [["mountPath": "/a", "name": "y"]],
        ],
        over: [
          "capabilities": ["drop": ["ALL"]], "volumeMounts": [["mountPath": "/a", "name": "x"]],
        ]) == ["capabilities.drop", "volumeMounts"])
  }
}
