import Diagnostics
package import PodAPI

/// One look at an object: where it is, and what it found.
///
/// The server does not say every place as it is; so there are two paths, the one that it says and the
/// one to the place itself.
struct ValidationPass {
  typealias Step = FieldPath.Step

  let release: ServerRelease
  /// True if a pod is looked at; else it is a PodTemplate.
  let isPod: Bool
  private(set) var refusals: [Refusal] = []
  /// Of more nobody reads, and a pod can be wrong a million times.
  private static let most = 10_000
  /// The way from the object down to what is looked at.
  private var frames: [Frame] = []

  /// One step down: as the server says it, and as it is. Either may be missing.
  private struct Frame {
    let said: Step?
    let own: Step?
  }

  init(release: ServerRelease, isPod: Bool) {
    self.release = release
    self.isPod = isPod
    frames.reserveCapacity(16)
  }

  private func said(_ rest: [Step]) -> FieldPath { FieldPath(frames.compactMap(\.said) + rest) }

  private func place(_ rest: [Step]) -> FieldPath { FieldPath(frames.compactMap(\.own) + rest) }

  /// Refuses what is looked at.
  mutating func refuse(
    _ kind: Refusal.Kind, truly rest: [Step] = [], _ message: @autoclosure () -> String
  ) {
    note(kind, [], rest, message)
  }

  /// Refuses a field of what is looked at.
  /// - Parameter rest: the way to the place itself, where that is another.
  mutating func refuse(
    _ kind: Refusal.Kind, at field: FieldName, truly rest: [Step]? = nil,
    _ message: @autoclosure () -> String
  ) {
    note(kind, [.field(field)], rest ?? [.field(field)], message)
  }

  /// Refuses something below what is looked at.
  mutating func refuse(
    _ kind: Refusal.Kind, at step: Step, truly rest: [Step]? = nil,
    _ message: @autoclosure () -> String
  ) {
    note(kind, [step], rest ?? [step], message)
  }

  /// Refuses something of the spec that the server says below what is looked at.
  /// - Parameter path: the way from the template or the pod.
  mutating func refuse(
    _ kind: Refusal.Kind, saying rest: [Step], at path: [Step],
    _ message: @autoclosure () -> String
  ) {
    guard refusals.count < Self.most else { return }
    refusals.append(
      Refusal(
        field: said(rest),
        place: FieldPath((isPod ? [] : [.field(.template)]) + path), kind: kind,
        message: message()))
  }

  /// Refuses what is looked at, for which the server says no field.
  mutating func refuseWithoutField(_ kind: Refusal.Kind, _ message: @autoclosure () -> String) {
    refusals.append(
      Refusal(field: FieldPath([]), place: place([]), kind: kind, message: message()))
  }

  private mutating func note(
    _ kind: Refusal.Kind, _ said: [Step], _ place: [Step], _ message: () -> String
  ) {
    guard refusals.count < Self.most else { return }
    refusals.append(
      Refusal(
        field: self.said(said), place: self.place(place), kind: kind, message: message()))
  }

  /// Looks at something below.
  mutating func within(_ step: Step, _ body: (inout ValidationPass) -> Void) {
    frames.append(Frame(said: step, own: step))
    body(&self)
    frames.removeLast()
  }

  /// Looks at something below that the server does not say, or says by another step.
  mutating func within(
    saying step: Step?, truly own: Step?, _ body: (inout ValidationPass) -> Void
  ) {
    frames.append(Frame(said: step, own: own))
    body(&self)
    frames.removeLast()
  }

  /// Looks at a field.
  mutating func within(_ field: FieldName, _ body: (inout ValidationPass) -> Void) {
    within(.field(field), body)
  }

  /// Looks at a struct that a field holds, if it is set.
  mutating func within(
    _ field: FieldName, of owner: PodObject, _ body: (inout ValidationPass, PodObject) -> Void
  ) {
    guard let object = owner[field]?.object else { return }
    within(.field(field)) { body(&$0, object) }
  }

  /// Looks at each struct of a list.
  /// - Parameter isNumbered: whether the server says which entry it is.
  mutating func each(
    _ field: FieldName, of owner: PodObject, isNumbered: Bool = true,
    _ body: (inout ValidationPass, PodObject, Int) -> Void
  ) {
    guard let items = owner[field]?.items, !items.isEmpty else { return }
    within(field) { pass in
      for (index, item) in items.enumerated() {
        guard let object = item.object else { continue }
        pass.within(saying: isNumbered ? .index(index) : nil, truly: .index(index)) {
          body(&$0, object, index)
        }
      }
    }
  }

  /// Looks at each text of a list.
  /// - Parameter isNumbered: whether the server says which entry it is.
  mutating func eachText(
    _ field: FieldName, of owner: PodObject, isNumbered: Bool = true,
    _ body: (inout ValidationPass, String, Int) -> Void
  ) {
    guard let items = owner[field]?.items, !items.isEmpty else { return }
    within(field) { pass in
      for (index, item) in items.enumerated() {
        pass.within(saying: isNumbered ? .index(index) : nil, truly: .index(index)) {
          body(&$0, item.string ?? "", index)
        }
      }
    }
  }

  /// Holds what is looked at against a form: one refusal for each complaint.
  mutating func check(_ text: String, _ form: NameForm) {
    for phrase in form.complaints(text) { refuse(.invalid, "\(quoted: text) \(phrase)") }
  }

  /// Holds a text against a form, and refuses a field of what is looked at.
  mutating func check(
    _ text: String, _ form: NameForm, at field: FieldName,
    truly rest: @autoclosure () -> [Step]? = nil
  ) {
    for phrase in form.complaints(text) {
      refuse(.invalid, at: field, truly: rest(), "\(quoted: text) \(phrase)")
    }
  }
}

extension PodObject {
  /// The text of a field; empty where it is not set.
  package func text(_ field: FieldName) -> String { self[field]?.string ?? "" }

  /// The flag of a field; false where it is not set.
  package func flag(_ field: FieldName) -> Bool { self[field]?.bool ?? false }

  /// The number of a field; 0 where it is not set.
  package func number(_ field: FieldName) -> Int64 { self[field]?.integer ?? 0 }

  /// The struct of a field.
  package func part(_ field: FieldName) -> PodObject? { self[field]?.object }

  /// The items of a field; none where it is not set.
  package func items(_ field: FieldName) -> [PodValue] { self[field]?.items ?? [] }

  /// The entries of a map; none where it is not set.
  package func entries(_ field: FieldName) -> [PodMap.Entry] { self[field]?.map?.entries ?? [] }
}
