import Deployments
import Flyte
import PodAPI
import Values

/// Finds where the fields of one pod come from.
///
/// Each stage of the pod's making is compared with the one before: what a stage adds is its own. Below
/// Flyte's own additions lie the PodTemplate's entries, in the order of the release's merge.
public struct PodOrigins {
  let deployment: Deployment
  let model: FlyteModel
  let template: PodTemplate
  let task: JudgedTask
  let stages: PodStages
  /// The set of templates of its namespace.
  let set: Int?
  /// The template's spec as the API server keeps it.
  let stored: PodObject

  typealias Saying = FieldOrigin.Saying

  /// The container that is the task.
  public var primaryContainer: String { stages.primaryContainer }

  /// The parts of the pod: its metadata, its spec, its init containers, its containers.
  public var parts: [PodPart] {
    func names(_ list: FieldName) -> [ByteText] {
      (stages.kept.spec[list]?.items ?? []).compactMap { $0.object?[.name]?.string }
        .map { ByteText($0) }
    }
    return [.metadata, .spec] + names(.initContainers).map(PodPart.initContainer)
      + names(.containers).map(PodPart.container)
  }

  /// Every field that the pod has.
  public var all: [FieldOrigin] { parts.flatMap { part in fields(of: part) } }

  /// The fields that a part has.
  public func fields(of part: PodPart) -> [FieldOrigin] {
    (stages.kept.part(part)).map { PodField.leaves(of: $0, part) }?.map { origin(of: $0.path) }
      ?? []
  }

  /// A field, whether the pod has it or not.
  public func origin(of path: PodField) -> FieldOrigin {
    let value = path.value(in: stages.kept.part(path.part))
    let (sayings, lost) = split(sayings(of: path))
    guard let value else {
      let missing = sayings.map { said in
        Saying(
          source: said.source, value: said.value, origin: said.origin,
          reason: said.reason ?? missingReason(path))
      }
      return FieldOrigin(path: path, value: nil, makers: [], lost: missing + lost)
    }
    let makers: [Int]
    if case .list(let items) = value, !items.isEmpty {
      makers = sayings.indices.filter { index in
        sayings[index].value.items.contains(where: items.contains)
      }
    } else {
      makers = sayings.firstIndex { $0.value == value }.map { [$0] } ?? []
    }
    let others = sayings.indices.filter { !makers.contains($0) && sayings[$0].value != value }
    return FieldOrigin(
      path: path, value: value,
      makers: makers.isEmpty
        ? [Saying(source: .flyte, value: value, origin: nil, reason: nil)]
        : makers.map { sayings[$0] },
      lost: others.map { sayings[$0] } + lost)
  }

  /// Sayings that count, and those that do not.
  private func split(_ sayings: [Saying]) -> (counting: [Saying], lost: [Saying]) {
    (sayings.filter { $0.reason == nil }, sayings.filter { $0.reason != nil })
  }

  private func missingReason(_ path: PodField) -> String? {
    let (built, sent) = (stages.built.part(path.part), stages.sent.part(path.part))
    if path.value(in: built) != nil, path.value(in: sent) == nil {
      return "Kubernetes 1.\(deployment.kubernetesMinor) does not know the field"
    }
    if path.value(in: sent) != nil {
      return "Kubernetes 1.\(deployment.kubernetesMinor) drops the field"
    }
    return "\(deployment.version) does not know the field, or does not merge it"
  }

  /// All sources of a field, the uppermost first.
  private func sayings(of path: PodField) -> [Saying] {
    func value(_ stage: PodStages.Stage) -> PodValue? { path.value(in: stage.part(path.part)) }
    var found = stages.server.changes(of: path)
    func add(_ source: FieldOrigin.Source, _ value: PodValue?, _ origin: Origin? = nil) {
      if let value {
        found.append(Saying(source: source, value: value, origin: origin, reason: nil))
      }
    }
    let (built, sent) = (value(stages.built), value(stages.sent))
    let admitted = value(stages.admitted)
    if admitted != sent { add(.webhook, Self.grown(admitted, from: sent)) }
    if sent != built { add(.apiServer, Self.grown(sent, from: built)) }
    let (asked, completed) = (value(stages.asked), value(stages.completed))
    if completed != asked {
      found += SettingOrigins(origins: self, path: path).added(Self.grown(completed, from: asked))
    }
    if let asked {
      let own = askedSource(path)
      add(own.source, asked, own.origin)
    }
    found += SettingOrigins(origins: self, path: path).unused
    return found + templateSayings(of: path)
  }

  /// Returns the entries that were added to a list; any other value as a whole.
  static func grown(_ value: PodValue?, from old: PodValue?) -> PodValue? {
    guard case .list(let items)? = value, case .list(let before)? = old else { return value }
    let added = items.filter { !before.contains($0) }
    return added.isEmpty ? value : .list(added)
  }

  /// The author of what a task asks for. Of a container task Flyte itself writes the container.
  private func askedSource(_ path: PodField) -> (source: FieldOrigin.Source, origin: Origin?) {
    if let own = task.own {
      let tree: OriginTree?
      switch path.part {
      case .spec: tree = own.spec
      case .metadata: tree = nil
      case .container(let name), .initContainer(let name):
        tree = own.spec[path.part.isInit ? "initContainers" : "containers"]?.items.first {
          $0["name"]?.string == name.text
        }
      }
      guard let found = path.tree(in: tree) else { return (.task, nil) }
      return (.task, found.origin)
    }
    let isFlytes = ["name", "terminationMessagePolicy", "imagePullPolicy", "enableServiceLinks"]
      .contains(path.words)
    if path.words == "imagePullPolicy" {
      return (.setting("image-pull-policy"), deployment.settings["image-pull-policy"]?.origin)
    }
    return (isFlytes && !task.isPodTask || path.words == "enableServiceLinks" ? .flyte : .task, nil)
  }

  /// Returns the values that the PodTemplate sets, the uppermost first.
  private func templateSayings(of path: PodField) -> [Saying] {
    let reason = deployment.whyTemplatesAreIgnored
    func saying(
      _ stored: PodObject?, _ tree: OriginTree?, _ entry: ByteText?
    ) -> Saying? {
      guard let value = path.value(in: stored) else { return nil }
      guard let said = path.tree(in: tree) else {
        return reason == nil
          ? Saying(
            source: .templateDefault(entry: entry), value: value, origin: nil, reason: nil) : nil
      }
      return Saying(
        source: entry.map { .entry($0) } ?? .podTemplate, value: value, origin: said.origin,
        reason: reason)
    }
    switch path.part {
    case .spec: return [saying(stored, template.spec, nil)].compactMap { $0 }
    case .metadata:
      let tree = OriginTree.mapping([
        "labels": template.podLabels, "annotations": template.podAnnotations,
      ])
      let decoder = PodDecoder(minor: deployment.kubernetesMinor)
      return [saying(decoder.decode(PlainValue(tree), as: "ObjectMeta"), tree, nil)]
        .compactMap { $0 }
    case .container(let name), .initContainer(let name):
      let list = path.part.isInit ? FieldName.initContainers : .containers
      let entries = (stored[list]?.items ?? []).compactMap(\.object)
      let trees = template.spec[list.text]?.items ?? []
      return layers(under: name.text, isInit: path.part.isInit, of: entries).compactMap { index in
        saying(
          entries[index], trees.indices.contains(index) ? trees[index] : nil,
          ByteText(entries[index][.name]?.string ?? ""))
      }
    }
  }

  /// The positions of the template's entries under a container, the uppermost first.
  private func layers(under name: String, isInit: Bool, of entries: [PodObject]) -> [Int] {
    let names = entries.map { $0[.name]?.string ?? "" }
    let part = isInit ? PodPart.initContainer(ByteText(name)) : .container(ByteText(name))
    guard stages.completed.part(part) != nil else {
      // The template's own, which runs as it is.
      return names.indices.filter { names[$0] == name }
    }
    let rules =
      isInit
      ? EntryRules.initContainers(
        model.behaviors, primary: model.primaryInitContainer(of: task.data))
      : EntryRules.containers(model.behaviors, primary: primaryContainer)
    return rules?.layers(under: name, of: names).reversed() ?? []
  }

  /// True if co-pilot adds a container.
  func isCopilot(_ part: PodPart) -> Bool {
    part.container != nil && task.usesCopilot && stages.asked.part(part) == nil
      && stages.completed.part(part) != nil
  }
}
