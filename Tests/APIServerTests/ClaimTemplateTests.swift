import Testing

/// The rules of the API server for the claim that an ephemeral volume is made with.
@Suite struct ClaimTemplateTests {
  @Test(arguments: [
    (
      #"{"spec": {"accessModes": ["ReadWriteOnce"], "resources": {"requests": {"storage": "1Gi"}}}}"#,
      []
    ),
    (#"{"spec": {"accessModes": ["ReadWriteOnce"]}}"#, ["spec.resources[storage]"]),
    (
      #"{"spec": {"accessModes": ["ReadWriteOnce"], "resources": {"limits": {"storage": "1Gi"}}}}"#,
      ["spec.resources[storage]"]
    ),
    (
      #"{"spec": {"accessModes": ["ReadWriteOnce"], "resources": {"requests": {"storage": "0"}}}}"#,
      ["spec.resources[storage]"]
    ),
    (#"{"spec": {"resources": {"requests": {"storage": "1Gi"}}}}"#, ["spec.accessModes"]),
    ("{}", ["spec.accessModes", "spec.resources[storage]"]),
    ("null", [""]),
  ])
  func aClaimNeedsModesAndStorage(claim: String, refused: [String]) throws {
    let volume = #"{"name": "v", "ephemeral": {"volumeClaimTemplate": \#(claim)}}"#
    let spec = ValidationTests.container("", pod: #""volumes": [\#(volume)]"#)
    let place = "volumes[0].ephemeral.volumeClaimTemplate"
    let paths = refused.map { $0.isEmpty ? place : "\(place).\($0)" }
    #expect(try ValidationTests.pod(spec) == paths.map { "spec.\($0)" })
    #expect(try ValidationTests.template(spec) == paths.map { "template.spec.\($0)" })
  }
}
