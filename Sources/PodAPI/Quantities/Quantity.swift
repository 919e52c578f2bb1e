/// Comparisons of quantities in text form.
public enum Quantity {
  /// The spelling that Kubernetes prints (`0.5` is `500m`, `1024Mi` is `1Gi`); a text that is no
  /// quantity is given back as it is.
  public static func canonical(_ text: String) -> String { ServerQuantity(text)?.text ?? text }

  /// Returns whether one is more than another; false where either is no quantity.
  public static func exceeds(_ text: String, _ other: String) -> Bool {
    guard text != other, let left = ServerQuantity(text), let right = ServerQuantity(other) else {
      return false
    }
    return left.compare(right) > 0
  }
}
