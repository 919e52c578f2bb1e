public import Flyte
public import Operators
import PodAPI
public import Values

/// A change of an operator, or of a plugin's settings, after which its pods may be let in.
public enum OperatorChange: Sendable, Hashable {
  /// Ray jobs are submitted by the operator itself (Flyte v2.0.41, KubeRay 1.1).
  case httpMode
  /// The webhook of Spark's operator runs, which alone sets security contexts.
  case webhook
  /// Knative fills in what is safe.
  case securePodDefaults
  /// PyTorch's init container is made of a template of the cluster's own.
  case initTemplate
  /// The operator is of another version.
  case version(FlytePlugin, OperatorVersion)

  /// The changes that a deployment can take for a plugin, the cheapest first.
  public static func all(for plugin: FlytePlugin, of deployment: Deployment) -> [OperatorChange] {
    guard let runner = deployment.operators[plugin] else { return [] }
    let settings: [OperatorChange] =
      switch runner {
      case .kubeRay: [.httpMode]
      case .spark(let spark): spark.hasWebhook ? [] : [.webhook]
      case .knative(let knative): knative.secureDefaults != .enabled ? [.securePodDefaults] : []
      case .training: plugin == .pytorch ? [.initTemplate] : []
      case .dask, .jobSet: []
      }
    let newer = runner.measured.filter { $0 > runner.version }
    // The oldest that helps would do; the newest is what is maintained.
    return settings + (newer.last.map { [.version(plugin, $0)] } ?? [])
  }

  /// The deployment with the change.
  public func applied(to deployment: Deployment) -> Deployment {
    var result = deployment
    switch self {
    case .httpMode:
      for entry in ray {
        result.ray = result.ray.setting(entry.key, to: OriginTree(entry.value, origin: .tool))
      }
    case .webhook: change(.spark, of: &result)
    case .securePodDefaults: change(.apps, of: &result)
    case .initTemplate: change(.pytorch, of: &result)
    case .version(let plugin, let version):
      guard let runner = result.operators[plugin] else { return result }
      var settings = runner.settings
      // From 2.0 on the chart itself turns the webhook on.
      if plugin == .spark { settings.webhook = nil }
      result.operators[plugin] = Operator(of: plugin, version: version, settings)
    }
    return result
  }

  /// The entries of `plugins.ray` that it sets.
  public var ray: [(key: String, value: OriginTree.Content)] {
    self == .httpMode ? [("submissionMode", .string("HTTPMode"))] : []
  }

  /// The operator with the change of its settings.
  public func applied(to runner: Operator) -> Operator {
    var settings = runner.settings
    switch self {
    case .webhook: settings.webhook = true
    case .securePodDefaults: settings.secureDefaults = .enabled
    case .initTemplate: settings.initContext = .restrictedContext
    case .httpMode, .version: break
    }
    return runner.with(settings)
  }

  private func change(_ plugin: FlytePlugin, of deployment: inout Deployment) {
    deployment.operators[plugin] = deployment.operators[plugin].map(applied)
  }

  /// The change, in the imperative: the key, and the file or flag it is in.
  public var words: String {
    switch self {
    case .httpMode: "set 'plugins.ray.submissionMode: HTTPMode' in Flyte's configuration"
    case .webhook:
      "turn on the webhook of the Spark operator ('webhook.enable: true' in its values)"
    case .securePodDefaults:
      "set 'secure-pod-defaults: enabled' in Knative's ConfigMap 'config-features'"
    case .initTemplate:
      "give the training operator a '--pytorch-init-container-template-file' whose container has a complete securityContext"
    case .version(let plugin, let version):
      "move to \(Operator(of: plugin, version: version)?.name ?? "\(version)")"
    }
  }

  /// A short name.
  public var name: String {
    switch self {
    case .httpMode: "plugins.ray.submissionMode"
    case .webhook: "webhook.enable"
    case .securePodDefaults: "secure-pod-defaults"
    case .initTemplate: "--pytorch-init-container-template-file"
    case .version(let plugin, let version): "\(plugin.rawValue) \(version)"
    }
  }
}
