import Admission
import Diagnostics
import Flyte
import Model
import PodAPI
import Values

/// Makes a cluster of what is written about it.
struct ClusterReader {
  let section: ConfigSections.ClusterSection
  let body: OriginTree
  /// What its `assign` says.
  let lines: [AssignEntry]
  let defaultsFolder: String

  private var place: Span? { section.name.origin.span }

  mutating func read(
    _ table: inout ProfileTable, _ fields: inout FieldFindings, _ room: inout ClusterRoom,
    into diagnostics: inout DiagnosticList
  ) -> Cluster? {
    let before = diagnostics.errorCount
    let flyte = installation(into: &diagnostics)
    let kubernetes = kubernetes(into: &diagnostics)
    guard let flyte, let kubernetes else { return nil }
    let template = podTemplate
    let chart = chart(flyte, into: &diagnostics)
    let copilot = CopilotReader(
      body: body, own: section.body, release: flyte.release
    ).read(into: &diagnostics)
    let fallback = fallback(flyte, into: &diagnostics)
    let entries = NamespaceReader(body: body, flyte: flyte, place: place).read(
      &room, into: &diagnostics)
    guard let entries else { return nil }
    let assign = body["assign"]
    var assignment = Assignment(
      lines: lines,
      isComplete: assign.map { !$0.isBroken } ?? !body.isBroken,
      defaultTemplate: template.name.value, place: place)
    let assigned = assignment.assign(entries, fallback: fallback, &table, into: &diagnostics)
    guard room.takesTemplates(assigned, at: assign?.origin.span ?? place, into: &diagnostics) else {
      return nil
    }
    let profiles = fields.checked(
      assigned.profiles, flyte: flyte, kubernetes: kubernetes, cluster: section.name,
      into: &diagnostics)
    let policies = policies(kubernetes, into: &diagnostics)
    guard diagnostics.errorCount == before else { return nil }
    return Cluster(
      name: section.name, flyte: flyte, kubernetes: kubernetes, chart: chart,
      chartSource: chartSource, patches: patches,
      policies: policies,
      podTemplate: template, copilot: copilot, profiles: profiles,
      templateSets: assigned.templateSets, namespaces: assigned.namespaces,
      fallback: assigned.fallback, assign: assignment.lines.map(\.line))
  }

  private var isFallback: Bool {
    if case .bool(let flag)? = body[path: ["podTemplate", "fallback"]]?.content { return flag }
    return true
  }

  /// Flyte's own namespace, where it gets templates as well.
  private func fallback(
    _ flyte: FlyteInstallation, into diagnostics: inout DiagnosticList
  ) -> Located<String>? {
    guard isFallback else { return nil }
    if flyte.namespace.value == NamespaceReader.reserved {
      diagnostics.error(
        .wrongNamespace,
        "Flyte's own namespace cannot be named '\(NamespaceReader.reserved)': kustomize uses that file name",
        at: flyte.namespace.origin.span,
        hint: "rename it, or write 'podTemplate: { fallback: false }'")
    }
    return flyte.namespace
  }

  private func installation(into diagnostics: inout DiagnosticList) -> FlyteInstallation? {
    let flyte = body["flyte"] ?? .empty
    guard let version = located(flyte["version"]) else {
      missing(["flyte", "version"], "flyte: { version: v1.15.3 }", into: &diagnostics)
      return nil
    }
    let behavesLike = located(flyte["behavesLike"])
    // A version that nobody knows may be explained by what was reported as wrong.
    guard flyte["behavesLike"]?.isBroken != true else { return nil }
    let release = ReleaseReader.release(version, behavesLike: behavesLike, into: &diagnostics)
    let source = source(flyte["source"], into: &diagnostics)
    guard let release else { return nil }
    let managers = SecretManagerReader(release: release).read(
      flyte["secretManager"], into: &diagnostics)
    let deployed = flyte["deployed"].map { tree in
      FlyteInstallation.Deployed(
        image: located(tree["image"]), patches: tree["patches"].map(ProfileTable.names) ?? [])
    }
    return FlyteInstallation(
      version: version, release: release, behavesLike: behavesLike, source: source,
      secretManagers: managers,
      allowsUnverifiedShapes: flyte["unverifiedShapes"]?.string == "allow", deployed: deployed,
      namespace: located(flyte["namespace"]) ?? Located("flyte", origin: .tool))
  }

  private func source(
    _ tree: OriginTree?, into diagnostics: inout DiagnosticList
  ) -> Located<FlyteInstallation.Source>? {
    guard let tree, !tree.holdsBroken else { return nil }
    func place(_ written: Located<String>) -> FlyteInstallation.Place {
      .init(path: SourcePath.resolve(written.value, from: defaultsFolder), written: written)
    }
    switch (located(tree["path"]), located(tree["repository"]), located(tree["ref"])) {
    case (let path?, nil, nil): return Located(.folder(place(path)), origin: tree.origin)
    case (nil, let repository?, let ref?):
      return Located(.repository(place(repository), ref: ref), origin: tree.origin)
    case (nil, .some, nil):
      diagnostics.error(
        .missingKey, "'repository' needs a 'ref'", at: tree.origin.span,
        hint: "add 'ref: v1.15.3', or the tag, branch or commit that you build")
    default:
      diagnostics.error(
        .wrongValue, "'source' must have either 'path', or 'repository' and 'ref'",
        at: tree.origin.span, hint: "keep one of the two forms")
    }
    return nil
  }

  private func kubernetes(into diagnostics: inout DiagnosticList) -> KubernetesTarget? {
    let tree = body["kubernetes"] ?? .empty
    guard let version = located(tree["version"]), let minor = TextForms.minor(version.value) else {
      missing(
        ["kubernetes", "version"], "kubernetes: { version: \"1.31\" }", into: &diagnostics)
      return nil
    }
    if minor < KubernetesRange.oldest {
      diagnostics.error(
        .kubernetesVersion,
        "Kubernetes \(version.value) is older than 1.\(KubernetesRange.oldest), the oldest supported version",
        at: version.origin.span)
      return nil
    }
    if minor > KubernetesRange.newest {
      diagnostics.warning(
        .kubernetesVersion,
        "Kubernetes \(version.value) is newer than 1.\(KubernetesRange.newest), the newest known version, and is treated as that version",
        at: version.origin.span)
    }
    let platform = tree["platform"]?.string.flatMap(KubernetesTarget.Platform.init) ?? .vanilla
    let known = min(minor, KubernetesRange.newest)
    return KubernetesTarget(
      minor: known, origin: version.origin, platform: platform,
      policyEngine: tree["policyEngine"]?.string.flatMap(PolicyEngine.init) ?? .kubernetes,
      features: features(tree["features"], minor: known, into: &diagnostics),
      runtimeClasses: Self.classes(tree["runtimeClasses"]),
      priorityClasses: Self.classes(tree["priorityClasses"]))
  }

  /// The names of a list; nil where nothing can be concluded from what is not in it.
  private static func classes(_ tree: OriginTree?) -> [String]? {
    tree.flatMap { $0.holdsBroken ? nil : ProfileTable.names($0).map(\.value) }
  }

  /// The gates that are switched; a server does not start with one that it does not have.
  private func features(
    _ tree: OriginTree?, minor: Int, into diagnostics: inout DiagnosticList
  ) -> [ServerGate: Bool] {
    var features: [ServerGate: Bool] = [:]
    for entry in tree?.entries ?? [] {
      guard let gate = ServerGate(name: entry.key), case .bool(let isOn) = entry.value.content
      else { continue }
      guard gate.canBeSwitched(in: minor), gate.name(in: minor) == entry.key else {
        diagnostics.warning(
          .noFeatureGate,
          "Kubernetes 1.\(minor) has no feature gate '\(entry.key)' that can be set; the line is ignored",
          at: entry.keyOrigin.span, hint: "remove it, or correct 'kubernetes.version'",
          fix: Fix(takingOut: entry.keyOrigin.span, .likely))
        continue
      }
      features[gate] = isOn
    }
    return features
  }

  private var podTemplate: PodTemplateChoice {
    let tree = body["podTemplate"] ?? .empty
    return PodTemplateChoice(
      name: located(tree["name"]) ?? Located("flyte-default", origin: .tool),
      labels: tree["labels"] ?? .empty, annotations: tree["annotations"] ?? .empty)
  }

  private func chart(
    _ flyte: FlyteInstallation, into diagnostics: inout DiagnosticList
  ) -> Located<String>? {
    guard let tree = body["chart"], let chart = located(tree) ?? located(tree["name"]) else {
      return nil
    }
    if flyte.release.charts.contains(chart.value) { return chart }
    if !flyte.release.charts.isEmpty {
      diagnostics.error(
        .noChart, "\(flyte.release.name) has no chart '\(chart.value)'", at: chart.origin.span,
        hint: "its charts are: \(flyte.release.charts.joined(separator: ", "))",
        fix: flyte.release.charts.count == 1
          ? Fix(
            replacing: chart.value, at: chart.origin.span, by: flyte.release.charts[0], .likely)
          : nil)
    }
    return nil
  }

  private var chartSource: ChartSource {
    body[path: ["chart", "from"]]?.string.flatMap(ChartSource.init) ?? .published
  }

  private var patches: PatchRequest {
    guard let tree = body["patches"] else {
      return .automatic(section.name.origin)
    }
    switch tree.string {
    case "none": return .none(tree.origin)
    case "auto": return .automatic(tree.origin)
    default: return .list(ProfileTable.names(tree))
    }
  }

  /// What the config wants of policies that change pods; a cluster that cannot have them is a fault.
  private func policies(
    _ kubernetes: KubernetesTarget, into diagnostics: inout DiagnosticList
  ) -> PolicyRequest {
    guard let tree = body["policies"], tree.string == "auto" else {
      return .none(body["policies"]?.origin ?? .tool)
    }
    if kubernetes.policyEngine == .kubernetes, kubernetes.mutatingVersion == nil {
      let hint: String
      if kubernetes.minor >= 36 {
        hint = "turn the feature gate 'MutatingAdmissionPolicy' on, or write 'policies: none'"
      } else if kubernetes.minor >= 34 {
        hint =
          "start the API server with '--feature-gates=MutatingAdmissionPolicy=true --runtime-config=admissionregistration.k8s.io/v1beta1=true' and write 'features: { MutatingAdmissionPolicy: true }' under 'kubernetes'; or install Kyverno and write 'policyEngine: kyverno' there; or write 'policies: none'"
      } else {
        hint =
          "move to Kubernetes 1.36; or install Kyverno 1.15 and write 'policyEngine: kyverno' under 'kubernetes'; or write 'policies: none'"
      }
      diagnostics.error(
        .noMutatingPolicies,
        "Kubernetes 1.\(kubernetes.minor) has no policies that change pods\(kubernetes.minor >= 34 ? " while the feature gate 'MutatingAdmissionPolicy' is off" : "")",
        at: tree.origin.span, hint: hint,
        fix: Fix(replacing: "auto", at: tree.origin.span, by: "none", .likely))
    }
    return .automatic(tree.origin)
  }

  private func located(_ tree: OriginTree?) -> Located<String>? {
    tree.flatMap { node in node.string.map { Located($0, origin: node.origin) } }
  }

  /// Reports a key, unless what holds it has been reported as wrong.
  private func missing(
    _ path: [String], _ example: String, into diagnostics: inout DiagnosticList
  ) {
    let isReported = (0...path.count).contains {
      body[path: Array(path.prefix($0))]?.isBroken == true
    }
    guard !isReported else { return }
    diagnostics.error(
      .missingKey,
      "'\(path.joined(separator: "."))' is missing in the cluster '\(section.name.value)'",
      at: place, hint: "add '\(example)'")
  }
}
