import APIServer
import PodAPI
import Testing
import Values

/// The refusals of the API server for a container's lists.
@Suite struct ContainerValidationTests {
  private func refusals(
    of list: String, _ fields: [PlainValue.Entry], claims: [String] = []
  ) -> [String] {
    let container = PlainValue.mapping(
      [.init("name", .string("main")), .init("image", .string("i:1"))] + fields)
    let spec = PlainValue.mapping([
      .init(
        "resourceClaims",
        .list(
          claims.map {
            .mapping([
              .init("name", .string($0)), .init("resourceClaimName", .string("c")),
            ])
          })),
      .init(list, .list([container])),
    ])
    let decoded = PodDecoder(minor: 34).decode(spec, as: "PodSpec")
    return Server(ServerRelease(minor: 34)).prepare(
      podMetadata: nil, spec: PodDefaults.pod(decoded)
    ).refusals.map(\.path)
      .filter { $0 != "spec.containers" }
  }

  private func claims(_ names: String...) -> [PlainValue.Entry] {
    let list = names.map { PlainValue.mapping([.init("name", .string($0))]) }
    return [.init("resources", .mapping([.init("claims", .list(list))]))]
  }

  @Test func aClaimIsNamedOnceAndExists() {
    #expect(refusals(of: "containers", claims("a", "b"), claims: ["a", "b"]).isEmpty)
    #expect(
      refusals(of: "containers", claims("a", "a"), claims: ["a"])
        == ["spec.containers[0].resources.claims[1]"])
    #expect(
      refusals(of: "containers", claims("a")) == ["spec.containers[0].resources.claims[0]"])
  }

  @Test func aResourceHasOneResizePolicy() {
    let policy = PlainValue.mapping([
      .init("resourceName", .string("cpu")), .init("restartPolicy", .string("NotRequired")),
    ])
    func fields(_ count: Int) -> [PlainValue.Entry] {
      [.init("resizePolicy", .list(Array(repeating: policy, count: count)))]
    }
    #expect(refusals(of: "containers", fields(1)).isEmpty)
    #expect(refusals(of: "containers", fields(2)) == ["spec.containers[0].resizePolicy[1]"])
    #expect(refusals(of: "initContainers", fields(1)) == [])
  }
}
