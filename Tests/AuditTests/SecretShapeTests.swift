import Audit
import Deployments
import Flyte
import Judgment
import Manifests
import PodAPI
import Testing

/// Tasks with secrets, one for each secret manager.
@Suite struct SecretShapeTests {
  private static let hardened = manifest(["default"], inits: ["default-init"])

  private func judged(
    _ version: String, _ task: StandardTask, _ managers: [SecretManager] = []
  ) throws -> JudgedPod {
    let deployment = try setup(version, Self.hardened, managers: managers).subject.running
    let judgment = Judgment(deployment: deployment)
    return judgment.judge(
      .standard(task), template: deployment.templateSets[0].templates[0],
      store: judgment.store(of: 0), set: 0
    ).main
  }

  /// The shape of a manager is what a task with a secret is where the cluster uses that manager.
  @Test(arguments: ["v1.9.2", "v1.15.3", "v1.16.8", "v2.0.9", "v2.0.16", "v2.0.28", "v2.0.43"])
  func aManagersShapeIsThatOfAClusterThatUsesIt(version: String) throws {
    let release = try #require(Release.named(version))
    #expect(!release.secretManagers.isEmpty)
    for manager in release.secretManagers {
      let shape = try judged(version, .secret(from: manager))
      let used = try judged(version, .secret, [manager])
      #expect(shape.pod == used.pod, "\(version) \(manager)")
      #expect(shape.missingSecret == used.missingSecret, "\(version) \(manager)")
      #expect(shape.isAdmitted == used.isAdmitted, "\(version) \(manager)")
    }
  }

  /// The answer of Flyte's own webhook for a secret as a file, and the verdict of Pod Security.
  @Test(arguments: [
    ("v1.16.8", SecretManager.k8s, "admitted"), ("v1.16.8", .global, "lacks"),
    ("v1.16.8", .aws, "refused"), ("v1.16.8", .gcp, "refused"), ("v1.16.8", .vault, "admitted"),
    ("v1.16.8", .azure, "refused"), ("v2.0.43", .k8s, "admitted"), ("v2.0.43", .global, "refused"),
    ("v2.0.43", .aws, "refused"), ("v2.0.43", .gcp, "refused"), ("v2.0.43", .azure, "refused"),
    ("v2.0.43", .vault, "admitted"), ("v2.0.43", .embedded, "refused"),
    ("v2.0.13", .embedded, "refused"), ("v2.0.7", .k8s, "lacks"), ("v2.0.7", .aws, "lacks"),
  ])
  func theVerdictIsTheWebhooks(version: String, manager: SecretManager, verdict: String) throws {
    // v2 reads no template before v2.0.29, so that nothing but the webhook is to blame.
    let level = version == "v2.0.7" || version == "v2.0.13" ? "baseline" : "restricted"
    let subject = try setup(version, Self.hardened, level: level).subject
    let cluster = ClusterAudit(
      AuditSubject(
        running: subject.running, planned: subject.planned, deployedPatches: [],
        plannedPatches: [], tasks: [.standard(.secret(from: manager))], trial: subject.trial)
    ).run()
    let now = try #require(cluster.rows.first?.cells.first?.now)
    let words: [AuditVerdict: String] = [
      .admitted: "admitted", .refused: "refused", .lacksSecret: "lacks",
    ]
    #expect(words[now] == verdict)
  }

  /// With the patch and its setting every manager's pod is admitted.
  @Test(arguments: ["v1.15.3", "v1.16.8", "v2.0.43"])
  func thePatchLetsEveryManagersPodIn(version: String) throws {
    let release = try #require(Release.named(version))
    for manager in release.secretManagers where manager.setting != nil {
      let subject = try setup(
        version, Self.hardened, patches: [.secretManagerSecurityContext], managers: [manager]
      ).subject
      let cluster = ClusterAudit(
        AuditSubject(
          running: subject.running, planned: subject.planned, deployedPatches: [],
          plannedPatches: [], tasks: [.standard(.secret)], trial: subject.trial)
      ).run()
      let fix = try #require(cluster.refusals.first?.fix)
      #expect(fix.proof == .tried, "\(version) \(manager)")
      #expect(fix.words.contains("secret-manager-security-context"), "\(fix.words)")
    }
  }

  /// With several managers a secret may come from each of them.
  @Test func everyManagerOfAClusterHasItsShape() throws {
    let tasks = try setup("v2.0.43", Self.hardened, managers: [.k8s, .aws]).subject.tasks
    #expect(tasks.map(\.name).suffix(2) == ["secret-k8s", "secret-aws"])
    #expect(try setup("v2.0.43", Self.hardened).subject.tasks == JudgedTask.usual)
  }

  /// Releases before v1.15.0 do not read a node's own pod.
  @Test(arguments: [("v1.14.1", "exec-n0-0"), ("v1.15.0", "primary"), ("v2.0.43", "primary")])
  func theNodesOwnPodIsReadFromItsRelease(version: String, primary: String) throws {
    #expect(try judged(version, .podOverride).pod?.primaryContainer == primary)
  }
}
