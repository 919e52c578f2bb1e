import Flyte
import JSONText
import PodAPI
import Testing
import Values

/// The fields that Flyte sets in a pod before a template is merged.
@Suite struct BuildingTests {
  static let section = """
    {"default-security-context": {"runAsUser": 1000}, "co-pilot": {"timeout": "90s"}}
    """

  func userOfTask(_ release: String, _ patches: [ModeledPatch], _ data: TaskShape.Data?) throws
    -> PlainValue?
  {
    let cluster = try Cluster(release, patches: patches, section: Self.section)
    return try cluster.container("exec-n0-0", of: containerTask(data))["securityContext"]?[
      "runAsUser"]
  }

  @Test func theDefaultSecurityContextMissesCopilotTasks() throws {
    for release in ["v1.9.2", "v1.15.3", "v1.16.8", "v2.0.43"] {
      #expect(try userOfTask(release, [], nil) == .integer(1000))
      #expect(try userOfTask(release, [], .both) == nil)
      #expect(
        try userOfTask(release, [.noSysPtrace, .defaultSecurityContext], .both) == .integer(1000))
    }
    #expect(try userOfTask("v1.15.3", [.optionalSysPtrace], .both) == .integer(1000))
  }

  @Test func theUploaderMovedToTheInitContainers() throws {
    func names(_ release: String, _ list: FieldName) throws -> [String] {
      let spec = try Cluster(release, section: Self.section).pod(containerTask(.both)).spec
      return (spec[list]?.items ?? []).map { $0.object?[.name]?.string ?? "" }
    }
    #expect(try names("v1.13.3", .containers) == ["exec-n0-0", "flyte-copilot-sidecar"])
    #expect(try names("v1.15.3", .containers) == ["exec-n0-0", "flyte-copilot-uploader"])
    #expect(try names("v1.16.0", .containers) == ["exec-n0-0"])
    #expect(
      try names("v1.16.0", .initContainers)
        == ["flyte-copilot-uploader", "flyte-copilot-downloader"])
  }

  @Test(
    arguments: [
      ("v1.15.3", nil), ("v1.16.0", 90_000_000_000), ("v1.16.5", 90_000_000_000), ("v1.16.6", 90),
      ("v2.0.0", 90),
    ] as [(String, Int64?)])
  func nanosecondsWereTakenForSeconds(release: String, period: Int64?) throws {
    let spec = try Cluster(release, section: Self.section).pod(containerTask(.both)).spec
    #expect(spec[.terminationGracePeriodSeconds]?.integer == period)
  }

  @Test func sysPtraceAndSharedProcessesEndWithV116() throws {
    for (release, isThere) in [("v1.15.3", true), ("v1.16.0", false), ("v2.0.0", false)] {
      let cluster = try Cluster(release)
      #expect(
        (try cluster.pod(containerTask(.both)).spec[.shareProcessNamespace] != nil) == isThere)
      let added = try cluster.container("exec-n0-0", of: containerTask(.both))["securityContext"]?[
        "capabilities"]?["add"]
      #expect(added == (isThere ? .list([.string("SYS_PTRACE")]) : nil))
    }
  }

  @Test func copilotContainersTakeASecurityContextWithThePatch() throws {
    let section = #"{"co-pilot": {"name": "cp-", "security-context": {"runAsUser": 7}}}"#
    let patched = try Cluster("v2.0.43", patches: [.copilotSecurityContext], section: section)
    let user = try patched.container("cp-downloader", of: containerTask(.both))["securityContext"]
    #expect(user == .mapping([.init("runAsUser", .integer(7))]))
    let plain = try Cluster("v2.0.43", section: section)
    #expect(try plain.container("cp-uploader", of: containerTask(.both))["securityContext"] == nil)
  }

  @Test func theStorageSecretIsMountedInCopilotsContainersOnly() throws {
    let section = #"{"co-pilot": {"storage-config-secret-name": "s"}}"#
    let cluster = try Cluster("v2.0.41", section: section)
    func mounts(_ name: String) throws -> Int {
      try cluster.container(name, of: containerTask(.both))["volumeMounts"]?.items.count ?? 0
    }
    #expect(try mounts("flyte-copilot-downloader") == 2)
    #expect(try mounts("exec-n0-0") == 2)
    #expect(try cluster.pod(containerTask(.both)).spec[.volumes]?.items.count == 3)
    let before = try Cluster("v2.0.40", section: section)
    #expect(try before.pod(containerTask(.both)).spec[.volumes]?.items.count == 2)
  }

  @Test func anotherPodMayBeBroughtFromV115On() throws {
    let task = TaskShape(
      .container(image: "task:1"),
      override: TaskShape.PodBody(
        spec: try podSpec(#"{"containers": [{"name": "own", "image": "o:1"}]}"#),
        primaryContainer: "own"))
    #expect(try Cluster("v1.14.1").pod(task).primaryContainer == "exec-n0-0")
    #expect(try Cluster("v1.15.0").pod(task).primaryContainer == "own")
  }

  @Test func templatesAreFoundInTheTasksNamespaceFirst() throws {
    let behaviors = try #require(Release.named("v1.16.8")).behaviors
    func stored(_ name: String, _ namespace: String, _ host: String) throws -> StoredTemplate {
      StoredTemplate(
        name: name, namespace: namespace, metadata: PodObject(),
        spec: try podSpec(#"{"containers": [], "hostname": "\#(host)"}"#))
    }
    let store = TemplateStore(
      [
        try stored("flyte-default", "flyte", "fallback"), try stored("gpu", "flyte", "gpu"),
        try stored("flyte-default", "own", "own"),
      ], defaultNamespace: "flyte", behaviors: behaviors)
    var settings = PluginSettings()
    settings.defaultPodTemplateName = "flyte-default"
    let model = FlyteModel(behaviors: behaviors, settings: settings)
    func host(_ task: TaskShape, _ namespace: String) throws -> String? {
      try model.pod(for: task, in: namespace, store: store).get()
        .spec[FieldName(known: "hostname")]?.string
    }
    #expect(try host(containerTask(), "own") == "own")
    #expect(try host(containerTask(), "other") == "fallback")
    #expect(try host(containerTask(template: "gpu"), "own") == "gpu")
  }

  @Test func aMissingTemplateIsAnErrorWhereItIsNamed() throws {
    let named = try Cluster("v1.15.3")
    #expect(throws: TaskError.templateMissing("gpu")) {
      try named.pod(containerTask(template: "gpu"))
    }
    #expect(throws: Never.self) { try named.pod(containerTask()) }
    let required = try Cluster(
      "v1.15.3", patches: [.requiredDefaultTemplate],
      section: #"{"require-default-pod-template": true}"#)
    #expect(throws: TaskError.defaultTemplateMissing("flyte-default")) {
      try required.pod(containerTask())
    }
    let ignoring = try Cluster("v2.0.28", template: #"{"containers": []}"#)
    #expect(throws: TaskError.templateMissing("flyte-default")) {
      try ignoring.pod(containerTask(template: "flyte-default"))
    }
  }

  @Test func aPodWithoutItsPrimaryContainerIsAnError() throws {
    #expect(throws: TaskError.primaryContainerMissing("main")) {
      try Cluster("v1.15.3").pod(podTask(#"{"containers": [{"name": "other", "image": "o:1"}]}"#))
    }
  }

  @Test(
    arguments: [
      (#""1h30m""#, 5_400_000_000_000), (#""1.5s""#, 1_500_000_000), ("250", 250),
      (#""soon""#, 3_600_000_000_000), (#""5""#, 3_600_000_000_000),
    ] as [(String, Int64)])
  func timeoutsAreReadAsGoReadsThem(text: String, nanoseconds: Int64) throws {
    let section = try JSONReader.read(#"{"co-pilot": {"timeout": \#(text)}}"#.utf8)
    #expect(PluginSettings(reading: section).copilot.timeout == nanoseconds)
  }

  @Test func keysOfAMappingAreLoweredThoseOfAListKept() throws {
    let section = try JSONReader.read(#"{"default-node-selector": {"Pool": "a"}}"#.utf8)
    #expect(PluginSettings(reading: section).nodeSelector["pool"] == .string("a"))
    let list = try JSONReader.read(#"{"default-node-selector": [{"Pool": "a"}]}"#.utf8)
    #expect(PluginSettings(reading: list).nodeSelector["Pool"] == .string("a"))
  }
}
