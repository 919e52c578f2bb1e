public import PodAPI

/// A PodTemplate as the API server hands it out.
public struct StoredTemplate: Sendable, Hashable {
  /// Its name.
  public let name: String
  /// Its namespace.
  public let namespace: String
  /// Metadata of the pods: an `ObjectMeta`.
  public let metadata: PodObject
  /// The pods' spec, with the API server's defaults filled in: a `PodSpec`.
  public let spec: PodObject

  /// Makes a template.
  public init(name: String, namespace: String, metadata: PodObject, spec: PodObject) {
    self.name = name
    self.namespace = namespace
    self.metadata = metadata
    self.spec = spec
  }
}

/// Flyte's cache of PodTemplates, for as long as one process runs: tasks that are built with one
/// store see what earlier ones did to it.
public final class TemplateStore {
  /// A template in memory.
  final class Entry {
    let name: String
    let namespace: String
    let metadata: GoStruct
    var pod: GoPod

    init(name: String, namespace: String, metadata: GoStruct, pod: GoPod) {
      self.name = name
      self.namespace = namespace
      self.metadata = metadata
      self.pod = pod
    }

    var deepCopy: Entry {
      Entry(name: name, namespace: namespace, metadata: metadata.deepCopy, pod: pod.deepCopy)
    }
  }

  /// As they were decoded; never handed out.
  private let pristine: [Entry]
  /// What tasks have been given, and have perhaps changed.
  private var live: [Entry?]
  private let defaultNamespace: String
  private let behaviours: Behaviours

  /// A store as it is after start, in a binary of these behaviours.
  /// - Parameter defaultNamespace: Flyte's own, where templates are looked up last.
  public convenience init(
    _ templates: [StoredTemplate], defaultNamespace: String, behaviours: Behaviours
  ) {
    let known = behaviours.ignoresTemplates ? [] : templates
    self.init(
      pristine: known.map {
        Entry(
          name: $0.name, namespace: $0.namespace,
          metadata: GoStruct(
            decoding: $0.metadata, as: "ObjectMeta", minor: behaviours.apiMinor),
          pod: GoPod(decoding: $0.spec, minor: behaviours.apiMinor))
      }, defaultNamespace: defaultNamespace, behaviours: behaviours)
  }

  private init(pristine: [Entry], defaultNamespace: String, behaviours: Behaviours) {
    self.pristine = pristine
    self.live = Array(repeating: nil, count: pristine.count)
    self.defaultNamespace = defaultNamespace
    self.behaviours = behaviours
  }

  /// The store as it was before any task.
  public func restarted() -> TemplateStore {
    TemplateStore(pristine: pristine, defaultNamespace: defaultNamespace, behaviours: behaviours)
  }

  /// The template of a name for a task in a namespace: its own there, or else Flyte's.
  func load(_ name: String, in namespace: String) -> Entry? {
    let found = { (place: String) in
      self.pristine.firstIndex { $0.name == name && $0.namespace == place }
    }
    guard let index = found(namespace) ?? found(defaultNamespace) else { return nil }
    if behaviours.store == .copied { return pristine[index].deepCopy }
    if let entry = live[index] { return entry }
    let entry = pristine[index].deepCopy
    live[index] = entry
    return entry
  }
}
