/// The numbers that a field takes, where they are fewer than its type holds.
public enum FieldRange {
  /// The numbers; nil where the type decides.
  public static func of(_ field: String) -> ClosedRange<Int64>? {
    switch field {
    case "runAsUser", "runAsGroup", "fsGroup", "supplementalGroups": 0...2_147_483_647
    case "containerPort", "hostPort": 1...65535
    default: nil
    }
  }
}
