/// Structs that mean something only as a whole: half of one and half of another mean something else
/// than either.
public enum WholeStructs {
  /// Returns whether the struct under a field is one.
  public static func contain(_ field: String) -> Bool { fields.contains(ByteText(field)) }

  static let fields: Set<ByteText> = [
    "appArmorProfile", "seLinuxOptions", "seccompProfile", "windowsOptions", "livenessProbe",
    "readinessProbe", "startupProbe", "postStart", "preStop",
  ]
}
