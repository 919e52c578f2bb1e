import Flyte
import JSONText
import PodAPI
import Testing
import Values

/// The behaviors of the secret webhook that no record of the oracle covers.
@Suite struct WebhookTests {
  func answers(
    _ release: String, section: String = "{}", _ secrets: [TaskSecret],
    environment: [(key: String, value: PodValue)] = []
  ) throws -> [SecretWebhook.Answer] {
    let behaviors = try #require(Release.named(release)).behaviors
    let webhook = try #require(
      SecretWebhook(
        behaviors: behaviors, section: try JSONReader.read(section.utf8),
        world: SecretWebhook.World(environment: PodMap(environment))))
    return webhook.answers(
      metadata: PodObject(), spec: try podSpec(#"{"containers": [{"name": "main"}]}"#),
      secrets: secrets)
  }

  @Test func theFirstReleasesOfV2HaveNoWebhook() throws {
    for name in ["v2.0.0", "v2.0.1", "v2.0.8"] {
      let release = try #require(Release.named(name))
      #expect(release.webhook == nil && release.secretManagers.isEmpty)
      #expect(SecretWebhook(behaviors: release.behaviors, section: .null) == nil)
    }
    let first = try #require(Release.named("v2.0.9"))
    #expect(first.webhook?.defaultManager == .k8s)
    #expect(first.secretManagers == SecretManager.allCases)
    let later = try #require(Release.named("v2.0.29"))
    #expect(later.webhook?.defaultManager == .embedded)
    let v1 = try #require(Release.named("v1.16.8"))
    #expect(!v1.secretManagers.contains(.azure) && !v1.secretManagers.contains(.embedded))
    #expect(Release.named("v1.9.2")?.webhook?.defaultManager == .k8s)
  }

  /// Of v1's global manager no pod comes back when it has the secret and may not bring it as a file.
  @Test func theGlobalManagerLosesThePodOfV1() throws {
    let secret = TaskSecret(group: "g", key: "k", mount: .file)
    let environment = [(key: "FLYTE_SECRET_G_K", value: PodValue.string("v"))]
    let first = try answers("v1.16.8", [secret], environment: environment)
    guard case .refused(let message)? = first.first else {
      Issue.record("\(first)")
      return
    }
    #expect(message.hasPrefix("panic"))
    let section = #"{"secretManagerTypes": ["K8s"]}"#
    let second = try answers("v2.0.43", section: section, [secret], environment: environment)
    guard case .changed? = second.first else {
      Issue.record("\(second)")
      return
    }
  }

  /// Go begins a small map anywhere, and then keeps to its order.
  @Test func ofSeveralSecretsAnyMayComeFirst() throws {
    let secrets = ["a", "b", "c"].map { TaskSecret(group: $0, key: "k", mount: .file) }
    #expect(try answers("v1.16.8", secrets).count == 3)
    #expect(try answers("v1.16.8", [secrets[0], secrets[0]]).count == 1)
    #expect(try answers("v1.16.8", []) == [.unchanged])
  }

  @Test func namesThatTheReleaseDoesNotKnowKeepItFromStarting() throws {
    let secret = TaskSecret(group: "g", key: "k")
    for section in [#"{"secretManagerType": "Azure"}"#, #"{"secretManagerType": "AWSS"}"#] {
      #expect(try answers("v1.16.8", section: section, [secret]) == [.notStarted])
    }
    #expect(
      try answers("v2.0.43", section: #"{"secretManagerTypes": ["K8s", "x"]}"#, [secret])
        == [.notStarted])
  }
}
