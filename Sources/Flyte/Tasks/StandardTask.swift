import PodAPI

/// The shapes of tasks that a deployment is judged for.
public enum StandardTask: String, Sendable, Hashable, CaseIterable {
  /// A container task that moves its own data: most of flytekit's.
  case container
  /// A raw container task with inputs and outputs, which co-pilot moves.
  case copilot
  /// The same with inputs only.
  case copilotInputs = "copilot-inputs"
  /// The same with outputs only.
  case copilotOutputs = "copilot-outputs"
  /// A pod task.
  case pod
  /// A pod task whose container is named `primary`, as in flytekit.
  case podPrimary = "pod-primary"
  /// A pod task whose data co-pilot moves.
  case podCopilot = "pod-copilot"
  /// A pod task with a helper and an init container of the author's own.
  case podHelpers = "pod-helpers"
  /// A container task whose node has a pod of its own: `with_overrides(pod_template=…)`. Releases
  /// before v1.15.0 do not read it.
  case podOverride = "pod-override"
  /// A container task that asks for a secret as a file.
  case secret
  /// The same with an environment variable.
  case secretVariable = "secret-variable"
  /// The same in the form that the secret manager chooses, which is flytekit's default.
  case secretAny = "secret-any"
  /// A container task that asks for a secret as a file, where the secret webhook uses this manager,
  /// whatever the cluster uses.
  case secretK8s = "secret-k8s"
  case secretGlobal = "secret-global"
  case secretAWS = "secret-aws"
  case secretGCP = "secret-gcp"
  case secretAzure = "secret-azure"
  case secretVault = "secret-vault"
  case secretEmbedded = "secret-embedded"

  /// The shapes that a cluster is judged for where nothing names others: those that depend on the
  /// cluster alone.
  public static let usual = allCases.filter { $0.manager == nil }

  /// The shapes that ask for no secret: their pods do not depend on the secret webhook. The one that
  /// replaces a task's pod gives no other pod than the rest.
  public static let withoutSecrets = allCases.filter { $0.secret == nil && $0 != .podOverride }

  /// The shape that asks a manager for a secret.
  public static func secret(from manager: SecretManager) -> StandardTask {
    switch manager {
    case .k8s: .secretK8s
    case .global: .secretGlobal
    case .aws: .secretAWS
    case .gcp: .secretGCP
    case .azure: .secretAzure
    case .vault: .secretVault
    case .embedded: .secretEmbedded
    }
  }

  /// The secret manager that it is about; nil: those that the cluster uses.
  public var manager: SecretManager? {
    switch self {
    case .secretK8s: .k8s
    case .secretGlobal: .global
    case .secretAWS: .aws
    case .secretGCP: .gcp
    case .secretAzure: .azure
    case .secretVault: .vault
    case .secretEmbedded: .embedded
    default: nil
    }
  }

  /// The secret that it asks for.
  public var secret: TaskSecret? {
    switch self {
    case .container, .copilot, .copilotInputs, .copilotOutputs, .pod, .podPrimary, .podCopilot,
      .podHelpers, .podOverride:
      nil
    case .secretVariable: Self.secret(.variable)
    case .secretAny: Self.secret(.any)
    default: Self.secret(.file)
    }
  }

  private static func secret(_ mount: TaskSecret.Mount) -> TaskSecret {
    TaskSecret(group: "credentials", groupVersion: "1", key: "password", mount: mount)
  }

  /// The task.
  /// - Parameter template: the template that it names; nil: the default one.
  public func shape(podTemplateName template: String? = nil) -> TaskShape {
    guard let template else { return Self.unnamed[self] ?? made(naming: nil) }
    return made(naming: template)
  }

  private func made(naming template: String?) -> TaskShape {
    TaskShape(
      body, copilot: data, podTemplateName: template,
      override: self == .podOverride ? Self.pod("primary") : nil)
  }

  /// The tasks that name no template, made once.
  private static let unnamed = Dictionary(
    uniqueKeysWithValues: allCases.map { ($0, $0.made(naming: nil)) })

  /// True if co-pilot moves its data.
  public var usesCopilot: Bool { data != nil }

  /// The data that co-pilot moves; nil if the task moves its own data.
  public var data: TaskShape.Data? {
    switch self {
    case .copilot, .podCopilot: TaskShape.Data(inputs: true, outputs: true)
    case .copilotInputs: TaskShape.Data(inputs: true, outputs: false)
    case .copilotOutputs: TaskShape.Data(inputs: false, outputs: true)
    default: nil
    }
  }

  private var body: TaskShape.Body {
    switch self {
    case .pod, .podCopilot: .pod(Self.pod())
    case .podPrimary: .pod(Self.pod("primary"))
    case .podHelpers: .pod(Self.pod(helpers: true))
    default: .container(image: Self.image)
    }
  }

  /// The registry of the images of standard tasks, which stand for images that are not known.
  public static let registry = "task.invalid/"
  /// The image of a task that names none.
  public static let image = "\(registry)image:v1"

  private static func pod(
    _ primary: String = "main", helpers: Bool = false
  ) -> TaskShape.PodBody {
    func container(_ name: String) -> PodValue {
      .object(
        PodObject([
          .init(.name, .string(name)), .init(.image, .string("\(registry)\(name):v1")),
        ]))
    }
    var spec = PodObject([
      .init(.containers, .list([primary].map(container) + (helpers ? [container("helper")] : [])))
    ])
    if helpers { spec[.initContainers] = .list([container("prepare")]) }
    return TaskShape.PodBody(spec: spec, primaryContainer: primary)
  }
}

extension StandardTask {
  /// True if its author writes a pod.
  public var isPodTask: Bool {
    switch self {
    case .pod, .podPrimary, .podCopilot, .podHelpers: true
    default: false
    }
  }
}
