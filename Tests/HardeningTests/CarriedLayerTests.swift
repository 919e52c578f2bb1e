import TestSupport
import Testing
import Values

@testable import Hardening

@Suite struct CarriedLayerTests {
  private func fields(_ upper: TreeLiteral, over lower: TreeLiteral) -> [String] {
    CarriedLayer(upper.tree, over: lower.tree).lost.map { $0.path.joined(separator: ".") }
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

  private func carried(_ upper: TreeLiteral, over lower: TreeLiteral, is kept: TreeLiteral) -> Bool
  {
    CarriedLayer(upper.tree, over: lower.tree).fields.holdsSameValues(as: kept.tree)
  }

  @Test func whatIsLostIsNotWritten() {
    #expect(
      carried(
        ["volumeMounts": [["mountPath": "/a", "name": "y"], ["mountPath": "/b", "name": "y"]]],
        over: ["volumeMounts": [["mountPath": "/a", "name": "x"]]],
        is: ["volumeMounts": [["mountPath": "/b", "name": "y"]]]))
  }

  @Test func aStructThatTheMergeWouldSpoilIsLostWhole() {
    #expect(
      fields(
        ["securityContext": ["seccompProfile": ["type": "RuntimeDefault"]]],
        over: [
          "securityContext": ["seccompProfile": ["type": "Localhost", "localhostProfile": "p"]]
        ]
      ) == ["securityContext.seccompProfile"])
    #expect(
      fields(
        ["securityContext": ["seccompProfile": ["type": "Localhost", "localhostProfile": "p"]]],
        over: ["securityContext": ["seccompProfile": ["type": "RuntimeDefault"]]]
      ).isEmpty)
    #expect(
      fields(
        ["livenessProbe": ["periodSeconds": 3]],
        over: ["livenessProbe": ["exec": ["command": ["a"]], "periodSeconds": 2]])
        == ["livenessProbe"])
  }

  @Test func theLaterOfTwoVariablesWins() {
    #expect(
      fields(
        ["env": [["name": "A", "value": "2"]]], over: ["env": [["name": "A", "value": "1"]]]
      ).isEmpty)
  }

  @Test func aNullIsLostWhereItWouldTakeAwayAndNothingElsewhere() {
    #expect(
      fields(
        ["securityContext": ["runAsUser": nil, "runAsGroup": nil], "livenessProbe": nil],
        over: ["securityContext": ["runAsUser": 1]]) == ["securityContext.runAsUser"])
  }

  @Test func aNullWorksInInitContainersAndIsInNoContainer() {
    let layered = profile(
      containers: ["securityContext": ["runAsUser": 1], "tty": true],
      primary: ["securityContext": ["runAsUser": nil], "stdin": nil],
      initContainers: ["securityContext": ["runAsUser": nil], "stdin": nil],
      copilot: ["securityContext": ["runAsUser": nil]])
    func has(_ role: ContainerRole, _ fields: TreeLiteral) -> Bool {
      role.fields(of: layered).holdsSameValues(as: fields.tree)
    }
    #expect(has(.primary, ["securityContext": ["runAsUser": 1], "tty": true]))
    #expect(has(.initContainer, ["securityContext": [:], "tty": true]))
    #expect(has(.copilotInitContainer, ["securityContext": [:], "tty": true]))
  }
}
