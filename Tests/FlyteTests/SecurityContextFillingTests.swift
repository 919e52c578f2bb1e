import PodAPI
import TestSupport
import Testing
import Values

@testable import Flyte

/// What the patch for a task's own Spark pods fills in. Templates/Go/spark_custom_pods_test.go has the same
/// cases for the Go code.
@Suite struct SecurityContextFillingTests {
  private static let decoder = PodDecoder(minor: 36)

  private static let container: TreeLiteral = [
    "runAsUser": 1000, "allowPrivilegeEscalation": false,
    "seLinuxOptions": ["role": "role", "level": "level"],
    "capabilities": ["add": ["CHOWN"], "drop": ["ALL"]],
  ]

  private func filled(
    _ own: TreeLiteral, pod: TreeLiteral = [:], container: TreeLiteral = container
  ) -> PodObject {
    var spec = Self.decoder.decode(PlainValue(tree(own)), as: "PodSpec")
    spec.fillSecurityContexts(
      pod: Self.decoder.decode(PlainValue(tree(pod)), as: "PodSecurityContext"),
      container: Self.decoder.decode(PlainValue(tree(container)), as: "SecurityContext"))
    return spec
  }

  private func context(_ own: TreeLiteral, container: TreeLiteral = container) -> PodObject? {
    filled(["containers": [["name": "spark", "securityContext": own]]], container: container)[
      .containers]?.items[0].object?[.securityContext]?.object
  }

  private func expected(_ context: TreeLiteral) -> PodObject {
    Self.decoder.decode(PlainValue(tree(context)), as: "SecurityContext")
  }

  @Test func everyContainerGetsWhatItLacks() {
    let spec = filled(
      [
        "initContainers": [["name": "prepare"]],
        "containers": [["name": "spark"], ["name": "helper"]],
      ], pod: ["fsGroup": 1000])
    let containers = [FieldName.initContainers, .containers].flatMap { spec[$0]?.items ?? [] }
    #expect(containers.count == 3)
    for found in containers {
      #expect(found.object?[.securityContext]?.object == expected(Self.container))
    }
    #expect(spec[.securityContext]?.object?.fields.count == 1)
  }

  @Test func whatTheTaskSetsStaysWhole() {
    #expect(
      context(["seLinuxOptions": ["level": "own"], "capabilities": ["add": ["KILL"]]])
        == expected([
          "runAsUser": 1000, "allowPrivilegeEscalation": false,
          "seLinuxOptions": ["level": "own"],
          "capabilities": ["add": ["KILL"], "drop": ["ALL"]],
        ]))
    #expect(context(["capabilities": ["drop": []]]) == expected(Self.container))
  }

  @Test func theTasksPodWinsOverFlytesContainer() {
    let spec = filled(
      ["securityContext": ["runAsUser": 2000], "containers": [["name": "spark"]]],
      pod: ["runAsUser": 1000, "fsGroup": 1000])
    let found = spec[.containers]?.items[0].object?[.securityContext]?.object
    #expect(found?[.runAsUser] == .integer(2000))
    #expect(
      spec[.securityContext]?.object
        == Self.decoder.decode(
          PlainValue(tree(["runAsUser": 2000, "fsGroup": 1000])), as: "PodSecurityContext"))
  }

  /// The API server refuses more privileges beside `allowPrivilegeEscalation: false`.
  @Test func whatExcludesEachOtherIsNotFilledIn() {
    #expect(context(["privileged": true])?[.allowPrivilegeEscalation] == nil)
    let admin: TreeLiteral = ["capabilities": ["add": ["CAP_SYS_ADMIN"]]]
    #expect(context(admin)?[.allowPrivilegeEscalation] == nil)
    #expect(
      context(["allowPrivilegeEscalation": false], container: ["privileged": true])
        == expected(["allowPrivilegeEscalation": false]))
  }
}
