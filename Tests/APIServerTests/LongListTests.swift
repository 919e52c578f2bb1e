import PodAPI
import Testing

@testable import APIServer

/// Long lists. `make bench` shows that time grows with their length, not its square.
struct LongListTests {
  private func list(_ count: Int, _ text: (Int) -> String) -> String {
    "[" + (0..<count).map(text).joined(separator: ", ") + "]"
  }

  private func refusals(_ text: String) throws -> [String] {
    try ValidationTests.template(text)
  }

  @Test func claimsAreFoundAndNotSearched() throws {
    let count = 2_000
    let claims = list(count) { #"{"name": "c\#($0)"}"# }
    let own = list(count) { #"{"name": "c\#($0)", "resourceClaimName": "x"}"# }
    let fine = ValidationTests.container(
      #""resources": {"claims": \#(claims)}"#, pod: #""resourceClaims": \#(own)"#)
    #expect(try refusals(fine) == [])
  }

  /// A claim that is used as a whole cannot be used in part as well.
  @Test func aClaimStandsOnce() throws {
    func paths(_ claims: String) throws -> [String] {
      try refusals(
        ValidationTests.container(
          #""resources": {"claims": \#(claims)}"#,
          pod: #""resourceClaims": [{"name": "a", "resourceClaimName": "x"}]"#)
      ).map { $0.split(separator: ".").last.map(String.init) ?? "" }
    }
    #expect(try paths(#"[{"name": "a"}, {"name": "a"}]"#) == ["claims[1]"])
    #expect(
      try paths(#"[{"name": "a", "request": "r"}, {"name": "a", "request": "s"}]"#) == [])
    #expect(
      try paths(#"[{"name": "a", "request": "r"}, {"name": "a", "request": "r"}]"#)
        == ["claims[1]"])
    // Once for each use before it.
    #expect(
      try paths(
        #"[{"name": "a", "request": "r"}, {"name": "a", "request": "s"}, {"name": "a"}]"#)
        == ["claims[2]", "claims[2]"])
  }

  @Test func volumesAndMountsAreFound() throws {
    let count = 2_000
    let volumes = list(count) { #"{"name": "v\#($0)", "emptyDir": {}}"# }
    let mounts = list(count) { #"{"name": "v\#($0)", "mountPath": "/m/\#($0)"}"# }
    let fine = ValidationTests.container(
      #""volumeMounts": \#(mounts)"#, pod: #""volumes": \#(volumes)"#)
    #expect(try refusals(fine) == [])
    let twice = ValidationTests.container(
      "", pod: #""volumes": [{"name": "v", "emptyDir": {}}, {"name": "v", "emptyDir": {}}]"#)
    #expect(try refusals(twice) == ["template.spec.volumes[1].name"])
  }

  @Test func constraintsAreToldApartByKeyAndAction() throws {
    func constraint(_ key: String, _ action: String) -> String {
      #"{"maxSkew": 1, "topologyKey": "\#(key)", "whenUnsatisfiable": "\#(action)"}"#
    }
    let long = list(2_000) { constraint("a\($0)", "DoNotSchedule") }
    #expect(
      try refusals(ValidationTests.container("", pod: #""topologySpreadConstraints": \#(long)"#))
        == [])
    let some = [("a", "DoNotSchedule"), ("a", "ScheduleAnyway"), ("a", "DoNotSchedule")]
    let short = some.map(constraint).joined(separator: ", ")
    #expect(
      try refusals(
        ValidationTests.container("", pod: #""topologySpreadConstraints": [\#(short)]"#))
        == [
          "template.spec.topologySpreadConstraints[0].{topologyKey, whenUnsatisfiable}"
        ])
  }

  /// The requests of sidecars stay requested while the next ones start.
  @Test func sidecarsAreCountedOnce() throws {
    func container(_ name: String, _ requests: String, _ isSidecar: Bool) -> String {
      #"{"name": "\#(name)", "image": "i:1", "resources": {"requests": {\#(requests)}}"#
        + (isSidecar ? #", "restartPolicy": "Always"}"# : "}")
    }
    let initial = [
      container("a", #""cpu": "1""#, true), container("b", #""memory": "5""#, false),
      container("c", #""cpu": "3""#, false), container("d", #""cpu": "1""#, true),
    ]
    let spec = try ValidationTests.object(
      #"{"containers": [\#(container("m", #""cpu": "1""#, false))], "initContainers": [\#(initial.joined(separator: ", "))]}"#,
      as: "PodSpec")
    let total = ContainerTotals.requests(of: spec).mapValues(\.text)
    // Beside the first sidecar `c` needs more than all that run later.
    #expect(total == ["cpu": "4", "memory": "5"])
  }

  @Test func noMoreThanTenThousandRefusalsAreKept() throws {
    let keys = (0..<20_000).map { #""-\#($0)": "v""# }.joined(separator: ", ")
    let refusals = try refusals(ValidationTests.container("", pod: #""nodeSelector": {\#(keys)}"#))
    #expect(refusals.count == 10_000)
  }
}
