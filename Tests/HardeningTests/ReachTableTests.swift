import Flyte
import Model
import PodAPI
import TestSupport
import Testing
import Values

@testable import Hardening

/// Every field of the Pod API, said in each section: what of it does not arrive, release by release.
@Suite struct ReachTableTests {
  /// The values that are lost, by name, with the parts that do not have them.
  private func lost(_ version: String, _ section: ProfileSection) throws -> [String] {
    let release = try #require(Release.named(version))
    var lost: Set<String> = []
    // A field of few words is said with each of them.
    for round in 0..<4 {
      let sample = section.replacing(
        in: profile(), by: section == .pod ? Self.pod(round) : Self.container(round))
      let cluster = try sampleCluster(version, [sample], minor: release.apiMinor)
      let probe = PodProbe(cluster: cluster, behaviors: release.behaviors)
      for outcome in Reach(of: sample, [section], by: probe).outcomes
      where !outcome.misses.isEmpty {
        let words = PartWords(parts: outcome.misses, all: outcome.hits + outcome.misses).text
        lost.insert("\(outcome.statement.name): \(words)")
      }
    }
    return lost.sorted()
  }

  private static func pod(_ round: Int) -> OriginTree {
    ["containers", "initContainers", "ephemeralContainers"].reduce(object("PodSpec", round)) {
      $0.setting($1, to: nil)
    }
  }

  private static func container(_ round: Int) -> OriginTree {
    ["name", "image", "command", "args"].reduce(object("Container", round)) {
      $0.setting($1, to: nil)
    }
  }

  /// A struct with something in every field that any version has.
  private static func object(_ type: String, _ round: Int, depth: Int = 0) -> OriginTree {
    let fields = PodSchema.shipped[type]?.fields ?? []
    let values = fields.compactMap { field -> (String, OriginTree)? in
      let choices = FieldChoices.words(of: field.name.text, in: type)
      return value(field, choices, round, depth).map { (field.name.text, $0) }
    }
    return .mapping(TextMap(uniqueKeysWithValues: values))
  }

  private static func value(
    _ field: PodSchema.Field, _ choices: [String]?, _ round: Int, _ depth: Int
  ) -> OriginTree? {
    if let choices { return .string(choices[round % choices.count]) }
    if field.name.text == "limits" || field.name.text == "requests" {
      let names = ["cpu", "memory", "ephemeral-storage", "nvidia.com/gpu", "example.com/device"]
      return .mapping(TextMap(uniqueKeysWithValues: names.map { ($0, .string("7")) }))
    }
    return value(field.kind, round, depth)
  }

  private static func value(_ kind: PodSchema.Kind, _ round: Int, _ depth: Int) -> OriginTree? {
    switch kind {
    case .bool: return OriginTree(.bool(round % 2 == 0), origin: .tool)
    case .int32, .int64, .intOrString: return OriginTree(.integer(7), origin: .tool)
    case .string: return .string("x")
    case .quantity: return .string("7")
    case .time, .any: return nil
    case .object(let position):
      guard depth < 6 else { return nil }
      return object(PodSchema.shipped.types[position].name, round, depth: depth + 1)
    case .list(let inner):
      return value(inner, round, depth).map { OriginTree(.list([$0]), origin: .tool) }
    case .map(let inner): return value(inner, round, depth).map { .mapping(["x": $0]) }
    }
  }

  private func amounts(_ section: String, _ parts: String) -> [String] {
    ["limits", "requests"].flatMap { kind in
      ["cpu", "memory"].map { "\(section).resources.\(kind).\($0): \(parts)" }
    }
  }

  @Test(arguments: [
    ("v1.9.2", ["shareProcessNamespace: pods of tasks that co-pilot serves"]),
    ("v1.13.3", ["shareProcessNamespace: pods of tasks that co-pilot serves"]),
    ("v1.15.3", ["shareProcessNamespace: pods of tasks that co-pilot serves"]),
    ("v1.16.8", ["terminationGracePeriodSeconds: pods whose outputs co-pilot uploads"]),
    ("v2.0.43", ["terminationGracePeriodSeconds: pods whose outputs co-pilot uploads"]),
  ])
  func ofThePodWhatFlyteSetsItselfIsLost(version: String, others: [String]) throws {
    #expect(
      try lost(version, .pod) == (["restartPolicy: any pod"] + others).map { "pod." + $0 })
  }

  private static let policy = "terminationMessagePolicy: the container of a container task"

  @Test(arguments: ["v1.9.2", "v1.13.3", "v1.15.3", "v1.16.8", "v2.0.43"])
  func theTasksOwnContainerHasItsOwnMessagesAndResources(version: String) throws {
    let resources = amounts("primary", "the task's own container")
    let lost = try lost(version, .primary).filter { !$0.hasSuffix(Self.twice) }
    #expect(lost == (version == "v1.16.8" ? [] : resources) + ["primary.\(Self.policy)"])
  }

  private static let twice = ": a pod task's container named 'primary'"

  /// Under a container of that name `primary` is laid twice (v1.15.1 to v1.16.2), which doubles the
  /// words of a command.
  @Test(arguments: ["v1.15.0", "v1.15.3", "v1.16.2", "v1.16.3"])
  func aCommandIsDoubledUnderTheNameOfTheRole(version: String) throws {
    let lost = try lost(version, .primary).filter { $0.hasSuffix(Self.twice) }
    let handlers = ["lifecycle.postStart", "lifecycle.preStop"]
    let probes = ["livenessProbe", "readinessProbe", "startupProbe"]
    #expect(
      lost
        == (["v1.15.3", "v1.16.2"].contains(version) ? handlers + probes : []).map {
          "primary.\($0)\(Self.twice)"
        })
  }

  @Test(arguments: [
    (
      "v1.15.3",
      "the task's own container, a pod task's other containers, init containers and co-pilot's uploader",
      "init containers", []
    ),
    (
      // Kubernetes 1.34, which it is probed with, keeps no other policy of one than Always.
      "v1.16.8", "co-pilot's containers", "co-pilot's containers", []
    ),
    (
      "v2.0.43",
      "the task's own container, a pod task's other containers and init containers",
      "init containers", ["initContainers.restartPolicy: co-pilot's uploader"]
    ),
  ])
  func coPilotsContainersSayTheirOwn(
    version: String, all: String, initial: String, others: [String]
  ) throws {
    let copilot = "co-pilot's containers"
    #expect(
      try lost(version, .containers)
        == ["containers.imagePullPolicy: \(copilot)"] + amounts("containers", all) + [
          "containers.\(Self.policy) and \(copilot)", "containers.workingDir: \(copilot)",
        ])
    #expect(
      try lost(version, .initContainers)
        == ["initContainers.imagePullPolicy: \(copilot)"] + amounts("initContainers", initial)
        + others
        + ["terminationMessagePolicy", "workingDir"].map {
          "initContainers.\($0): \(copilot)"
        })
  }

  /// Not one field of a template arrives there.
  @Test(arguments: ["v1.9.2", "v1.13.3"])
  func nothingReachesInitContainersBeforeV1140(version: String) throws {
    let release = try #require(Release.named(version))
    let sample = profile(initContainers: [:])
    let full = ProfileSection.initContainers.replacing(in: sample, by: Self.container(1))
    let probe = PodProbe(
      cluster: try sampleCluster(version, [full], minor: release.apiMinor),
      behaviors: release.behaviors)
    let said = Reach(of: full, [.initContainers], by: probe).outcomes.filter {
      !["imagePullPolicy", "terminationMessagePolicy"].contains($0.statement.path[0])
    }
    #expect(said.count > 30)
    #expect(said.allSatisfy { $0.hits.isEmpty && !$0.misses.isEmpty })
  }
}
