/// A secret that a task asks for.
public struct TaskSecret: Sendable, Hashable {
  /// The form in which the task requests it.
  public enum Mount: String, Sendable, Hashable, CaseIterable {
    /// As the manager likes.
    case any = "ANY"
    /// As an environment variable.
    case variable = "ENV_VAR"
    /// As a file.
    case file = "FILE"
  }

  /// The group; for AWS an ARN, for Azure an address, for Vault a path.
  public let group: String
  /// The version of the group.
  public let groupVersion: String
  /// The key in the group.
  public let key: String
  /// The form in which the task requests it.
  public let mount: Mount
  /// The environment variable for the value, or for the file's path; empty: the manager names it.
  public let variable: String

  /// Makes a secret.
  public init(
    group: String = "", groupVersion: String = "", key: String = "", mount: Mount = .any,
    variable: String = ""
  ) {
    self.group = group
    self.groupVersion = groupVersion
    self.key = key
    self.mount = mount
    self.variable = variable
  }

  /// The secret as Flyte's messages show it.
  func text(_ behaviors: WebhookBehaviors) -> String {
    var fields: [String] = []
    func add(_ name: String, _ value: String) {
      if !value.isEmpty { fields.append("\(name):\"\(value)\"") }
    }
    add("group", group)
    add("group_version", groupVersion)
    add("key", key)
    if mount != .any { fields.append("mount_requirement:\(mount.rawValue)") }
    add("env_var", variable)
    return fields.joined(separator: " ") + (behaviors.endsTextWithBlank ? " " : "")
  }
}
