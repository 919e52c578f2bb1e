public import PodAPI

/// A PodTemplate as the API server hands it out.
public struct StoredTemplate: Sendable {
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

/// The two lists of a pod that hold containers.
enum ContainerList {
  case containers
  case initContainers
}

/// Flyte's cache of PodTemplates, for as long as one process runs: tasks that are built with one
/// store see what earlier ones did to it.
public final class TemplateStore {
  /// A template in memory.
  final class Entry {
    let name: String
    let namespace: String
    let metadata: PodObject
    /// All fields but the two lists of containers.
    let spec: PodObject
    var containers: [GoValue]
    var initContainers: [GoValue]
    /// The names of the containers, which no merge changes.
    let names: [String]
    /// The names of the init containers.
    let initNames: [String]
    /// True if a container says resources, which then decide what a task gets.
    let hasResources: Bool

    init(_ template: StoredTemplate, minor: Int) {
      name = template.name
      namespace = template.namespace
      metadata = template.metadata.known(to: minor, as: "ObjectMeta")
      let pod = TaskPod(decoding: template.spec, minor: minor)
      spec = pod.spec
      containers = pod.containers.map { .plain(.object($0)) }
      initContainers = pod.initContainers.map { .plain(.object($0)) }
      names = pod.containers.map(\.containerName)
      initNames = pod.initContainers.map(\.containerName)
      hasResources = (pod.containers + pod.initContainers).contains { $0[.resources] != nil }
    }

    /// A deep copy.
    init(copying other: Entry) {
      name = other.name
      namespace = other.namespace
      metadata = other.metadata
      spec = other.spec
      containers = Self.copies(of: other.containers)
      initContainers = Self.copies(of: other.initContainers)
      names = other.names
      initNames = other.initNames
      hasResources = other.hasResources
    }

    /// Values that share nothing are their own copies.
    private static func copies(of values: [GoValue]) -> [GoValue] {
      values.allSatisfy(\.isPlain) ? values : values.map { .plain($0.podValue) }
    }

    /// The entries of one of the two lists.
    subscript(list: ContainerList) -> [GoValue] {
      get { list == .containers ? containers : initContainers }
      _modify {
        switch list {
        case .containers: yield &containers
        case .initContainers: yield &initContainers
        }
      }
    }

    /// Their names.
    func names(in list: ContainerList) -> [String] {
      list == .containers ? names : initNames
    }
  }

  /// As they were decoded; never handed out.
  private let pristine: [Entry]
  /// The templates that tasks were given, and have perhaps changed.
  private var live: [Entry?]
  private let defaultNamespace: String
  private let behaviors: Behaviors

  /// A store as it is after start, in a binary of these behaviors.
  /// - Parameter defaultNamespace: Flyte's own, where templates are looked up last.
  public convenience init(
    _ templates: [StoredTemplate], defaultNamespace: String, behaviors: Behaviors
  ) {
    let known = behaviors.ignoresTemplates ? [] : templates
    self.init(
      pristine: known.map { Entry($0, minor: behaviors.apiMinor) },
      defaultNamespace: defaultNamespace, behaviors: behaviors)
  }

  private init(pristine: [Entry], defaultNamespace: String, behaviors: Behaviors) {
    self.pristine = pristine
    self.live = Array(repeating: nil, count: pristine.count)
    self.defaultNamespace = defaultNamespace
    self.behaviors = behaviors
  }

  /// The store as it was before any task.
  public func restarted() -> TemplateStore {
    TemplateStore(pristine: pristine, defaultNamespace: defaultNamespace, behaviors: behaviors)
  }

  /// The template of a name for a task in a namespace: its own there, or else Flyte's.
  func load(_ name: String, in namespace: String) -> Entry? {
    let found = { (place: String) in
      self.pristine.firstIndex { $0.name == name && $0.namespace == place }
    }
    guard let index = found(namespace) ?? found(defaultNamespace) else { return nil }
    if behaviors.store == .copied { return Entry(copying: pristine[index]) }
    if let entry = live[index] { return entry }
    let entry = Entry(copying: pristine[index])
    live[index] = entry
    return entry
  }
}
