/// The cause of a refusal; the names are stable.
public enum AuditCauseKind: String, Sendable, Hashable, CaseIterable {
  /// A setting of Flyte sets the value.
  case setBySetting = "set-by-setting"
  /// The PodTemplate sets it.
  case setByTemplate = "set-by-template"
  /// The task's own pod sets it.
  case setByTask = "set-by-task"
  /// The SCC that let the pod in sets it.
  case setByConstraint = "set-by-scc"
  /// Flyte adds it.
  case addedByFlyte = "added-by-flyte"
  /// The secret webhook adds the container.
  case addedByWebhook = "added-by-webhook"
  /// A field that the level asks for is not set by anything that reaches the container or the pod.
  case notSet = "not-set"
  /// No PodTemplate and no setting reaches the container.
  case notReached = "not-reached"
  /// An operator adds the container, or makes the pod, without a PodTemplate.
  case addedByOperator = "added-by-operator"
  /// The PodTemplate sets it, and a plugin or an operator loses it.
  case lostOnTheWay = "lost-on-the-way"
  /// The API server's own rules refuse the pod.
  case invalidPod = "invalid-pod"
  /// The secret webhook refuses it.
  case refusedByWebhook = "refused-by-webhook"
  /// An operator refuses what Flyte sends, or never starts it.
  case refusedByOperator = "refused-by-operator"
  /// An admission policy of the config's own refuses it.
  case refusedByPolicy = "refused-by-policy"
  /// A LimitRange does not take an amount.
  case refusedByLimit = "refused-by-limit"
  /// No SCC that can be used lets a field in.
  case refusedByConstraint = "refused-by-scc"
  /// A quota refuses the pod.
  case refusedByQuota = "refused-by-quota"
  /// Flyte makes no pod.
  case noPod = "no-pod"

  /// The cause, in a sentence without its period.
  var title: String {
    switch self {
    case .setBySetting: "A setting of Flyte sets a value that is refused"
    case .setByTemplate: "The PodTemplate sets a value that is refused"
    case .setByTask: "The task's own pod sets a value that is refused"
    case .setByConstraint: "An SCC sets a value that is refused"
    case .addedByFlyte: "Flyte adds a value that is refused"
    case .addedByWebhook: "The secret webhook adds a container that is refused"
    case .notSet: "A required field is not set"
    case .notReached: "No PodTemplate and no setting reaches a container"
    case .addedByOperator: "An operator adds a container or pod that is refused"
    case .lostOnTheWay: "A plugin or an operator loses a required field"
    case .invalidPod: "The API server refuses the merged pod"
    case .refusedByWebhook: "The secret webhook refuses the pod"
    case .refusedByOperator: "The operator does not run what Flyte sends"
    case .refusedByPolicy: "An admission policy refuses the pod"
    case .refusedByLimit: "A LimitRange refuses an amount"
    case .refusedByConstraint: "No SCC lets a value in"
    case .refusedByQuota: "A ResourceQuota refuses the pod"
    case .noPod: "Flyte creates no pod"
    }
  }

  /// The meaning, and the fix.
  var help: String {
    switch self {
    case .setBySetting: "Change or remove the setting in Flyte's values."
    case .setByTemplate: "Change or remove the field in the PodTemplate."
    case .setByTask:
      "A PodTemplate cannot remove what a task sets. Change the task's own pod."
    case .setByConstraint:
      "OpenShift puts it in where the pod does not say it. Say it in the PodTemplate, change the SCC, or let the service account use another one."
    case .addedByFlyte:
      "The release adds it after every PodTemplate. Use a patch, or a release that no longer adds it."
    case .addedByWebhook:
      "The webhook adds its container after every PodTemplate. Set its security context in the webhook's settings, use another secret manager, or use a patch."
    case .notSet:
      "Set the field in the PodTemplate or in the setting that reaches the container or the pod."
    case .notReached:
      "Nothing that a user can write reaches this container in this release. Use a patch or a newer release."
    case .addedByOperator:
      "No PodTemplate reaches it. Use the setting of Flyte or of the operator that the fix names."
    case .lostOnTheWay:
      "The PodTemplate sets it, and it does not reach the pod. Use a version of Flyte or of the operator that carries it."
    case .invalidPod:
      "The merge gives a pod that the API server's own rules refuse, whatever the namespace enforces. Change the value that clashes."
    case .refusedByWebhook:
      "The webhook cannot serve the task's secret with these settings. Change the secret manager or the request."
    case .refusedByOperator:
      "This Flyte and this version of the operator do not work together. Use the version that the fix names."
    case .refusedByPolicy:
      "The pod differs from the profile that the policy enforces. Change the task, or what the profile says or allows."
    case .refusedByLimit:
      "Change the resources of the container, or the amounts of the LimitRange."
    case .refusedByConstraint:
      "Leave the field out, so that the SCC sets it, or let the service account use another SCC."
    case .refusedByQuota:
      "Give every container limits, best by a LimitRange with defaults, or raise the quota."
    case .noPod: "Flyte fails before it creates a pod. The message says what is missing."
    }
  }
}
