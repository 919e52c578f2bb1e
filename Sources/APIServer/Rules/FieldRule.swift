import Diagnostics
import PodAPI

/// A rule about one field of a struct, where a table says more than code.
enum FieldRule: Sendable {
  /// It must be there and not empty.
  case required(FieldName)
  /// It takes some words only; an unset one is for other rules.
  case word(FieldName, [String])
  /// It must be there and be one of some words.
  case requiredWord(FieldName, [String])
  /// It is a number in a range; unset counts as 0.
  case range(FieldName, ClosedRange<Int64>)
  /// It has a form, unless it is empty.
  case form(FieldName, NameForm)
  /// It is there, and has a form.
  case requiredForm(FieldName, NameForm)
  /// It is a path that stays below where it begins, unless it is empty.
  case below(FieldName)
  /// It is the mode of a file, where it is set.
  case mode(FieldName)
  /// The reference that it holds, where there is one, has a name.
  case namedReference(FieldName)
  /// It is a list that is not empty.
  case nonEmpty(FieldName)
}

extension ValidationPass {
  /// Holds a struct against the rules of a table.
  mutating func apply(_ rules: [FieldRule], to object: PodObject) {
    for rule in rules { apply(rule, to: object) }
  }

  mutating func apply(_ rule: FieldRule, to object: PodObject) {
    switch rule {
    case .required(let field): required(field, of: object)
    case .word(let field, let words):
      if let word = object[field]?.string { check(word, among: words, at: field) }
    case .requiredWord(let field, let words):
      let word = object.text(field)
      if word.isEmpty {
        refuse(.required, at: field, Self.missing(words))
      } else {
        check(word, among: words, at: field)
      }
    case .range(let field, let range):
      let number = object.number(field)
      if !range.contains(number) {
        refuse(
          .invalid, at: field,
          "\(number) is out of range; write \(range.lowerBound) to \(range.upperBound)")
      }
    case .form(let field, let form):
      let text = object.text(field)
      if !text.isEmpty { check(text, form, at: field) }
    case .requiredForm(let field, let form):
      let text = object.text(field)
      if text.isEmpty { required(field, of: object) } else { check(text, form, at: field) }
    case .below(let field): checkBelow(object.text(field), at: .field(field))
    case .mode(let field): mode(field, of: object)
    case .namedReference(let field):
      within(field, of: object) { $0.required(.name, of: $1) }
    case .nonEmpty(let field):
      if object.items(field).isEmpty {
        refuse(.required, at: field, "is missing; it needs at least one entry")
      }
    }
  }

  /// Refuses a text that is missing or empty.
  @discardableResult
  mutating func required(_ field: FieldName, of object: PodObject) -> Bool {
    guard object.text(field).isEmpty else { return true }
    refuse(.required, at: field, FieldSamples.missing(field))
    return false
  }

  /// Refuses a word that is none of some.
  mutating func check(_ word: String, among words: [String], at field: FieldName) {
    guard !words.contains(where: { $0 == word }) else { return }
    refuse(.unsupported, at: field, Self.notTaken(word, words))
  }

  static func missing(_ words: [String]) -> String {
    "is missing; write \(words.count > 1 ? "one of " : "")\(words.joined(separator: ", "))"
  }

  static func notTaken(_ word: String, _ words: [String]) -> String {
    let list = words.filter { !$0.isEmpty }.joined(separator: ", ")
    return "does not take \(quoted: word); write \(words.count > 1 ? "one of " : "")\(list)"
  }

  private mutating func mode(_ field: FieldName, of object: PodObject) {
    guard let mode = object[field]?.integer, !(0...0o777).contains(mode) else { return }
    refuse(
      .invalid, at: field,
      "\(mode) is not a file mode; write 0 to 511, which is 0o777, for example 0o644")
  }

  /// Refuses a path that is absolute or goes upward, each for itself.
  mutating func checkBelow(_ path: String, at step: FieldPath.Step) {
    guard !path.isEmpty else { return }
    if path.utf8.first == UInt8(ascii: "/") {
      refuse(.invalid, at: step, "\(quoted: path) must be a relative path; start without '/'")
    }
    checkNoStepUp(path, at: step)
  }

  /// Refuses what is looked at where it is a path that is absolute or goes upward.
  mutating func checkBelow(_ path: String) {
    if path.utf8.first == UInt8(ascii: "/") {
      refuse(.invalid, "\(quoted: path) must be a relative path; start without '/'")
    }
    if Self.stepsUp(path) {
      refuse(.invalid, "\(quoted: path) cannot have '..' in it; write the path without it")
    }
  }

  /// Refuses a path with a step upward.
  mutating func checkNoStepUp(_ path: String, at step: FieldPath.Step) {
    if Self.stepsUp(path) {
      refuse(
        .invalid, at: step, "\(quoted: path) cannot have '..' in it; write the path without it")
    }
  }

  static func stepsUp(_ path: String) -> Bool {
    path.utf8.contains(UInt8(ascii: "."))
      && path.utf8.split(separator: UInt8(ascii: "/")).contains { $0.elementsEqual("..".utf8) }
  }

  /// Refuses a path that is not for a file in a volume: names that begin with two dots are kept for
  /// the kubelet.
  mutating func checkFilePath(_ path: String, at step: FieldPath.Step) {
    checkBelow(path, at: step)
    let bytes = path.utf8
    if bytes.starts(with: "..".utf8), bytes.dropFirst(2).first != UInt8(ascii: "/") {
      refuse(.invalid, at: step, "\(quoted: path) cannot start with '..'; write another name")
    }
  }
}
