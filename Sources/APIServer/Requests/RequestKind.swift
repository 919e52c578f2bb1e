/// The kinds of objects that are sent.
public enum RequestKind: String, Sendable, Hashable {
  case podTemplate = "PodTemplate"
  case pod = "Pod"
}

/// What becomes of fields that nobody knows and of keys that stand twice.
public enum FieldValidation: String, Sendable, Hashable {
  /// The object is refused.
  case strict = "Strict"
  /// The object is kept without them, with a warning.
  case warn = "Warn"
  /// The object is kept without them.
  case ignore = "Ignore"
}
