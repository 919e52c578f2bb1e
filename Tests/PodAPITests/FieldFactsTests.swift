import Testing

@testable import PodAPI

/// Facts by the names of fields: each name is one of the Pod API, and stands for the same everywhere.
@Suite struct FieldFactsTests {
  static func kinds(of field: String) -> [PodSchema.Kind] {
    guard let name = FieldName(field) else { return [] }
    return PodSchema.shipped.types.compactMap { $0[name]?.kind }
  }

  static let lists = [
    "volumes", "env", "containers", "initContainers", "imagePullSecrets", "resourceClaims",
    "claims", "sysctls", "schedulingGates", "volumeMounts", "volumeDevices", "ports",
    "hostAliases", "topologySpreadConstraints", "tolerations",
  ]

  @Test(arguments: lists) func aRuleForEntriesIsOfListsOfStructs(field: String) throws {
    #expect(ListIdentity.of(field) != .replaced)
    let kinds = Self.kinds(of: field)
    #expect(Set(kinds).count == 1)
    guard case .list(.object(let position)) = kinds.first else {
      Issue.record("\(field) is no list of structs")
      return
    }
    guard case .keyed(let key) = ListIdentity.of(field) else { return }
    let type = PodSchema.shipped.types[position]
    for name in key.fields { #expect(try type[#require(FieldName(name))] != nil) }
  }

  @Test func allOtherListsAreReplaced() {
    for type in PodSchema.shipped.types {
      for field in type.fields where !Self.lists.contains(field.name.text) {
        #expect(ListIdentity.of(field.name.text) == .replaced)
      }
    }
  }

  @Test func aWholeStructIsAStruct() {
    for field in WholeStructs.fields {
      let kinds = Self.kinds(of: field.text)
      #expect(!kinds.isEmpty)
      for kind in kinds {
        guard case .object = kind else {
          Issue.record("\(field.text) is no struct")
          continue
        }
      }
    }
  }

  @Test func fieldsOfBothContextsAreTakenFromTheSchema() {
    #expect(
      ContextFields.ofBoth == [
        "appArmorProfile", "runAsGroup", "runAsNonRoot", "runAsUser", "seLinuxOptions",
        "seccompProfile", "windowsOptions",
      ])
  }

  @Test(arguments: ["runAsUser", "runAsGroup", "fsGroup", "supplementalGroups"])
  func anIDHasThirtyOneBits(field: String) {
    #expect(FieldRange.of(field) == 0...2_147_483_647)
    #expect(!Self.kinds(of: field).isEmpty)
  }
}
