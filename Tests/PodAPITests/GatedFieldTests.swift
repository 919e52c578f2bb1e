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
    let row = GatedField.closed(name, of: type, in: minor)
    #expect(row?.gate.name(in: minor) == gate)
  }

  @Test(arguments: GatedField.all.indices)
  func aRowIsOfAFieldThatIsThere(index: Int) throws {
    let row = GatedField.all[index]
    let field = try #require(PodSchema.shipped[row.type]?[row.field])
    #expect(row.gate.onSince ?? Int.max > field.since)
  }
}
