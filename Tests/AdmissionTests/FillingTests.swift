import APIServer
import Admission
import PodAPI
import PodSecurity
import Testing

@Suite struct FillingTests {
  private let server = Server(ServerRelease(minor: 36))

  private func refusals(_ pod: PodObject) -> [String] {
    server.prepare(
      podMetadata: pod[.metadata]?.object ?? PodObject(),
      spec: PodDefaults.pod(pod[.spec]?.object ?? PodObject())
    ).refusals.map(\.path)
  }

  private func isAdmitted(_ pod: PodObject, _ level: PodSecurityLevel) -> Bool {
    let kept = server.prepare(
      podMetadata: pod[.metadata]?.object ?? PodObject(),
      spec: PodDefaults.pod(pod[.spec]?.object ?? PodObject()))
    return PodSecurity.evaluate(
      spec: kept.spec, annotations: kept.metadata[.annotations]?.map, level: level,
      version: .latest, server: 36
    ).isAllowed
  }

  @Test(arguments: ["strict", "restricted", "free"])
  func doingItTwiceChangesNothingMore(_ name: String) {
    let policy = Profiles.filling(Self.profiles[name] ?? Profiles.strict)
    var pods = RandomPods(seed: 1)
    var changed = 0
    for _ in 0..<400 {
      let pod = pods.next()
      guard let once = policy.mutated(pod) else { continue }
      if once != pod { changed += 1 }
      #expect(policy.mutated(once) == once)
    }
    #expect(changed > 300)
  }

  private static let profiles = [
    "strict": Profiles.strict, "restricted": Profiles.restricted, "free": Profiles.free,
  ]

  @Test(arguments: ["strict", "restricted", "free"])
  func nothingThatTheServerTakesIsRefusedAfterwards(_ name: String) {
    let policy = Profiles.filling(Self.profiles[name] ?? Profiles.strict)
    var pods = RandomPods(seed: 2)
    var taken = 0
    for _ in 0..<400 {
      let pod = pods.next()
      guard refusals(pod).isEmpty, let once = policy.mutated(pod) else { continue }
      taken += 1
      #expect(refusals(once) == [], "\(pod.plain)")
    }
    #expect(taken > 40)
  }

  @Test func whatBaselineAdmitsWithoutAnExplicitNoPassesRestricted() {
    let policy = Profiles.filling(Profiles.restricted)
    var pods = RandomPods(seed: 3)
    var (cured, refused) = (0, 0)
    for _ in 0..<4000 {
      let pod = pods.next()
      guard refusals(pod).isEmpty, isAdmitted(pod, .baseline), let once = policy.mutated(pod)
      else { continue }
      // What a task says against the level itself stays, and is refused.
      if Self.saysNo(pod) {
        refused += 1
      } else {
        cured += 1
        #expect(isAdmitted(once, .restricted), "\(pod.plain)")
      }
    }
    #expect(cured > 20 && refused > 20)
  }

  /// Whether a pod says itself what `restricted` forbids.
  private static func saysNo(_ pod: PodObject) -> Bool {
    let spec = pod[.spec]?.object ?? PodObject()
    let contexts =
      FieldName.containerLists.flatMap { spec[$0]?.items ?? [] }.map {
        $0.object?[.securityContext]?.object
      } + [spec[.securityContext]?.object]
    let annotations = pod[.metadata]?.object?[.annotations]?.map
    return contexts.contains { context in
      context?[.allowPrivilegeEscalation] == .bool(true)
        || context?[.runAsNonRoot] == .bool(false) || context?[.runAsUser] == .integer(0)
    }
      || annotations?.entries.contains { entry in
        entry.key.hasPrefix("seccomp.") && !(entry.value.string ?? "").hasSuffix("/default")
      } ?? false
  }

  @Test func aTasksOwnValuesStay() throws {
    var pod = PodObject([
      .init(
        .metadata,
        .object(PodObject([.init(.labels, .map(PodMap([("execution-id", .string("x"))])))]))),
      .init(
        .spec,
        .object(
          PodObject([
            .init(
              .securityContext,
              .object(
                PodObject([
                  .init(.runAsUser, .integer(5000)),
                  .init(.seccompProfile, Profiles.strictContext[.seccompProfile] ?? .bool(false)),
                ]))),
            .init(
              .containers, .list([.object(PodObject([.init(.name, .string("task"))]))])),
          ]))),
    ])
    let once = try #require(Profiles.filling(Profiles.strict).mutated(pod))
    let spec = try #require(once[.spec]?.object)
    let context = try #require(spec[.containers]?.items[0].object?[.securityContext]?.object)
    // The pod's own user is in force for its containers, not the profile's 2000.
    #expect(spec[.securityContext]?.object?[.runAsUser] == .integer(5000))
    #expect(context[.runAsUser] == nil)
    #expect(context[.readOnlyRootFilesystem] == .bool(true))
    #expect(context[.appArmorProfile] != nil && context[.seLinuxOptions] != nil)
    pod[.metadata] = nil
    #expect(Profiles.filling(Profiles.strict).mutated(pod) == nil)
  }
}
