import JSONText
import PodAPI
import PodSecurity
import Testing

/// Names and values are told apart as Go does, byte for byte.
@Suite struct ByteTests {
  func verdict(_ spec: String, annotations: PodMap? = nil, minor: Int = 31) throws -> Verdict {
    PodSecurity.evaluate(
      spec: PodDecoder(minor: 36).decode(try JSONReader.read(spec.utf8), as: "PodSpec"),
      annotations: annotations, level: .baseline, version: .minor(minor),
      server: PodSecurity.newestServer)
  }

  @Test func anAnnotationIsForTheContainerOfItsBytes() throws {
    let annotations = PodMap([
      ("container.seccomp.security.alpha.kubernetes.io/caf\u{E9}", .string("unconfined"))
    ])
    func allowed(_ name: String) throws -> Bool {
      try verdict(
        #"{"containers": [{"name": "\#(name)"}]}"#, annotations: annotations, minor: 18
      ).isAllowed
    }
    #expect(try allowed("cafe\u{301}"))
    #expect(try !allowed("caf\u{E9}"))
  }

  @Test func twoSpellingsOfAValueAreListedBoth() throws {
    func container(_ type: String) -> String {
      #"{"name": "c", "securityContext": {"seLinuxOptions": {"type": "\#(type)"}}}"#
    }
    let found = try verdict(
      #"{"containers": [\#(container("caf\u{E9}")), \#(container("cafe\u{301}"))]}"#)
    #expect(found.text.utf8.count { $0 == UInt8(ascii: "\"") } == 8)
  }

  /// The sign for kelvin is a K to Swift.
  @Test func aLetterThatLooksTheSameIsNoCapability() throws {
    let added = #"{"capabilities": {"add": ["\#u{212A}ILL"]}}"#
    let found = try verdict(#"{"containers": [{"name": "c", "securityContext": \#(added)}]}"#)
    #expect(!found.isAllowed)
  }

  @Test func hostsAreAtTheirOwnFields() throws {
    let found = try verdict(
      """
      {"containers": [{"name": "c",
        "readinessProbe": {"httpGet": {"port": 1, "host": "a"}},
        "lifecycle": {"preStop": {"tcpSocket": {"port": 1, "host": "b"}}}}]}
      """, minor: 34)
    #expect(
      found.findings.flatMap(\.offenders).map(\.field)
        == ["readinessProbe.httpGet.host", "lifecycle.preStop.tcpSocket.host"])
  }
}
