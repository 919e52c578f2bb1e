import Model
import Origins
import TestSupport
import Testing

@Suite struct LayeringTests {
  @Test func mappingsMergeAndNullRemoves() {
    let result = Layering.lay(
      tree(["a": ["x": 2], "b": nil]), over: tree(["a": ["x": 1, "y": 1], "b": 3]))
    #expect(result.holdsSameValues(as: tree(["a": ["x": 2, "y": 1]])))
  }

  @Test func listsMergeByTheKeyThatKubernetesUses() {
    let result = Layering.lay(
      tree(["volumeMounts": [["mountPath": "/tmp", "name": "b"]]]),
      over: tree([
        "volumeMounts": [
          ["mountPath": "/tmp", "name": "a", "readOnly": true], ["mountPath": "/x"],
        ]
      ]))
    #expect(
      result.holdsSameValues(
        as: tree([
          "volumeMounts": [
            ["mountPath": "/tmp", "name": "b", "readOnly": true], ["mountPath": "/x"],
          ]
        ])))
  }

  @Test func tolerationsAreAppendedAndOtherListsReplaced() {
    let result = Layering.lay(
      tree(["tolerations": [["key": "b"]], "capabilities": ["drop": ["NET_RAW"]]]),
      over: tree(["tolerations": [["key": "a"]], "capabilities": ["drop": ["ALL"]]]))
    #expect(
      result.holdsSameValues(
        as: tree([
          "tolerations": [["key": "a"], ["key": "b"]], "capabilities": ["drop": ["NET_RAW"]],
        ])))
  }

  @Test func aNullInsideAnAddedMappingLeavesNoTrace() {
    let result = Layering.lay(tree(["a": ["x": nil, "y": 1]]), over: tree([:]))
    #expect(result.holdsSameValues(as: tree(["a": ["y": 1]])))
  }

  @Test func ofFieldsThatExcludeEachOtherTheUpperIsKept() {
    let result = Layering.lay(
      tree([
        "seccompProfile": ["type": "RuntimeDefault"],
        "volumes": [["name": "a", "emptyDir": [:]]],
        "env": [["name": "E", "value": "x"]],
        "livenessProbe": ["tcpSocket": ["port": 1]],
      ]),
      over: tree([
        "seccompProfile": ["type": "Localhost", "localhostProfile": "p"],
        "volumes": [["name": "a", "hostPath": ["path": "/"]]],
        "env": [["name": "E", "valueFrom": [:]]],
        "livenessProbe": ["exec": [:], "periodSeconds": 1],
      ]))
    #expect(
      result.holdsSameValues(
        as: tree([
          "seccompProfile": ["type": "RuntimeDefault"],
          "volumes": [["name": "a", "emptyDir": [:]]],
          "env": [["name": "E", "value": "x"]],
          "livenessProbe": ["tcpSocket": ["port": 1], "periodSeconds": 1],
        ])))
  }
}
