import Deployments
public import Flyte
public import PodAPI
import Values

/// The effect of a task on a field, tried on the model: the same task asks for other values, and
/// the pod shows which of them take effect.
public struct TaskTrial: Sendable {
  /// A value that was asked for.
  public struct Try: Sendable {
    /// The value.
    public let value: PodValue
    /// True if the pod has the value then.
    public let arrives: Bool
    /// True if the value that the pod had before is gone then.
    public let replaces: Bool
  }

  /// The values that were tried; empty if a task cannot set the field.
  public let tries: [Try]
}

extension PodOrigins {
  /// Tries other values of a field.
  /// - Parameters:
  ///   - path: the field.
  ///   - store: the templates as they are at the start.
  public func trial(of path: PodField, in judgment: Judgment, store: TemplateStore) -> TaskTrial {
    // Nobody but Flyte and its webhook writes these containers.
    guard path.part != .metadata, !path.steps.isEmpty, stages.asked.part(path.part) != nil else {
      return TaskTrial(tries: [])
    }
    let before = path.value(in: stages.kept.part(path.part))
    return TaskTrial(
      tries: path.alternatives(to: before).compactMap { value -> TaskTrial.Try? in
        guard let asked = path.setting(value, in: stages.asked.spec) else { return nil }
        let after = judgment.spec(
          of: task, asking: asked, primary: primaryContainer, template: template,
          store: store.restarted(), set: set
        ).flatMap { path.value(in: path.part.object(of: $0, metadata: PodObject())) }
        // Where nothing was, a zero that leaves nothing tells nothing.
        if before == nil, after == nil, value.isZero { return nil }
        if case .list(let items) = value {
          let now = after?.items ?? []
          return TaskTrial.Try(
            value: value, arrives: items.allSatisfy(now.contains),
            replaces: !(before?.items ?? []).contains(where: now.contains))
        }
        return TaskTrial.Try(value: value, arrives: after == value, replaces: after == value)
      })
  }
}

extension PodValue {
  /// Go's zero.
  fileprivate var isZero: Bool {
    switch self {
    case .bool(let flag): !flag
    case .integer(let number): number == 0
    default: false
    }
  }
}

extension Judgment {
  /// The spec that is kept of a task whose author asks for another pod; nil where none is made, or no SCC
  /// lets it in.
  func spec(
    of task: JudgedTask, asking asked: PodObject, primary: String, template: PodTemplate,
    store: TemplateStore, set: Int?
  ) -> PodObject? {
    let named = template.name == deployment.defaultTemplate ? nil : template.name
    let read = model.read(
      TaskShape(
        .pod(TaskShape.PodBody(spec: asked, primaryContainer: primary)), copilot: task.data,
        podTemplateName: named, deviceClass: task.deviceClass?.text))
    guard case .success(let built) = model.pod(for: read, in: Self.namespace, store: store) else {
      return nil
    }
    let stages = serverStages(of: complete(built, of: read), claim: template.claim, set: set)
    return stages.isConstrained ? stages.kept.spec : nil
  }
}

extension PodField {
  /// The type of the field; nil where no version has it.
  var kind: PodSchema.Kind? {
    let root =
      switch part {
      case .spec: "PodSpec"
      case .metadata: "ObjectMeta"
      case .container, .initContainer: "Container"
      }
    var kind = PodSchema.shipped.position(of: root).map(PodSchema.Kind.object)
    for step in steps {
      switch kind {
      case .object(let position)?:
        kind = FieldName(step.text).flatMap { PodSchema.shipped.types[position][$0]?.kind }
      case .map(let inner)?, .list(let inner)?: kind = inner
      default: return nil
      }
    }
    return kind
  }

  /// The struct that the field belongs to.
  private var owner: String? {
    guard case .object(let position)? = PodField(part, Array(steps.dropLast())).kind else {
      return nil
    }
    return PodSchema.shipped.types[position].name
  }

  /// Other values that a task may ask for, Go's zero among them.
  func alternatives(to value: PodValue?) -> [PodValue] {
    switch kind {
    case .bool?: return [.bool(true), .bool(false)].filter { $0 != value }
    case .int32?, .int64?:
      let other = (value?.integer).map { $0 < 1_000_000 ? $0 + 1 : $0 - 1 } ?? 1000
      return [.integer(other), .integer(0)].filter { $0 != value }
    case .string?:
      let words = steps.last.flatMap { step in
        owner.flatMap { FieldChoices.words(of: step.text, in: $0) }
      }
      if let words { return words.map(PodValue.string).filter { $0 != value }.prefix(2).map { $0 } }
      return [.string("another-one")].filter { $0 != value }
    case .list(.string)?: return [.list([.string("ANOTHER")])]
    case .list(.int64)?: return [.list([.integer(4321)])]
    default: return []
    }
  }

  /// A spec in which the field has a value; nil where it cannot be set.
  public func setting(_ value: PodValue, in spec: PodObject) -> PodObject? {
    let list: FieldName
    let name: ByteText
    switch part {
    case .metadata: return nil
    case .spec: return Self.set(.object(spec), steps[...], to: value)?.object
    case .container(let own): (list, name) = (.containers, own)
    case .initContainer(let own): (list, name) = (.initContainers, own)
    }
    var items = spec[list]?.items ?? []
    let place = items.firstIndex { $0.object?[.name]?.string == name.text }
    guard let place, let changed = Self.set(items[place], steps[...], to: value) else { return nil }
    items[place] = changed
    var result = spec
    result[list] = .list(items)
    return result
  }

  private static func set(
    _ value: PodValue, _ steps: ArraySlice<Step>, to new: PodValue
  ) -> PodValue? {
    guard let step = steps.first else { return new }
    switch (value, step) {
    case (.object(var object), .field(let name)):
      guard let field = FieldName(name.text) else { return nil }
      guard let inner = set(object[field] ?? .object(PodObject()), steps.dropFirst(), to: new)
      else { return nil }
      object[field] = inner
      return .object(object)
    case (.map(var map), .key(let key)):
      map[key.text] = new
      return .map(map)
    default: return nil
    }
  }
}
