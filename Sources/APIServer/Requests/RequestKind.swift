/// The kinds of objects that are sent.
public enum RequestKind: String, Sendable, Hashable {
  case podTemplate = "PodTemplate"
  case pod = "Pod"
}

/// The treatment of unknown fields and of keys that occur twice.
public enum FieldValidation: String, Sendable, Hashable {
  /// The object is refused.
  case strict = "Strict"
  /// The object is kept without them, with a warning.
  case warn = "Warn"
  /// The object is kept without them.
  case ignore = "Ignore"
}
