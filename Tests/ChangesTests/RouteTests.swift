import Changes
import Deployments
import Diagnostics
import TestSupport
import Testing
import Values

/// Changes by every route through a config.
@Suite struct RouteTests {
  private static let readOnly = "readOnlyRootFilesystem: true"

  private func report(
    _ before: SampleConfig, _ after: SampleConfig
  ) throws -> ChangeReport {
    let (old, new) = (try before.side(), try after.side())
    let report = Comparison.report(from: old, to: new)
    let back = Comparison.report(from: new, to: old)
    #expect(
      Set(back.changes.map(\.meaning.reversed)) == Set(report.changes.map(\.meaning)),
      "\(report.words)\n---\n\(back.words)")
    return report
  }

  private func change(_ edit: (inout SampleConfig) -> Void) -> SampleConfig {
    var config = SampleConfig()
    edit(&config)
    return config
  }

  @Test func theBaseOfAProfileCounts() throws {
    let before = change {
      $0.profiles = "base: { containers: { securityContext: { \(Self.readOnly) } } }"
      $0.profile = "extends: base"
    }
    var after = before
    after.profiles = "base: { containers: { securityContext: { readOnlyRootFilesystem: false } } }"
    let report = try report(before, after)
    #expect(report.meanings == [.loosened], "\(report.words)")
    #expect(report.lines.count { $0.first.kind == .field } == 1)
    // The line of the config says the new value.
    let origin = report.changes.first { $0.meaning == .loosened }?.origin
    #expect(origin?.span?.line == after.line(of: "base:"))
  }

  @Test func assigningALooserProfileReachesOnlyItsNamespaces() throws {
    let before = change {
      $0.context = Self.readOnly
      $0.profiles = "loose: { containers: { securityContext: { readOnlyRootFilesystem: false } } }"
    }
    var after = before
    after.assign =
      "[{ profile: sample }, { namespace: two, profile: [sample, loose] }]"
    let report = try report(before, after)
    #expect(report.meanings == [.loosened], "\(report.words)")
    let loosened = report.changes.filter { $0.meaning == .loosened }
    #expect(loosened.allSatisfy { $0.reach.flatMap(\.namespaces) == ["two"] })
  }

  @Test func aNamedTemplateThatAllowsMoreLoosens() throws {
    let before = change {
      $0.context = Self.readOnly
      $0.profiles = """
        loose: { containers: { securityContext: { readOnlyRootFilesystem: false } } }
          strict: { pod: { automountServiceAccountToken: false } }
        """
    }
    var looser = before
    looser.assign = "[{ profile: sample, templates: { other: loose } }]"
    #expect(try report(before, looser).meanings == [.loosened])
    var stricter = before
    stricter.assign = "[{ profile: sample, templates: { other: strict } }]"
    let choice = try report(before, stricter)
    #expect(choice.meanings == [] && !choice.changes.isEmpty, "\(choice.words)")
    // The named template alone changes.
    let named = try report(stricter, looser)
    #expect(named.meanings.contains(.loosened), "\(named.words)")
    #expect(
      named.changes.filter { $0.kind == .field }.allSatisfy { $0.templates == ["other"] },
      "\(named.words)")
  }

  @Test func aDeployedPatchTakesAwayACapability() throws {
    let before = change { $0.version = "v1.15.3" }
    var after = before
    after.flyte = ", deployed: { image: \"r.example/f:1\", patches: [no-sys-ptrace] }"
    var plain = before
    plain.flyte = ", deployed: { image: \"r.example/f:1\", patches: [] }"
    let report = try report(plain, after)
    #expect(report.meanings == [.tightened], "\(report.words)")
    let fact = report.changes.first { $0.path.description == "patches[no-sys-ptrace].deployed" }
    #expect(fact?.witness?.field == "securityContext.capabilities.add")
    // Of another image nobody knows what it is.
    #expect(try self.report(before, plain).meanings == [.incomparable])
  }

  @Test func aNewerReleaseTakesAwayACapability() throws {
    let old = change { $0.version = "v1.15.3" }
    let report = try report(old, SampleConfig())
    let version = report.changes.first { $0.path.description == "flyte.version" }
    #expect(version?.meaning == .tightened, "\(report.words)")
  }

  @Test func aLabelOfTheUsersOwnValuesShowsInPods() throws {
    let report = try report(
      change { $0.settings = ["default-labels: { a: b }"] },
      change {
        $0.settings = ["default-labels: { a: c }"]
      })
    let label = report.changes.first {
      $0.path.description == "values.plugins.k8s.default-labels[a]"
    }
    #expect(label?.witness?.field == "metadata.labels[a]", "\(report.words)")
  }

  /// The API server writes the annotation of old for each container.
  @Test func anAnnotationOfOldIsNoChangeOfItsOwn() throws {
    func config(_ type: String) -> SampleConfig {
      change {
        $0.podContext = "appArmorProfile: { type: \(type) }"
        $0.kubernetes = "1.31"
      }
    }
    let report = try report(config("Unconfined"), config("RuntimeDefault"))
    #expect(report.pods.contains { $0.field.hasPrefix("metadata.annotations") })
    #expect(!report.changes.contains { $0.kind == .pod }, "\(report.words)")
  }

  /// The release changes the pod that submits a Ray job, the values every port of a host's network, and
  /// Kubernetes nothing.
  @Test func eachCauseExplainsWhatItChangesOfPlugins() throws {
    let before = change {
      $0.version = "v1.13.3"
      $0.kubernetes = "1.31"
      $0.clusterKeys = ["plugins: [{ name: ray, operator: 1.3.2 }]"]
      $0.settings = ["enable-host-networking-pod: true"]
    }
    var after = before
    after.version = "v1.15.3"
    after.kubernetes = "1.34"
    after.settings = ["enable-host-networking-pod: false"]
    for (old, new) in [(before, after), (after, before)] {
      let found = try report(old, new)
      let network = found.changes.first {
        $0.path.description == "values.plugins.k8s.enable-host-networking-pod"
      }
      #expect(network?.witness != nil, "\(found.words)")
      #expect(found.pods.contains { $0.tasks.contains("ray (submitter)") })
      #expect(
        !found.changes.contains { $0.kind == .pod && $0.path.description.contains("ports") },
        "\(found.words)")
    }
  }

  @Test func aReleaseWithTheSamePodsIsNeutral() throws {
    let old = change { $0.version = "v1.16.7" }
    let report = try report(old, SampleConfig())
    #expect(report.meanings == [], "\(report.words)")
    #expect(!report.changes.isEmpty)
  }

  @Test func aKubernetesThatDropsAFieldLoosens() throws {
    let before = change {
      $0.pod = "hostUsers: false"
      $0.kubernetes = "1.34"
    }
    var after = before
    after.kubernetes = "1.29"
    let report = try report(before, after)
    #expect(report.meanings == [.loosened], "\(report.words)")
  }

  @Test(arguments: [
    ("level: baseline", "level: privileged", Meaning.loosened),
    ("level: privileged", "level: baseline", .tightened),
    ("level: baseline, version: v1.33", "level: baseline, version: v1.34", .tightened),
    ("level: baseline, version: v1.26", "level: baseline, version: v1.32", .loosened),
    ("level: baseline, version: v1.30", "level: baseline, version: v1.34", .incomparable),
    ("level: baseline, version: v1.34", "level: baseline", .neutral),
  ])
  func claimsHaveAnOrder(before: String, after: String, meaning: Meaning) throws {
    let report = try report(change { $0.claim = before }, change { $0.claim = after })
    #expect(report.meanings == (meaning == .neutral ? [] : [meaning]), "\(report.words)")
  }

  @Test func aNamespaceThatLeavesLosesItsClaim() throws {
    let before = change { $0.claim = "level: baseline" }
    var after = before
    after.namespaces = "[{ name: one }]"
    let report = try report(before, after)
    #expect(report.meanings == [.loosened], "\(report.words)")
    #expect(report.changes.first?.kind == .namespace)
    #expect(report.changes.first?.reach.flatMap(\.namespaces) == ["two"])
    // Without a claim there is nothing to lose.
    let bare = try self.report(SampleConfig(), change { $0.namespaces = "[{ name: one }]" })
    #expect(bare.meanings == [])
  }

  @Test func aSettingOfCopilotIsNeutral() throws {
    let before = change { $0.cluster = "copilot: { cpu: 500m }" }
    let after = change { $0.cluster = "copilot: { cpu: 250m }" }
    let report = try report(before, after)
    #expect(report.meanings == [] && !report.changes.isEmpty, "\(report.words)")
  }

  @Test func whatASettingStillHoldsIsLoosenedAndHidden() throws {
    // The settings repeat what all profiles share; the pod's own context wins over the template's.
    let sample = try change { $0.podContext = "runAsUser: 1000" }.side()
    let template = try #require(
      sample.clusters.first?.deployment.settings["default-pod-security-context"])
    #expect(template["runAsUser"] != nil)
    let before = sample
    let after = sample.withoutPodUser()
    let report = Comparison.report(from: before, to: after)
    let change = report.changes.first
    #expect(report.changes.count == 1, "\(report.words)")
    #expect(change?.meaning == .loosened && change?.effect == .hidden, "\(report.words)")
    #expect(report.fails(on: .loosened))
  }

  @Test func changesThatMakeUpForEachOtherAreNeutralAndListed() throws {
    // From the pod to every container: no pod changes.
    let before = try change { $0.podContext = "runAsUser: 1000, runAsGroup: 5" }.side()
    let report = Comparison.report(from: before, to: before.movingGroupToContainers())
    #expect(report.meanings == [], "\(report.words)")
    #expect(!report.fails(on: .loosened))
    #expect(report.changes.contains { $0.effect == .cancelled && $0.stated == .loosened })
    #expect(report.changes.contains { $0.effect == .cancelled && $0.stated == .tightened })
  }

  @Test func aClusterThatGoesTakesItsClaims() throws {
    let side = try change { $0.claim = "level: baseline" }.side()
    let empty = ComparedSide(name: "empty", clusters: [])
    #expect(Comparison.report(from: side, to: empty).meanings == [.loosened])
    #expect(Comparison.report(from: empty, to: side).meanings == [.tightened])
  }
}
