import Deployments
import Flyte
import Judgment
import Operators
import Values

/// The images that run in the namespaces of tasks: for a registry that must have all of them.
public struct ImageList: Sendable {
  /// The kinds of image names.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// It is what runs.
    case image
    /// It is the user's task that names the image.
    case task
    /// It is the operator's own settings that name the image.
    case setting
  }

  /// An image with everybody who adds a container that runs it.
  public struct Row: Sendable {
    /// The image, or words for what decides it.
    public let image: String
    /// The kind of the name.
    public let kind: Kind
    /// Who adds it, in byte order of the words.
    public let uses: [Use]
  }

  /// A container that runs an image.
  public struct Use: Sendable {
    /// Who adds the container, in words.
    public let by: String
    /// The container.
    public let container: String
    /// The tasks that have it, each with the role of the pod.
    public let tasks: [String]
  }

  /// The cluster.
  public let cluster: String
  /// The Flyte version.
  public let flyte: String
  /// The operators that are known, by name and version.
  public let operators: [String]
  /// The images: those with a name in byte order, then the others.
  public let rows: [Row]
  /// The pods whose images are not known.
  public let missing: [String]
}

extension ImageList {
  /// Lists the images of every task under every template of a cluster.
  public init(_ subject: AuditSubject) {
    let running = subject.governed ?? subject.running
    let judgment = Judgment(deployment: running)
    var found = FoundImages(running)
    var seen: Set<TemplateValues> = []
    for set in running.templateSets.indices {
      let store = judgment.store(of: set)
      let templates = running.templateSets[set].templates
      let all =
        templates.isEmpty
        ? [PodTemplate.empty(running.defaultTemplate, claim: subject.bareClaim)] : templates
      // Policies and LimitRanges bring no images, but the former may add containers.
      for template in all
      where !running.policies.isEmpty || seen.insert(TemplateValues(template)).inserted {
        for task in subject.tasks {
          let images = judgment.images(
            of: task, template: template, store: store.restarted(), set: set)
          for image in images { found.add(image, of: task) }
        }
      }
    }
    let named = subject.plugins.map(\.plugin)
    cluster = running.name
    flyte = running.version
    operators = TextSet(running.operators.values.map(\.name)).sorted()
    rows = found.rows
    missing =
      subject.plugins.compactMap { Self.missing(of: $0, at: running.release) }
      + NotCovered.of(running.release, besides: named).map(\.pods)
  }

  /// The pods of a plugin whose images are not known; nil: there are none.
  private static func missing(of choice: PluginChoice, at release: Release) -> String? {
    let name = choice.plugin.rawValue
    guard release.has(choice.plugin) else { return nil }
    switch choice.plugin {
    case .connectors: return nil
    // Its PodTemplates are those of container tasks, which are listed.
    case .deviceClasses: return nil
    case .array: return "\(name): the pods of map tasks"
    default: break
    }
    guard choice.isModeled else { return "\(name): its operator is not named, or is not modeled" }
    return choice.tasks.count < StandardPluginTask.of(choice.plugin).count
      ? "\(name): pods that tasks bring themselves (add 'ownPods: true')" : nil
  }
}

/// The images that were found, each with its uses.
private struct FoundImages {
  private struct Key: Hashable {
    let image: ByteText
    let kind: ImageList.Kind
  }

  private struct UseKey: Hashable {
    let by: ByteText
    let container: ByteText
  }

  private let deployment: Deployment
  private var uses: [Key: [UseKey: [ByteText]]] = [:]

  init(_ deployment: Deployment) { self.deployment = deployment }

  mutating func add(_ image: PodImage, of task: JudgedTask) {
    let use = UseKey(by: ByteText(by(image.source, task)), container: image.container)
    let name = ByteText(
      image.role == .task ? task.name : "\(task.name) \(image.role.name)")
    var tasks = uses[key(of: image), default: [:]][use] ?? []
    if !tasks.contains(name) { tasks.append(name) }
    uses[key(of: image), default: [:]][use] = tasks
  }

  private func key(of image: PodImage) -> Key {
    if image.image.text.hasPrefix(StandardTask.registry) {
      return Key(image: "the task's own image", kind: .task)
    }
    if image.image.text == KnativeServing.queueImage, case .byOperator = image.source {
      return Key(
        image: "'queue-sidecar-image' of Knative's ConfigMap 'config-deployment'", kind: .setting)
    }
    return Key(image: image.image, kind: .image)
  }

  private func by(_ source: PodImage.Source, _ task: JudgedTask) -> String {
    let flyte = "Flyte \(deployment.version)"
    return switch source {
    case .task: "the task"
    case .podTemplate: "the PodTemplate"
    case .copilot: "\(flyte), for co-pilot"
    case .flyte: flyte
    case .plugin: "\(flyte), its plugin '\(task.plugin?.plugin.rawValue ?? "")'"
    case .webhook: "\(flyte), its secret webhook"
    case .policy: "an admission policy"
    case .byOperator(let name): name.text
    }
  }

  var rows: [ImageList.Row] {
    let order: [ImageList.Kind] = [.image, .task, .setting]
    return order.flatMap { kind in
      uses.filter { $0.key.kind == kind }.sorted { $0.key.image < $1.key.image }.map { key, uses in
        ImageList.Row(
          image: key.image.text, kind: kind,
          uses: uses.sorted { ($0.key.by, $0.key.container) < ($1.key.by, $1.key.container) }
            .map { use, tasks in
              ImageList.Use(
                by: use.by.text, container: use.container.text, tasks: tasks.map(\.text))
            })
      }
    }
  }
}
