import Flyte
import PodAPI
import Testing
import Values

/// The rules by which a task's values meet a template's.
@Suite struct MergeTests {
  /// The `main` container, of a template's `default` and the task's own.
  func merged(_ template: String, _ task: String, release: String = "v1.16.8") throws
    -> PlainValue
  {
    let cluster = try Cluster(
      release, template: #"{"containers": [{"name": "default", "image": "p:1", \#(template)}]}"#)
    return try cluster.container(
      "main",
      of: podTask(#"{"containers": [{"name": "main", "image": "t:1", \#(task)}]}"#))
  }

  @Test(
    arguments: [
      (#""runAsNonRoot": true"#, #""runAsNonRoot": false"#, PlainValue.bool(true)),
      (#""runAsNonRoot": false"#, #""runAsNonRoot": true"#, .bool(true)),
      (#""runAsUser": 1000"#, #""runAsUser": 0"#, .integer(1000)),
      (#""runAsUser": 1000"#, #""runAsUser": 5"#, .integer(5)),
      (#""privileged": true"#, #""runAsNonRoot": false"#, .bool(false)),
    ])
  func zeroesDoNotOverrideWhatIsSet(template: String, task: String, kept: PlainValue) throws {
    let context = try merged(
      #""securityContext": {\#(template)}"#, #""securityContext": {\#(task)}"#)["securityContext"]
    let key = task.contains("NonRoot") ? "runAsNonRoot" : "runAsUser"
    #expect(context?[key] == kept)
  }

  @Test func listsAreJoinedAndMapsMerged() throws {
    let cluster = try Cluster(
      "v1.15.3",
      template: """
        {"containers": [{"name": "default", "image": "p:1",
           "volumeMounts": [{"name": "a", "mountPath": "/a"}]}],
         "nodeSelector": {"pool": "batch", "zone": "a"}, "volumes": [{"name": "a"}]}
        """)
    let pod = try cluster.pod(
      podTask(
        """
        {"containers": [{"name": "main", "image": "t:1",
           "volumeMounts": [{"name": "a", "mountPath": "/a"}]}],
         "nodeSelector": {"zone": "b"}, "volumes": [{"name": "a"}]}
        """)
    ).spec.plain
    #expect(pod["containers"]?.items.first?["volumeMounts"]?.items.count == 2)
    #expect(pod["volumes"]?.items.count == 2)
    #expect(
      pod["nodeSelector"]
        == .mapping([.init("pool", .string("batch")), .init("zone", .string("b"))]))
  }

  @Test func aNamedPortStaysNamed() throws {
    func probe(_ port: String) -> String { #""livenessProbe": {"httpGet": {"port": \#(port)}}"# }
    let kept = try merged(probe(#""http""#), probe("80"))
    #expect(kept["livenessProbe"]?["httpGet"]?["port"] == .string("http"))
    let taken = try merged(probe("80"), probe(#""http""#))
    #expect(taken["livenessProbe"]?["httpGet"]?["port"] == .string("http"))
  }

  @Test func whatTheBinaryDoesNotKnowVanishes() throws {
    let profile = #""securityContext": {"appArmorProfile": {"type": "RuntimeDefault"}}"#
    #expect(
      try merged(profile, #""tty": true"#, release: "v1.16.3")["securityContext"] == .mapping([]))
    #expect(
      try merged(profile, #""tty": true"#, release: "v1.16.4")["securityContext"]?[
        "appArmorProfile"]
        != nil)
    #expect(
      try merged(#""tty": true"#, profile, release: "v1.16.3")["securityContext"] == .mapping([]))
  }

  /// The API server takes no template with two entries of one name; only the patch lays both.
  @Test(
    arguments: [
      ("v1.13.3", [ModeledPatch.initContainerTemplates], [true, true]),
      ("v1.14.1", [], [false, true]),
    ])
  func ofTwoEntriesForARoleUpstreamTakesTheLast(
    release: String, patches: [ModeledPatch], reached: [Bool]
  ) throws {
    let cluster = try Cluster(
      release, patches: patches,
      template: """
        {"containers": [{"name": "noop", "image": "p:1"}],
         "initContainers": [{"name": "default-init", "image": "p:1", "tty": true},
           {"name": "default-init", "image": "p:1", "stdin": true}]}
        """)
    let found = try cluster.container("flyte-copilot-downloader", of: containerTask(.both))
    #expect(["tty", "stdin"].map { found[$0] != nil } == reached)
  }

  @Test func containersOfTheTemplateNeverRun() throws {
    for release in ["v1.9.2", "v1.16.8", "v2.0.43"] {
      let cluster = try Cluster(
        release, template: #"{"containers": [{"name": "site", "image": "s:1"}]}"#)
      let containers = try cluster.pod(containerTask()).spec[.containers]?.items
      #expect(containers?.count == 1)
    }
  }

  static let inits = """
    {"containers": [{"name": "default", "image": "p:1"}],
     "initContainers": [{"name": "default-init", "image": "p:1", "tty": true},
       {"name": "primary-init", "image": "p:1", "stdin": true},
       {"name": "flyte-copilot-downloader", "image": "p:1", "stdinOnce": true},
       {"name": "site", "image": "s:1"}]}
    """

  /// The entries that reach the downloader: `default-init`, `primary-init` and the entry by name.
  @Test(
    arguments: [
      ("v1.9.2", [], [false, false, false]), ("v1.14.1", [], [true, true, false]),
      ("v1.15.3", [], [true, true, true]), ("v1.16.2", [], [true, true, true]),
      ("v1.16.8", [], [true, true, false]), ("v2.0.28", [], [false, false, false]),
      ("v2.0.43", [], [true, false, true]),
      ("v1.9.2", [ModeledPatch.initContainerTemplates], [true, true, true]),
      ("v1.14.1", [.namedInitTemplate], [true, true, true]),
      ("v1.16.8", [.namedInitTemplate], [true, true, true]),
      ("v2.0.43", [.primaryInitContainer], [true, true, true]),
    ])
  func entriesReachTheDownloader(release: String, patches: [ModeledPatch], reached: [Bool]) throws {
    let cluster = try Cluster(release, patches: patches, template: Self.inits)
    // Up to v1.13 the template's own runs first, under the same name.
    let spec = try cluster.pod(containerTask(.both)).spec.plain
    let downloader = try #require(
      spec["initContainers"]?.items.last { $0["name"] == .string("flyte-copilot-downloader") })
    #expect(["tty", "stdin", "stdinOnce"].map { downloader[$0] != nil } == reached)
  }

  @Test(
    arguments: [
      ("v1.13.3", [], ["default-init", "primary-init", "flyte-copilot-downloader", "site"]),
      ("v1.13.3", [ModeledPatch.initContainerTemplates], ["site"]), ("v1.14.0", [], []),
      ("v1.16.8", [], []), ("v1.16.8", [.templateInitContainers], ["site"]),
    ])
  func initContainersOfTheTemplateRunOnlyWhereNothingTellsThemApart(
    release: String, patches: [ModeledPatch], names: [String]
  ) throws {
    let cluster = try Cluster(
      release, patches: patches, template: Self.inits,
      section: #"{"keep-template-init-containers": true}"#)
    let found = try cluster.pod(containerTask()).spec[.initContainers]?.items ?? []
    #expect(found.map { $0.object?[.name]?.string ?? "" } == names)
  }
}
