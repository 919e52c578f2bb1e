import PodAPI
import Testing

/// Since when the API server keeps a field that is behind a feature gate.
@Suite struct GatedFieldTests {
  @Test(arguments: [
    ("PodSpec", "hostUsers", 27, "UserNamespacesStatelessPodsSupport"),
    ("PodSpec", "hostUsers", 28, "UserNamespacesSupport"),
    ("PodSpec", "hostUsers", 32, "UserNamespacesSupport"), ("PodSpec", "hostUsers", 33, nil),
    ("PodSecurityContext", "supplementalGroupsPolicy", 32, "SupplementalGroupsPolicy"),
    ("PodSecurityContext", "supplementalGroupsPolicy", 33, nil),
    ("Volume", "image", 34, "ImageVolume"), ("Volume", "image", 35, nil),
    ("Container", "image", 34, nil), ("PodSpec", "hostNetwork", 25, nil),
  ])
  func aGateHoldsUntilItsVersion(type: String, field: String, minor: Int, gate: String?) throws {
    let name = try #require(FieldName(field))
    let row = GatedField.closed(name, of: type, saying: nil, on: ServerRelease(minor: minor))
    #expect(row?.gate.name(in: minor) == gate)
  }

  @Test func aSwitchedGateIsOn() {
    let release = ServerRelease(minor: 32, switched: [.userNamespaces: true])
    #expect(GatedField.closed(.hostUsers, of: "PodSpec", saying: nil, on: release) == nil)
    let off = ServerRelease(minor: 34, switched: [.userNamespaces: false])
    #expect(GatedField.closed(.hostUsers, of: "PodSpec", saying: nil, on: off) != nil)
    // A server of this version knows no such gate.
    let older = ServerRelease(minor: 28, switched: [.supplementalGroups: true])
    #expect(!older.has(.supplementalGroups))
  }

  @Test func aSidecarHasAGateOfItsOwn() {
    let release = ServerRelease(minor: 34)
    func closed(_ word: String) -> Bool {
      GatedField.closed(.restartPolicy, of: "Container", saying: word, on: release) != nil
    }
    #expect(closed("Never") && !closed("Always"))
  }

  @Test func gatesHaveNamesOfTheirOwn() {
    let names = ServerGate.allCases.flatMap(\.names)
    #expect(Set(names.map(ByteText.init(_:))).count == names.count)
    for gate in ServerGate.allCases {
      #expect(gate.names.allSatisfy { ServerGate(name: $0) == gate })
    }
  }

  @Test(arguments: GatedField.all.indices)
  func aRowIsOfAFieldThatIsThere(index: Int) throws {
    let row = GatedField.all[index]
    let field = try #require(PodSchema.shipped[row.type]?[row.field])
    #expect(row.gate.onSince ?? Int.max >= field.since)
  }
}
