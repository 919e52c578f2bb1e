public import Deployments
public import Flyte
public import Judgment

/// The pod of a namespace and a task, and where its fields come from.
public struct Explanation: Sendable {
  /// The cluster.
  public let deployment: Deployment
  /// The namespace that was asked for.
  public let namespace: String
  /// True if an entry of the config names it; else the templates in Flyte's own namespace serve it.
  public let isNamed: Bool
  /// The namespace that may be meant, where no entry names the one that was asked for.
  public let nearest: String?
  /// The template.
  public let template: PodTemplate
  /// The pod and its verdict; of a plugin's task the first.
  public let pod: JudgedPod
  /// The admission policy that changes pods in the namespace; nil: there is none.
  public let policy: String?
  /// The pod of a container task that asks for a secret as a file; nil if there is no webhook, or
  /// if the task itself asks for one.
  public let secretPod: JudgedPod?
  /// The other pods of a plugin's task.
  public let others: [JudgedPod]
  /// Every field of the pod with its origin; empty where there is no pod.
  public let fields: [FieldOrigin]
  /// The fields that decide Pod Security's verdict, in their order, whether the pod has them or not.
  public let security: [FieldOrigin]
  /// The stories of the fields that were asked for; empty: none was.
  public let stories: [FieldStory]
  /// The same for a plugin's task: of the pod of each role.
  public let roles: [RoleStory]
}

/// A field of the pod that has a part in a plugin's task.
public struct RoleStory: Sendable {
  /// The part.
  public let role: PodRole
  /// Its value, its origin, and the values that it overrides.
  public let origin: FieldOrigin
}

/// All that is known of a field.
public struct FieldStory: Sendable {
  /// Its value, its origin, and the values that it overrides.
  public let origin: FieldOrigin
  /// The values of profiles for it, the uppermost first.
  public let layers: [ProfileSaying]
  /// The effect of a task on it.
  public let trial: TaskTrial
  /// The value in each kind of container; nil for a field of the pod.
  public let reach: FieldReach?
}
