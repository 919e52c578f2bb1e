public import Flyte
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
  /// A pod task whose container is called `primary`, as flytekit calls it.
  case podPrimary = "pod-primary"
  /// A pod task whose data co-pilot moves.
  case podCopilot = "pod-copilot"
  /// A pod task with a helper and an init container of the author's own.
  case podHelpers = "pod-helpers"
  /// A container task that asks for a secret as a file.
  case secret
  /// The same with an environment variable.
  case secretVariable = "secret-variable"

  /// The shapes that ask for no secret: their pods do not depend on the secret webhook.
  public static let withoutSecrets = allCases.filter { $0.secret == nil }

  /// The secret that it asks for.
  public var secret: TaskSecret? {
    let mount: TaskSecret.Mount
    switch self {
    case .secret: mount = .file
    case .secretVariable: mount = .variable
    default: return nil
    }
    return TaskSecret(group: "credentials", groupVersion: "1", key: "password", mount: mount)
  }

  /// The task.
  /// - Parameter template: the template that it names; nil: the default one.
  public func shape(podTemplateName template: String? = nil) -> TaskShape {
    guard let template else { return Self.unnamed[self] ?? TaskShape(body, copilot: data) }
    return TaskShape(body, copilot: data, podTemplateName: template)
  }

  /// The tasks that name no template, made once.
  private static let unnamed = Dictionary(
    uniqueKeysWithValues: allCases.map { ($0, TaskShape($0.body, copilot: $0.data)) })

  /// True if co-pilot moves its data.
  public var usesCopilot: Bool { data != nil }

  /// The data that co-pilot moves; nil: the task moves its own.
  public var data: TaskShape.Data? {
    switch self {
    case .container, .pod, .podPrimary, .podHelpers, .secret, .secretVariable: nil
    case .copilot, .podCopilot: TaskShape.Data(inputs: true, outputs: true)
    case .copilotInputs: TaskShape.Data(inputs: true, outputs: false)
    case .copilotOutputs: TaskShape.Data(inputs: false, outputs: true)
    }
  }

  private var body: TaskShape.Body {
    switch self {
    case .container, .copilot, .copilotInputs, .copilotOutputs, .secret, .secretVariable:
      .container(image: "task.invalid/image:v1")
    case .pod, .podCopilot: .pod(Self.pod())
    case .podPrimary: .pod(Self.pod("primary"))
    case .podHelpers: .pod(Self.pod(helpers: true))
    }
  }

  private static func pod(
    _ primary: String = "main", helpers: Bool = false
  ) -> TaskShape.PodBody {
    func container(_ name: String) -> PodValue {
      .object(
        PodObject([
          .init(.name, .string(name)), .init(.image, .string("task.invalid/\(name):v1")),
        ]))
    }
    var spec = PodObject([
      .init(.containers, .list([primary].map(container) + (helpers ? [container("helper")] : [])))
    ])
    if helpers { spec[.initContainers] = .list([container("prepare")]) }
    return TaskShape.PodBody(spec: spec, primaryContainer: primary)
  }
}
