import Model
import TestSupport
import Testing
import Values

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

  @Test func aNullIsKeptForALayerStillBelow() {
    let upper = tree(["a": ["x": nil, "y": nil], "env": [["name": "A", "value": nil]]])
    let kept = Layering.lay(upper, over: tree(["a": ["y": 1]]), keepsNulls: true)
    let expected: TreeLiteral = ["a": ["x": nil], "env": [["name": "A", "value": nil]]]
    #expect(kept.holdsSameValues(as: tree(expected)))
    let twice = Layering.lay(upper, over: tree(["a": ["x": nil]]), keepsNulls: true)
    #expect(twice["a"]?["x"]?.content == .null)
    let below = tree(["a": ["x": 1], "env": [["name": "A", "value": "1"]]])
    let whole = Layering.lay(kept, over: below)
    #expect(whole.holdsSameValues(as: tree(["a": [:], "env": [["name": "A"]]])))
  }

  /// Both layers, and what comes of them.
  static let meetings: [(upper: TreeLiteral, lower: TreeLiteral, result: TreeLiteral)] = [
    // One source a volume, one value a variable, one handler a probe.
    (
      ["volumes": [["name": "tmp", "configMap": ["name": "x"]]]],
      ["volumes": [["name": "tmp", "emptyDir": ["medium": "Memory"]]]],
      ["volumes": [["name": "tmp", "configMap": ["name": "x"]]]]
    ),
    (
      ["volumes": [["name": "tmp", "emptyDir": ["sizeLimit": "1Gi"]]]],
      ["volumes": [["name": "tmp", "emptyDir": ["medium": "Memory"]]]],
      ["volumes": [["name": "tmp", "emptyDir": ["medium": "Memory", "sizeLimit": "1Gi"]]]]
    ),
    (
      ["env": [["name": "A", "value": "1"]]],
      ["env": [["name": "A", "valueFrom": ["fieldRef": ["fieldPath": "x"]]]]],
      ["env": [["name": "A", "value": "1"]]]
    ),
    (
      ["env": [["name": "A", "valueFrom": ["secretKeyRef": ["key": "k"]]]]],
      ["env": [["name": "A", "valueFrom": ["fieldRef": ["fieldPath": "x"]]]]],
      ["env": [["name": "A", "valueFrom": ["secretKeyRef": ["key": "k"]]]]]
    ),
    (
      ["readinessProbe": ["tcpSocket": ["port": 1]]],
      ["readinessProbe": ["httpGet": ["port": 2], "periodSeconds": 3]],
      ["readinessProbe": ["periodSeconds": 3, "tcpSocket": ["port": 1]]]
    ),
    // What else a struct says follows from its type.
    (
      ["seccompProfile": ["type": "RuntimeDefault"]],
      ["seccompProfile": ["type": "Localhost", "localhostProfile": "a"]],
      ["seccompProfile": ["type": "RuntimeDefault"]]
    ),
    (
      ["appArmorProfile": ["type": "Localhost", "localhostProfile": "b"]],
      ["appArmorProfile": ["type": "Localhost", "localhostProfile": "a"]],
      ["appArmorProfile": ["type": "Localhost", "localhostProfile": "b"]]
    ),
    // Two of one key in one layer stay two.
    (
      ["env": [["name": "B", "value": "1"], ["name": "B", "value": "2"]]],
      ["env": [["name": "A", "value": "0"]]],
      [
        "env": [
          ["name": "A", "value": "0"], ["name": "B", "value": "1"], ["name": "B", "value": "2"],
        ]
      ]
    ),
    (
      ["env": [["name": "A", "value": "1"], ["name": "A", "value": "2"]]],
      ["env": [["name": "A", "value": "0"]]],
      ["env": [["name": "A", "value": "1"], ["name": "A", "value": "2"]]]
    ),
    // TCP and UDP are two ports, and TCP is what nobody says.
    (
      [
        "ports": [
          ["containerPort": 53, "protocol": "TCP"], ["containerPort": 53, "protocol": "UDP"],
        ]
      ],
      ["ports": [["containerPort": 80], ["containerPort": 53, "name": "dns"]]],
      [
        "ports": [
          ["containerPort": 80], ["containerPort": 53, "name": "dns", "protocol": "TCP"],
          ["containerPort": 53, "protocol": "UDP"],
        ]
      ]
    ),
    (
      ["topologySpreadConstraints": [["topologyKey": "z", "whenUnsatisfiable": "DoNotSchedule"]]],
      ["topologySpreadConstraints": [["topologyKey": "z", "whenUnsatisfiable": "ScheduleAnyway"]]],
      [
        "topologySpreadConstraints": [
          ["topologyKey": "z", "whenUnsatisfiable": "ScheduleAnyway"],
          ["topologyKey": "z", "whenUnsatisfiable": "DoNotSchedule"],
        ]
      ]
    ),
    // A null within an entry of any list leaves no trace.
    (
      ["tolerations": [["key": nil, "operator": "Exists"]], "envFrom": [["prefix": nil]]], [:],
      ["tolerations": [["operator": "Exists"]], "envFrom": [[:]]]
    ),
  ]

  @Test(arguments: meetings.indices) func layersMeet(index: Int) {
    let (upper, lower, result) = Self.meetings[index]
    let laid = Layering.lay(tree(upper), over: tree(lower))
    #expect(laid.holdsSameValues(as: tree(result)), "\(laid)")
  }

  @Test func longListsMeetInNoTime() {
    func variables(_ value: Int) -> TreeLiteral {
      [
        "env": .list(
          (0..<20_000).map { ["name": .string("V\($0)"), "value": .string("\(value)")] })
      ]
    }
    let laid = Layering.lay(tree(variables(2)), over: tree(variables(1)))
    #expect(laid["env"]?.items.count == 20_000)
    #expect(laid["env"]?.items.allSatisfy { $0["value"]?.string == "2" } == true)
  }

  @Test func whatIsBrokenStaysMarked() {
    let broken = OriginTree.broken(at: .tool)
    let upper = OriginTree(
      .mapping([.init(key: "a", keyOrigin: .tool, value: broken)]), origin: .tool)
    let laid = Layering.lay(tree(["b": 1]), over: Layering.lay(upper, over: tree(["a": 1])))
    #expect(laid.holdsBroken && laid["a"]?.isBroken == true)
  }
}
