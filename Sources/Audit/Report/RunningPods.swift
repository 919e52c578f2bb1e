/// Pods that run, beside what the model expects of them.
public struct RunningPods: Sendable {
  /// A field that is not as expected.
  public struct Difference: Sendable, Hashable {
    /// The source of the difference.
    public enum Maker: String, Sendable, Hashable, CaseIterable {
      /// The author of the task.
      case task
      /// Flyte's secret webhook.
      case secretWebhook = "secret-webhook"
      /// A service mesh, or Vault's own injector.
      case injector
      /// The execution, or a setting for all, that names a service account.
      case execution
      /// An admission webhook, a policy, a setting or a patch that the model does not know.
      case mutation
      /// The expected value did not get into the pod.
      case missing
    }

    /// The container; nil: the pod.
    @Bytewise public private(set) var container: String?
    /// The field; empty: the container as a whole.
    @Bytewise public private(set) var field: String
    /// Its value in the pod that runs; nil: it has none.
    @Bytewise public private(set) var value: String?
    /// Its value in the expected pod; nil: it has none.
    @Bytewise public private(set) var expected: String?
    /// The source of the difference.
    public let maker: Maker

    /// Makes a difference.
    public init(
      container: String?, field: String, value: String?, expected: String?, maker: Maker
    ) {
      self.container = container
      self.field = field
      self.value = value
      self.expected = expected
      self.maker = maker
    }
  }

  /// Pods of which the same is true.
  public struct Group: Sendable {
    /// The PodTemplate that reached them; nil: none did.
    public let template: String?
    /// The PodTemplate that should reach tasks that name none; nil: none should.
    public let expected: String?
    /// The verdict of the level on the pods as they run.
    public let verdict: AuditVerdict
    /// The reason for the refusal; empty if there is none.
    public let message: String
    /// The differences from the expected pods.
    public let differences: [Difference]
    /// The number of pods.
    public let pods: Int
    /// The number of namespaces that they are in.
    public let namespaces: Int
    /// One of them, `namespace/name`.
    public let example: String

    /// Makes a group.
    public init(
      template: String?, expected: String?, verdict: AuditVerdict, message: String,
      differences: [Difference], pods: Int, namespaces: Int, example: String
    ) {
      self.template = template
      self.expected = expected
      self.verdict = verdict
      self.message = message
      self.differences = differences
      self.pods = pods
      self.namespaces = namespaces
      self.example = example
    }

    /// True if something is not as the templates and settings ask for.
    public var isFinding: Bool {
      verdict.isRefusal || template != expected
        || differences.contains { $0.maker == .mutation || $0.maker == .missing }
    }
  }

  /// The level that the pods are held to, `restricted:latest`.
  public let claim: String
  /// Pods of Flyte, in groups.
  public let groups: [Group]
  /// Pods of Flyte's that are not modeled, by the plugin that makes them.
  public let notModeled: [(plugin: String, pods: Int)]
  /// Pods that are not Flyte's.
  public let skipped: Int

  /// Makes a result.
  public init(
    claim: String, groups: [Group], notModeled: [(plugin: String, pods: Int)], skipped: Int
  ) {
    self.claim = claim
    self.groups = groups
    self.notModeled = notModeled
    self.skipped = skipped
  }

  /// The number of pods that were compared.
  public var pods: Int { groups.reduce(0) { $0 + $1.pods } }
}
