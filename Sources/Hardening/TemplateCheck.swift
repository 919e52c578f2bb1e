import APIServer
public import Deployments
public import Diagnostics
import Flyte
public import Model
import PodAPI
import Values

/// Holds what profiles compose to against the API server's own rules: each section may be fine by
/// itself and the containers made of them refused.
///
/// Each thing is said once, however many templates and clusters it reaches.
public struct TemplateCheck: Sendable {
  private var seen: Set<PodTemplate> = []
  private var said: Set<Place> = []

  /// The number of refusals of a template that are looked at, each of which may take as long as the
  /// template is: more than are shown.
  private static let most = 200

  /// A message, and its place.
  private struct Place: Hashable {
    let span: Span?
    let field: String
    let reason: String
  }

  /// Makes a check.
  public init() {}

  /// Looks at every template of a deployment; errors go to `diagnostics`.
  public mutating func run(
    _ deployment: Deployment, of cluster: Cluster, into diagnostics: inout DiagnosticList
  ) {
    let behaviors = deployment.behaviors
    let settings = deployment.pluginSettings
    let copilot = CopilotPlaces(settings: settings, behaviors: behaviors)
    let windows = WindowsPods(
      release: deployment.release, model: FlyteModel(behaviors: behaviors, settings: settings),
      kubernetes: deployment.kubernetes)
    let shared = SharedMemoryPlaces(behaviors: behaviors)
    let release = deployment.kubernetes
    let classes = ClusterClasses(
      runtimeNames: cluster.kubernetes.runtimeClasses,
      priorityNames: cluster.kubernetes.priorityClasses)
    seen = []
    for set in deployment.distinctSets {
      for template in set.templates where seen.insert(template).inserted {
        let clashes = copilot.clashes(with: template) + shared.clashes(with: template)
        let refusals = self.refusals(of: template, on: release)
        let refused =
          refusals.isEmpty
          ? podFindings(under: template, on: release, classes) + windows.findings(of: template)
            + warnings(about: template, on: release)
          : []
        for finding in clashes + refusals + refused {
          say(finding, of: cluster, into: &diagnostics)
        }
      }
    }
  }

  /// The API server's refusals of the template, and of the containers that Flyte makes of its own.
  private func refusals(
    of template: PodTemplate, on release: ServerRelease
  ) -> [TemplateFinding] {
    let whole = (spec: template.spec, isMerged: false)
    let merged = Self.mergingPrimary(template.spec).map { (spec: $0, isMerged: true) }
    return [whole, merged].compactMap { $0 }.flatMap { spec, isMerged in
      // What is refused for the system alone, another layer can only take away.
      let others =
        template.isWindows
        ? Self.refusals(of: template, spec: spec.setting("os", to: nil), on: release) : []
      let refusals = Self.refusals(of: template, spec: spec, on: release)
      return refusals.prefix(Self.most).map {
        let place = TemplatePath($0.place.description).place(in: template, spec: spec)
        return TemplateFinding(
          subject: "the API server refuses '\(place.words)'", field: place.field,
          reason: $0.message, origin: place.origin ?? Self.profile(of: template),
          hint: template.isWindows && !others.contains($0)
            ? "remove it, or set it to null if an extended profile sets it"
            : isMerged || place.layers > 1
              ? "change it, or change the value in another layer of the profile that it conflicts with"
              : "change it")
      }
    }
  }

  /// Returns the warnings of the API server about a template that it stores.
  private func warnings(
    about template: PodTemplate, on release: ServerRelease
  ) -> [TemplateFinding] {
    let prepared = Self.prepared(template, spec: template.spec, on: release)
    return Server(release).warnings(ofTemplate: prepared.object).prefix(Self.most).map {
      let place = TemplatePath($0.place.description).place(in: template, spec: template.spec)
      return TemplateFinding(
        severity: .warning, id: .serverWarns,
        subject: "the API server warns about '\(place.words)'",
        field: place.field, reason: $0.message,
        origin: place.origin ?? Self.profile(of: template), hint: "change or remove it")
    }
  }

  /// Judges every pod that has the fields of a template that the API server stores, and reports
  /// what cannot be judged.
  private func podFindings(
    under template: PodTemplate, on release: ServerRelease, _ classes: ClusterClasses
  ) -> [TemplateFinding] {
    var spec = template.spec
    if let list = Self.mergingPrimary(spec)?["containers"] {
      spec = spec.setting(
        "containers", to: OriginTree(.list([list.items[1]]), origin: list.origin))
    }
    let decoder = PodDecoder(minor: release.minor)
    let metadata = OriginTree.mapping([
      "labels": template.podLabels, "annotations": template.podAnnotations,
    ])
    let made = PodDefaults.pod(
      decoder.decode(
        PlainValue(spec.setting("restartPolicy", to: .string("Never"))), as: "PodSpec"))
    let refusals = Server(release, classes: classes).refusals(
      ofPod: decoder.decode(PlainValue(metadata), as: "ObjectMeta"), spec: made)
    let refused = refusals.prefix(Self.most).map {
      let place = TemplatePath("template.\($0.place)").place(in: template, spec: spec)
      return TemplateFinding(
        id: .podsRefused,
        subject:
          "the API server accepts the template but refuses its pods because of '\(place.words)'",
        field: place.field, reason: $0.message,
        origin: place.origin ?? Self.profile(of: template), hint: "change or remove it")
    }
    return refused + classes.unjudged(in: made).map { Self.unjudged($0, in: template) }
  }

  /// A class that the config does not list for the cluster.
  private static func unjudged(_ field: FieldName, in template: PodTemplate) -> TemplateFinding {
    let place = TemplatePath("template.spec.\(field.text)").place(in: template, spec: template.spec)
    let name = template.spec[field.text]?.string ?? ""
    let isRuntime = field == .runtimeClassName
    let (kind, list) =
      isRuntime ? ("runtime", "runtimeClasses") : ("priority", "priorityClasses")
    return TemplateFinding(
      severity: .note, id: .classUnjudged, subject: "'\(place.words)' is not checked",
      field: place.field,
      reason:
        "the config does not say whether the cluster has the \(kind) class \(quoted: name); without it, the cluster refuses the pods",
      origin: place.origin ?? profile(of: template),
      hint: "list all \(kind) classes of the cluster in 'kubernetes.\(list)'")
  }

  /// The place of a template's profile in the config: where it says what it extends, or what it
  /// claims.
  private static func profile(of template: PodTemplate) -> Origin? {
    template.claim.map { claim in
      claim.origin.via.dropFirst().first.map { Origin(span: $0) } ?? claim.origin
    }
  }

  private static func refusals(
    of template: PodTemplate, spec: OriginTree, on release: ServerRelease
  ) -> [Refusal] {
    prepared(template, spec: spec, on: release).refusals
  }

  private static func prepared(
    _ template: PodTemplate, spec: OriginTree, on release: ServerRelease
  ) -> PreparedTemplate {
    func metadata(_ labels: OriginTree, _ annotations: OriginTree) -> OriginTree {
      .mapping(["labels": labels, "annotations": annotations])
    }
    let tree = OriginTree.mapping([
      "metadata": metadata(template.labels, template.annotations)
        .setting("name", to: .string(template.name))
        .setting("namespace", to: .string(Self.anyNamespace)),
      "template": .mapping([
        "metadata": metadata(template.podLabels, template.podAnnotations), "spec": spec,
      ]),
    ])
    let object = PodDecoder(minor: release.minor).decode(PlainValue(tree), as: "PodTemplate")
    return Server(release).prepare(template: PodDefaults.podTemplate(object))
  }

  /// Stands for each namespace that has the template.
  private static let anyNamespace = "any"

  /// The spec with `primary` as the task's own container has it, merged over `default`.
  private static func mergingPrimary(_ spec: OriginTree) -> OriginTree? {
    guard let list = spec["containers"], list.items.count > 1,
      list.items[1]["name"]?.string == "primary"
    else { return nil }
    let merged = FlyteMerge.merge(list.items[1], over: list.items[0])
    // `default` stays for annotations that name it. Its ports are in the merged one, which takes
    // its place in the pod.
    let base = list.items[0].setting("ports", to: nil)
    return spec.setting(
      "containers",
      to: OriginTree(.list([base, merged] + list.items.dropFirst(2)), origin: list.origin))
  }

  private mutating func say(
    _ finding: TemplateFinding, of cluster: Cluster, into diagnostics: inout DiagnosticList
  ) {
    let span = finding.origin?.span ?? cluster.name.origin.span
    // `primary` and `default-init` repeat what `default` says.
    let place = Place(span: span, field: finding.field, reason: finding.reason)
    guard said.insert(place).inserted else { return }
    diagnostics.append(
      Diagnostic(
        finding.severity, finding.id, "\(finding.subject): \(finding.reason)", at: span,
        notes: [
          Diagnostic.Note("in cluster '\(cluster.name.value)'", at: cluster.name.origin.span)
        ], hint: finding.hint))
  }
}

/// Something about a template.
struct TemplateFinding {
  var severity = Severity.error
  var id = DiagnosticID.podRefused
  let subject: String
  /// The field itself, without the way to it, which differs from container to container.
  let field: String
  let reason: String
  let origin: Origin?
  let hint: String
}
