public import PodAPI

/// A path in an object, as the API server writes it: `spec.containers[0].name`.
public struct FieldPath: Hashable, Sendable, CustomStringConvertible {
  /// One step down.
  public enum Step: Hashable, Sendable {
    /// A field.
    case field(FieldName)
    /// A word of the API server in the place of a field's name.
    case word(String)
    /// An entry of a list.
    case index(Int)
    /// An entry of a map.
    case key(String)
  }

  /// The steps from the object down.
  public let steps: [Step]

  /// Makes a path.
  public init(_ steps: [Step]) { self.steps = steps }

  /// The path as the API server prints it.
  public var description: String {
    var text = ""
    for step in steps {
      switch step {
      case .field(let name): Self.append(name.text, to: &text)
      case .word(let word): Self.append(word, to: &text)
      case .index(let index): text += "[\(index)]"
      case .key(let key): text += "[\(key)]"
      }
    }
    return text
  }

  private static func append(_ word: String, to text: inout String) {
    if !text.isEmpty { text += "." }
    text += word
  }
}
