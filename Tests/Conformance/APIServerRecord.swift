import APIServer

/// A request that was sent to real API servers, and what each answered.
struct APIServerRecord {
  /// The answer of a server.
  enum Answer {
    case accepted(ManifestValue)
    case refused(code: Int, causes: [Cause])
  }

  /// A cause of a refusal: the field and the kind, in the server's words.
  struct Cause: Hashable, Comparable {
    let field: String
    let kind: String

    static func < (left: Cause, right: Cause) -> Bool {
      (left.field, left.kind) < (right.field, right.kind)
    }
  }

  let id: String
  let category: String
  let title: String
  let request: CreateRequest
  /// The answers by version, `v1.36.2`.
  let answers: [(version: String, answer: Answer, warnings: [String])]

  init?(_ line: ManifestValue) {
    guard let id = line["id"]?.string, let kind = line["kind"]?.string.flatMap(RequestKind.init),
      let validation = line["validation"]?.string.flatMap(FieldValidation.init)
    else { return nil }
    self.id = id
    category = line["cat"]?.string ?? ""
    title = line["case"]?.string ?? ""
    let body: CreateRequest.Body
    if let text = line["text"]?.string {
      body = .text(Array(text.utf8))
    } else if let object = line["object"] {
      body = .value(object)
    } else {
      return nil
    }
    request = CreateRequest(kind: kind, validation: validation, body: body)
    guard let answers = Self.answers(line["answers"]?.items ?? []) else { return nil }
    self.answers = answers
  }

  private static func answers(
    _ entries: [ManifestValue]
  ) -> [(version: String, answer: Answer, warnings: [String])]? {
    var accepted: [String: ManifestValue] = [:]
    var result: [(version: String, answer: Answer, warnings: [String])] = []
    for entry in entries {
      let versions = (entry["on"]?.items ?? []).compactMap(\.string)
      guard !versions.isEmpty else { return nil }
      let answer: Answer
      if let object = entry["accepted"] {
        answer = .accepted(object)
      } else if let like = entry["acceptedLike"]?.string, let base = accepted[like] {
        answer = .accepted(
          (entry["but"]?.items ?? []).reduce(base) { value, change in
            value.changed(at: change.items.first?.string ?? "", to: change.items.dropFirst().first)
          })
      } else if let refusal = entry["refused"], let code = refusal["code"]?.integer {
        let causes = (refusal["causes"]?.items ?? []).map { cause in
          Cause(
            field: cause["field"]?.string ?? "",
            kind: String((cause["reason"]?.string ?? "").dropFirst("FieldValue".count)))
        }
        answer = .refused(code: code, causes: causes.sorted())
      } else {
        return nil
      }
      for version in versions {
        if case .accepted(let object) = answer { accepted[version] = object }
        result.append((version, answer, (entry["warnings"]?.items ?? []).compactMap(\.string)))
      }
    }
    return result.isEmpty ? nil : result
  }
}

extension Refusal {
  /// The cause as the server names it.
  var cause: APIServerRecord.Cause {
    let kind =
      switch self.kind {
      case .required: "Required"
      case .invalid: "Invalid"
      case .duplicate: "Duplicate"
      case .notFound: "NotFound"
      case .forbidden: "Forbidden"
      case .unsupported: "NotSupported"
      case .tooMany: "TooMany"
      case .tooLong: "TooLong"
      }
    return APIServerRecord.Cause(field: path, kind: kind)
  }
}

extension ManifestValue {
  /// The number, when this is a whole one.
  var integer: Int? {
    if case .number(let digits) = self { return Int(digits) }
    return nil
  }

  /// The same value with another one at a JSON pointer; nil takes it away.
  func changed(at pointer: String, to value: ManifestValue?) -> ManifestValue {
    let keys = pointer.split(separator: "/", omittingEmptySubsequences: false).dropFirst().map {
      String($0.replacing("~1", with: "/").replacing("~0", with: "~"))
    }
    return changed(at: keys[...], to: value)
  }

  private func changed(at keys: ArraySlice<String>, to value: ManifestValue?) -> ManifestValue {
    guard let key = keys.first else { return value ?? .null }
    let rest = keys.dropFirst()
    switch self {
    case .list(var items):
      guard let index = Int(key), index <= items.count else { return self }
      if index == items.count {
        items.append(ManifestValue.null.changed(at: rest, to: value))
      } else if rest.isEmpty, value == nil {
        items.remove(at: index)
      } else {
        items[index] = items[index].changed(at: rest, to: value)
      }
      return .list(items)
    case .mapping(var entries):
      let position = entries.firstIndex { $0.key == key }
      if rest.isEmpty, value == nil {
        if let position { entries.remove(at: position) }
      } else {
        let below = position.map { entries[$0].value } ?? .mapping([])
        let entry = Entry(key, below.changed(at: rest, to: value))
        if let position { entries[position] = entry } else { entries.append(entry) }
      }
      return .mapping(entries)
    default: return self
    }
  }
}
