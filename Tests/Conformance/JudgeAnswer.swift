import APIServer
import Judges
import PodAPI
import Values

/// An answer of a real API server to a pod, or of the model: in a form in which they can be compared.
enum JudgeAnswer: Hashable {
  /// The pod is let in, with these changes by JSON pointer.
  case accepted([String: String])
  /// It is refused: the code and the words, those of a list as a set.
  case refused(Int, Set<String>)

  /// An answer as it was recorded.
  init?(_ value: PlainValue) {
    if let changes = value["accepted"] {
      self = .accepted(
        Dictionary(
          uniqueKeysWithValues: changes.entries.flatMap {
            Self.leaves($0.value, at: $0.key)
          }))
    } else if let refused = value["refused"], case .integer(let code)? = refused["code"] {
      self = Self.refused(Int(code), message: refused["message"]?.string ?? "")
    } else {
      return nil
    }
  }

  /// The same refusal with another message, which the server gave too.
  static func refused(_ code: Int, message: String) -> JudgeAnswer {
    let marks = [" is forbidden: ", " is invalid: "]
    let body =
      marks.compactMap { message.firstRange(of: $0) }.min { $0.lowerBound < $1.lowerBound }
      .map { String(message[$0.upperBound...]) } ?? message
    guard code == 422 else { return .refused(code, parts(body)) }
    // The words for broken rules are this project's; the fields are the server's.
    return .refused(code, Set(parts(body).map { String($0.prefix { $0 != ":" }) }))
  }

  /// The model's refusal.
  init(_ refusal: JudgeRefusal) {
    switch refusal {
    case .server(let refused) where refused.code == 422:
      self = .refused(422, Set(refused.refusals.map(\.path)))
    case .server(let refused): self = .refused(refused.code, Self.parts(refusal.words))
    default: self = .refused(403, Self.parts(refusal.words))
    }
  }

  /// The model's pod, against the one that it would be without judges.
  init(
    _ pod: SubmittedPod, status: String? = nil, without base: SubmittedPod,
    baseStatus: String? = nil
  ) {
    func plain(_ pod: SubmittedPod, _ status: String?) -> PlainValue {
      .mapping([
        .init("metadata", pod.metadata.plain), .init("spec", pod.spec.plain),
        .init("status", .mapping(status.map { [.init("qosClass", .string($0))] } ?? [])),
      ])
    }
    self = .accepted(
      Dictionary(
        uniqueKeysWithValues: Self.changes(
          plain(base, baseStatus), plain(pod, status), at: "")))
  }

  /// The errors of a message, which come in any order.
  private static func parts(_ message: String) -> Set<String> {
    let marked = "against any security context constraint: "
    if let range = message.firstRange(of: marked) {
      return Set([String(message[..<range.upperBound])])
        .union(parts(String(message[range.upperBound...])))
    }
    guard message.hasPrefix("["), message.hasSuffix("]") else { return [message] }
    // Commas also stand inside errors; those keep their place.
    return Set(message.dropFirst().dropLast().parts(between: ", ").map { String($0) })
  }

  /// The values below one, by JSON pointer; a list is one value.
  private static func leaves(_ value: PlainValue, at path: String) -> [(String, String)] {
    guard case .mapping(let entries) = value, !entries.isEmpty else {
      return [(path, words(value))]
    }
    return entries.flatMap { leaves($0.value, at: "\(path)/\(escaped($0.key))") }
  }

  private static func escaped(_ key: String) -> String {
    key.replacing("~", with: "~0").replacing("/", with: "~1")
  }

  static func changes(
    _ old: PlainValue?, _ new: PlainValue?, at path: String
  ) -> [(String, String)] {
    if old == new { return [] }
    switch (old, new) {
    case (.mapping(let left)?, .mapping(let right)?):
      let keys = Set(left.map(\.key) + right.map(\.key)).sorted()
      return keys.flatMap { changes(old?[$0], new?[$0], at: "\(path)/\(escaped($0))") }
    case (.list(let left)?, .list(let right)?)
    where left.count == right.count && isOfObjects(left):
      return left.indices.flatMap { changes(left[$0], right[$0], at: "\(path)/\($0)") }
    case (_, let new?): return leaves(new, at: path)
    case (_, nil): return [(path, "nothing")]
    }
  }

  private static func isOfObjects(_ items: [PlainValue]) -> Bool {
    items.contains { if case .mapping = $0 { true } else { false } }
  }

  /// The answer in words.
  var text: String {
    switch self {
    case .accepted(let changes):
      "accepted "
        + changes.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        .joined(separator: "\n    ")
    case .refused(let code, let parts):
      "refused \(code) " + parts.sorted().joined(separator: "\n    ")
    }
  }

  /// The differences between the answers that are possible and those of the model.
  static func difference(_ wanted: Set<JudgeAnswer>, _ got: Set<JudgeAnswer>) -> String? {
    guard wanted != got else { return nil }
    let lacks = wanted.subtracting(got).map { "lacks \($0.text)" }
    let adds = got.subtracting(wanted).map { "adds \($0.text)" }
    return (lacks.sorted() + adds.sorted()).joined(separator: "\n")
  }
}
