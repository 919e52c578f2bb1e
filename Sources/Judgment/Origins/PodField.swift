public import PodAPI
public import Values

/// A part of a pod that has fields of its own.
public enum PodPart: Sendable, Hashable {
  /// The pod's spec, containers aside.
  case spec
  /// The pod's labels and annotations.
  case metadata
  /// A container.
  case container(ByteText)
  /// An init container.
  case initContainer(ByteText)

  /// The container's name; nil for the pod.
  public var container: String? {
    switch self {
    case .container(let name), .initContainer(let name): name.text
    case .spec, .metadata: nil
    }
  }

  /// True for an init container.
  public var isInit: Bool { if case .initContainer = self { true } else { false } }

  /// The part of a pod; nil where the pod has no such container.
  func object(of spec: PodObject, metadata: PodObject) -> PodObject? {
    let list: FieldName
    let name: ByteText
    switch self {
    case .spec: return spec
    case .metadata: return metadata
    case .container(let own): (list, name) = (.containers, own)
    case .initContainer(let own): (list, name) = (.initContainers, own)
    }
    return (spec[list]?.items ?? []).compactMap(\.object).first {
      $0[.name]?.string == name.text
    }
  }
}

/// A field of a pod, and how to get there.
public struct PodField: Sendable, Hashable {
  /// One step.
  public enum Step: Sendable, Hashable {
    /// A field of a struct.
    case field(ByteText)
    /// A key of a map, or the name of an entry of a list.
    case key(ByteText)

    /// Its text.
    public var text: String {
      switch self {
      case .field(let name), .key(let name): name.text
      }
    }
  }

  /// The part of the pod.
  public let part: PodPart
  /// The steps below the part.
  public let steps: [Step]

  /// Makes a path.
  public init(_ part: PodPart, _ steps: [Step]) {
    self.part = part
    self.steps = steps
  }

  /// A path of fields alone: `securityContext.runAsUser`.
  public init(_ part: PodPart, fields: String) {
    self.init(part, fields.split(separator: ".").map { .field(ByteText(String($0))) })
  }

  /// The steps in words: `volumeMounts[/tmp].name`.
  public var words: String {
    steps.reduce("") { words, step in
      switch step {
      case .field(let name): words.isEmpty ? name.text : "\(words).\(name.text)"
      case .key(let key): "\(words)[\(key.text)]"
      }
    }
  }

  /// The whole path: `spec.hostNetwork`, `containers[main].image`.
  public var description: String {
    let rest = words.isEmpty ? "" : "." + words
    return switch part {
    case .spec: "spec" + rest
    case .metadata: "metadata" + rest
    case .container(let name): "containers[\(name.text)]" + rest
    case .initContainer(let name): "initContainers[\(name.text)]" + rest
    }
  }

  /// True if another path is this field or is below it.
  public func leads(to other: PodField) -> Bool {
    part == other.part && other.steps.starts(with: steps)
  }
}

extension PodField {
  /// The fields that identify the entries of a list, in the order in which they are tried.
  private static let identities = ["mountPath", "name", "ip"].compactMap { FieldName($0) }

  /// Returns the names of the entries of a list; nil if any of them has none.
  public static func names(of items: [PodValue]) -> [String]? {
    names(of: items) { $0.object?[$1]?.string }
  }

  /// The same of plain values.
  public static func names(of items: [PlainValue]) -> [String]? {
    names(of: items) { $0[$1.text]?.string }
  }

  private static func names<Item>(
    of items: [Item], _ value: (Item, FieldName) -> String?
  ) -> [String]? {
    for field in identities {
      let names = items.compactMap { value($0, field) }
      if names.count == items.count, TextSet(names).count == names.count { return names }
    }
    return nil
  }

  /// The value in a part of a pod.
  func value(in object: PodObject?) -> PodValue? {
    object.flatMap { Self.value(.object($0), steps[...]) }
  }

  private static func value(_ value: PodValue, _ steps: ArraySlice<Step>) -> PodValue? {
    guard let step = steps.first else { return value }
    let next: PodValue?
    switch value {
    case .object(let object): next = FieldName(step.text).flatMap { object[$0] }
    case .map(let map): next = map[step.text]
    case .list(let items):
      next = items.first { item in
        identities.contains { item.object?[$0]?.string == step.text }
      }
    case .bool, .integer, .string: next = nil
    }
    return next.flatMap { Self.value($0, steps.dropFirst()) }
  }

  /// Returns the part of a tree at this path.
  public func tree(in tree: OriginTree?) -> OriginTree? {
    steps.reduce(tree) { node, step in
      guard let node else { return nil }
      if let found = node[step.text] { return found }
      return node.items.first { item in
        Self.identities.contains { item[$0.text]?.string == step.text }
      }
    }
  }

  /// The fields of a part that hold a value by themselves, in order.
  public static func leaves(of object: PodObject, _ part: PodPart) -> [(
    path: PodField, value: PodValue
  )] {
    var found: [(path: PodField, value: PodValue)] = []
    func walk(_ value: PodValue, _ steps: [Step]) {
      switch value {
      case .object(let object) where !object.isEmpty:
        for field in object.fields {
          walk(field.value, steps + [.field(ByteText(field.name.text))])
        }
      case .map(let map) where !map.entries.isEmpty:
        for entry in map.entries { walk(entry.value, steps + [.key(ByteText(entry.key))]) }
      case .list(let items):
        guard let names = names(of: items), !items.isEmpty else {
          found.append((PodField(part, steps), value))
          return
        }
        for (name, item) in zip(names, items) { walk(item, steps + [.key(ByteText(name))]) }
      default: found.append((PodField(part, steps), value))
      }
    }
    for field in object.fields where field.name != .containers && field.name != .initContainers {
      walk(field.value, [.field(ByteText(field.name.text))])
    }
    return found
  }
}
