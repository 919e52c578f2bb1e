import Flyte
import PodAPI
import Testing
import Values

/// The values that a task leaves behind in the cached template.
@Suite struct SharingTests {
  /// `default` has no securityContext of its own, so `primary`'s is taken by its pointer.
  static let borrowing = """
    {"containers": [{"name": "default", "image": "p:1"},
      {"name": "primary", "image": "p:1", "securityContext": {"capabilities": {"drop": ["ALL"]}}}]}
    """

  func added(_ container: PlainValue) -> [String] {
    (container["securityContext"]?["capabilities"]?["add"]?.items ?? []).compactMap(\.string)
  }

  @Test(arguments: ["v1.9.2", "v1.13.3", "v1.14.1", "v1.15.3"])
  func capabilitiesOfCopilotTasksPileUpInTheTemplate(release: String) throws {
    let cluster = try Cluster(release, template: Self.borrowing)
    #expect(try added(cluster.container("exec-n0-0", of: containerTask())) == [])
    #expect(try added(cluster.container("exec-n0-0", of: containerTask(.both))) == ["SYS_PTRACE"])
    #expect(try added(cluster.container("exec-n0-0", of: containerTask())) == ["SYS_PTRACE"])
    #expect(
      try added(cluster.container("exec-n0-0", of: containerTask(.both)))
        == ["SYS_PTRACE", "SYS_PTRACE"])
  }

  @Test func aCompleteDefaultKeepsTheTemplateAsItIs() throws {
    let complete = Self.borrowing.replacing(
      #"{"name": "default", "image": "p:1"}"#,
      with: #"{"name": "default", "image": "p:1", "securityContext": {"capabilities": {}}}"#)
    let cluster = try Cluster("v1.15.3", template: complete)
    _ = try cluster.pod(containerTask(.both))
    #expect(try added(cluster.container("exec-n0-0", of: containerTask())) == [])
  }

  @Test func copiesEndIt() throws {
    let cluster = try Cluster(
      "v1.15.3", patches: [.podTemplateCopies], template: Self.borrowing)
    _ = try cluster.pod(containerTask(.both))
    #expect(try added(cluster.container("exec-n0-0", of: containerTask())) == [])
  }

  @Test func aRestartForgets() throws {
    let cluster = try Cluster("v1.15.3", template: Self.borrowing)
    _ = try cluster.pod(containerTask(.both))
    let fresh = try cluster.model.pod(
      for: containerTask(), in: "snacks-development", store: cluster.store.restarted()
    ).get()
    #expect(fresh.spec.plain != (try cluster.pod(containerTask())).spec.plain)
  }

  static let named = """
    {"containers": [{"name": "noop", "image": "p:1"}],
     "initContainers": [{"name": "flyte-copilot-downloader", "image": "p:1"}]}
    """

  @Test func namedEntriesOfV2TakeTheArgumentsOfEveryTask() throws {
    let cluster = try Cluster("v2.0.29", template: Self.named)
    for run in 1...3 {
      let downloader = try cluster.container("flyte-copilot-downloader", of: containerTask(.both))
      #expect(downloader["command"]?.items.count == run)
      #expect(downloader["volumeMounts"]?.items.count == run)
    }
  }

  @Test(arguments: ["v1.15.3", "v1.16.2"])
  func namedEntriesOfV1DoNot(release: String) throws {
    let cluster = try Cluster(release, template: Self.named)
    for _ in 1...2 {
      let downloader = try cluster.container("flyte-copilot-downloader", of: containerTask(.both))
      #expect(downloader["command"]?.items.count == 1)
    }
  }

  @Test func namedEntriesOfV1LendTheirPointers() throws {
    let template = """
      {"containers": [{"name": "exec-n0-0", "image": "p:1",
        "securityContext": {"capabilities": {"drop": ["ALL"]}}}]}
      """
    let cluster = try Cluster("v1.15.3", template: template)
    _ = try cluster.pod(containerTask(.both))
    #expect(try added(cluster.container("exec-n0-0", of: containerTask())) == ["SYS_PTRACE"])
  }

  static let strictPrep = """
    {"name": "prep", "image": "p:1", "securityContext": {"capabilities": {"drop": ["ALL"]}}}
    """

  /// True if a pod task whose own init container meets the template's `prep` changes the template.
  func prepIsChanged(_ release: String, _ patches: [ModeledPatch], inits: String) throws -> Bool {
    let cluster = try Cluster(
      release, patches: patches,
      template: """
        {"containers": [{"name": "noop", "image": "p:1"}], "initContainers": [\(inits)]}
        """)
    let task = try podTask(
      """
      {"containers": [{"name": "main", "image": "t:1"}],
       "initContainers": [{"name": "prep", "image": "t:1",
         "securityContext": {"capabilities": {"drop": ["ALL"]}}}]}
      """)
    _ = try cluster.container("prep", of: task)
    return try cluster.container("prep", of: task)["securityContext"]?["capabilities"]?["drop"]?
      .items.count != 2
  }

  /// Each of the two loops by name meets an entry on nothing, or on `default-init`.
  @Test(
    arguments: [
      ("v1.13.3", [ModeledPatch.initContainerTemplates], false, false),
      ("v1.14.1", [.namedInitTemplate], false, true),
      ("v1.15.0", [.namedInitTemplate], false, true),
      ("v1.15.3", [], true, true), ("v1.16.8", [.namedInitTemplate], false, false),
      ("v2.0.43", [], true, true), ("v2.0.43", [.podTemplateCopies], false, false),
    ])
  func entriesForInitContainersLendWhatTheirCodeLends(
    release: String, patches: [ModeledPatch], alone: Bool, onDefault: Bool
  ) throws {
    #expect(try prepIsChanged(release, patches, inits: Self.strictPrep) == alone)
    let withDefault = #"{"name": "default-init", "image": "p:1"}, "# + Self.strictPrep
    #expect(try prepIsChanged(release, patches, inits: withDefault) == onDefault)
  }
}
