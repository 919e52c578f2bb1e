import Flyte
import PodAPI
import Values

/// Finds the fields that a text names: `runAsUser`, `containers[main].image`, `spec.hostNetwork`.
public struct FieldSearch {
  /// Nothing has this name.
  public struct Failure: Error, Sendable {
    /// The unknown word.
    public let word: String
    /// The words that it may mean.
    public let known: [String]
    /// The kind of the known words.
    public let kind: Kind

    /// The kind of a word.
    public enum Kind: Sendable {
      case field, container
    }
  }

  private let parts: [PodPart]
  private let primaryContainer: String
  /// The fields that the pod has.
  private let present: () -> [PodField]

  /// Makes a search in a pod.
  public init(_ origins: PodOrigins) {
    self.init(parts: origins.parts, primaryContainer: origins.primaryContainer) {
      origins.all.map(\.path)
    }
  }

  /// Makes a search in the parts of a pod.
  init(
    parts: [PodPart], primaryContainer: String, present: @escaping () -> [PodField]
  ) {
    self.parts = parts
    self.primaryContainer = primaryContainer
    self.present = present
  }

  /// The fields that are meant, of each part of the pod that has it.
  public func paths(of text: String) throws(Failure) -> [PodField] {
    let words = Self.words(of: text)
    guard let first = words.first else { throw unknown(text, Self.allNames) }
    switch first.text {
    case "metadata": return [try path(.metadata, Array(words.dropFirst()))]
    case "spec" where words.count == 1 || !Self.lists.contains(words[1].text):
      return [try path(.spec, Array(words.dropFirst()))]
    case "spec": return try inContainer(Array(words.dropFirst()))
    case _ where Self.lists.contains(first.text): return try inContainer(words)
    default: return try anywhere(words)
    }
  }

  private static let lists: TextSet = ["containers", "initContainers"]

  /// The words of a path: names between dots, and the text in brackets.
  static func words(of text: String) -> [PodField.Step] {
    var words: [PodField.Step] = []
    var word: [UInt8] = []
    var isKey = false
    func end(_ key: Bool) {
      if !word.isEmpty || key {
        let text = ByteText(String(decoding: word, as: UTF8.self))
        words.append(key ? .key(text) : .field(text))
      }
      word = []
    }
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "[") where !isKey:
        end(false)
        isKey = true
      case UInt8(ascii: "]") where isKey:
        end(true)
        isKey = false
      case UInt8(ascii: ".") where !isKey: end(false)
      default: word.append(byte)
      }
    }
    end(isKey)
    return words
  }

  private func inContainer(_ words: [PodField.Step]) throws(Failure) -> [PodField] {
    let isInit = words[0].text == "initContainers"
    let parts = self.parts.filter { $0.container != nil && $0.isInit == isInit }
    guard words.count > 1, case .key(let key) = words[1] else {
      // Of all containers.
      let rest = Array(words.dropFirst())
      var paths: [PodField] = []
      for part in parts { paths.append(try path(part, rest)) }
      return paths
    }
    let names = parts.compactMap(\.container)
    var found = parts.first { $0.container == key.text }
    if found == nil, let index = Int(key.text), parts.indices.contains(index) {
      found = parts[index]
    }
    if found == nil, key.text == "primary", !isInit {
      found = parts.first { $0.container == primaryContainer }
    }
    guard let found else { throw Failure(word: key.text, known: names, kind: .container) }
    return [try path(found, Array(words.dropFirst(2)))]
  }

  /// The field in each part of the pod that has one of that name.
  private func anywhere(_ words: [PodField.Step]) throws(Failure) -> [PodField] {
    var paths: [PodField] = []
    for prefix in [[], [PodField.Step.field("securityContext")]] {
      for part in parts {
        let found = PodField(part, prefix + words)
        if found.kind != nil { paths.append(found) }
      }
      if !paths.isEmpty { return paths }
    }
    // A name that stands deeper in what the pod has.
    let present = self.present().filter { path in
      zip(path.steps.reversed(), words.reversed()).allSatisfy { $0.text == $1.text }
        && path.steps.count >= words.count
    }
    if !present.isEmpty { return present }
    throw unknown(words.last?.text ?? "", Self.allNames)
  }

  private func path(_ part: PodPart, _ steps: [PodField.Step]) throws(Failure) -> PodField {
    for count in steps.indices {
      let path = PodField(part, Array(steps[...count]))
      guard path.kind == nil else { continue }
      let owner = PodField(part, Array(steps[..<count]))
      var known = Self.allNames
      if case .object(let position)? = owner.kind {
        known = PodSchema.shipped.types[position].fields.map(\.name.text)
      }
      throw unknown(steps[count].text, known)
    }
    return PodField(part, steps)
  }

  private func unknown(_ word: String, _ known: [String]) -> Failure {
    Failure(word: word, known: known, kind: .field)
  }

  /// The fields that people ask for.
  private static let allNames = ["PodSpec", "Container", "SecurityContext", "PodSecurityContext"]
    .flatMap { PodSchema.shipped[$0]?.fields.map(\.name.text) ?? [] }
}
