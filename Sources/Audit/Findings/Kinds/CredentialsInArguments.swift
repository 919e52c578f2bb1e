import Deployments
import Flyte

extension FindingRule {
  static let credentialsInArguments = FindingRule(
    kind: .credentialsInArguments,
    meaning:
      "Flyte passes the storage configuration to co-pilot as arguments. If it has access keys, everyone who can read pods can read them. From v2.0.41 on, a Secret can hold the configuration.",
    fix:
      "Give Flyte access to the storage without keys, through the identity of its service account. From v2.0.41 on, set `storage-config-secret-name` of `co-pilot`."
  ) { context in
    guard context.pods.contains(where: { !$0.pod.copilot.isEmpty }) else { return [] }
    let canReadSecret = context.behaviors.readsStorageSecret
    guard !canReadSecret || context.settings.copilot.storageSecret.isEmpty else { return [] }
    return [
      Finding(
        words:
          "co-pilot's arguments contain the storage configuration: if it has access keys, they can be read in every pod",
        fix: canReadSecret
          ? "set 'co-pilot.storage-config-secret-name', or use storage without keys"
          : "use storage without keys; from v2.0.41 on a Secret can hold them")
    ]
  }
}
