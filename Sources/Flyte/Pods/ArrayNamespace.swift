/// The namespace of the pods that the plugin `k8s-array` makes (`addMetadata` of its subtask.go, all releases
/// of v1).
public struct ArrayNamespace: Sendable {
  private let template: String

  /// Makes one of the setting `namespaceTemplate`.
  public init(template: String) { self.template = template }

  /// The namespace of the pods of a task.
  /// - Parameter namespace: of the task.
  public func name(for namespace: String) -> String {
    // Flyte's pattern takes any character in place of the dot, and letters in any case.
    var bytes = template.utf8[...]
    var result: [UInt8] = []
    while !bytes.isEmpty {
      if let rest = Self.afterVariable(bytes) {
        result += namespace.utf8
        bytes = rest
      } else {
        result.append(bytes.removeFirst())
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func afterVariable(_ bytes: Substring.UTF8View) -> Substring.UTF8View? {
    guard bytes.starts(with: "{{".utf8) else { return nil }
    let text = Substring(bytes.dropFirst(2))
    guard let any = text.unicodeScalars.first, any != "\n" else { return nil }
    let rest = Substring(text.unicodeScalars.dropFirst()).utf8
    let word = "namespace"
    guard rest.prefix(word.utf8.count).elementsEqual(word.utf8, by: { $0 | 0x20 == $1 }) else {
      return nil
    }
    let end = rest.dropFirst(word.utf8.count)
    return end.starts(with: "}}".utf8) ? end.dropFirst(2) : nil
  }
}
