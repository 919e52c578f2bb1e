import Diagnostics
import Flyte
import Model
import PodAPI
import Values

/// Looks at the fields of profiles for a cluster's versions, and says each thing once, however many
/// clusters and profiles a place reaches.
struct FieldFindings {
  private var said: TextSet = []
  /// The profiles that lines of `assign` give as they are.
  private var given: TextSet = []
  /// Those that they lay over others, or others over.
  private var layers: TextSet = []

  /// Takes note of what the lines of a cluster give.
  mutating func note(_ lines: [AssignEntry]) {
    for line in lines {
      let names = line.profiles.map(\.value)
      if names.count == 1 { given.formUnion(names) } else { layers.formUnion(names) }
      for template in line.templates { layers.formUnion(template.profiles.map(\.value)) }
    }
  }

  /// The same profiles without the fields that the cluster's Flyte drops.
  mutating func checked(
    _ profiles: [LayeredProfile], flyte: FlyteInstallation, kubernetes: KubernetesTarget,
    cluster: Located<String>, into diagnostics: inout DiagnosticList
  ) -> [Profile] {
    profiles.map { layered in
      let profile = layered.profile
      var walk = FieldWalk(flyte: flyte.release, kubernetes: kubernetes.release)
      func container(_ tree: OriginTree) -> OriginTree { walk.object(tree, type: "Container") }
      let kept = Profile(
        names: profile.names, claim: profile.claim,
        pod: walk.object(profile.pod, type: "PodSpec"), containers: container(profile.containers),
        primary: container(profile.primary), initContainers: container(profile.initContainers),
        copilot: container(profile.copilot), podMetadata: profile.podMetadata,
        builtInFiles: profile.builtInFiles)
      let rules = ProfileRules(profile: kept, flyte: flyte.release, kubernetes: kubernetes)
      let ruled = rules.findings
      // OpenShift's SCCs say much of what a profile leaves out.
      let claim = ClaimCheck(
        profile: kept, minor: kubernetes.minor,
        isWhole: layered.isWhole && kubernetes.platform == .vanilla)
      let note = Diagnostic.Note("in cluster '\(cluster.value)'", at: cluster.origin.span)
      // A refusal of a place is the plainer of two things that are said of it.
      let refused = Set(ruled.filter { $0.severity == .error }.compactMap(\.origin.span))
      let contradictions = claim.findings.filter { finding in
        !(finding.others.isEmpty && finding.origin.span.map(refused.contains) == true)
      }
      let policies = EnforcementRules(profile: profile, kubernetes: kubernetes).findings
      for finding in walk.findings + ruled + contradictions + policies {
        say(finding, notes: [note], into: &diagnostics)
      }
      return profile.dropped(to: kept)
    }
  }

  /// Looks at the profiles that make a claim of their own and that no line of `assign` gives as they
  /// are.
  mutating func checkUnassigned(
    _ table: inout ProfileTable, into diagnostics: inout DiagnosticList
  ) {
    let layers = layers.union(table.extended)
    for definition in table.order
    where definition.body["podSecurity"] != nil && !given.contains(definition.name) {
      let layered = table.profile([Located(definition.name, origin: definition.origin)])
      // What a layer leaves out, those that are laid over it may say.
      let claim = ClaimCheck(
        profile: layered.profile, minor: PodSchema.minorVersions.upperBound,
        isWhole: layered.isWhole && !layers.contains(definition.name))
      for finding in claim.findings { say(finding, notes: [], into: &diagnostics) }
    }
  }

  private mutating func say(
    _ finding: Finding, notes: [Diagnostic.Note], into diagnostics: inout DiagnosticList
  ) {
    let place = finding.origin.span?.description ?? ""
    let key =
      "\(finding.id.name) \(place) \(finding.topic ?? finding.message + (finding.hint ?? ""))"
    guard said.insert(key).inserted else { return }
    let others = finding.others.map { Diagnostic.Note("and this", at: $0.span) }
    // The first is the line of `assign`; what matters are the profiles extended on the way.
    let via = finding.origin.via.dropFirst().map { Diagnostic.Note("extended here", at: $0) }
    diagnostics.append(
      Diagnostic(
        finding.severity, finding.id, finding.message, at: finding.origin.span,
        notes: others + via.suffix(2) + notes, hint: finding.hint, fix: finding.fix))
  }
}

/// Something about a field.
struct Finding {
  let severity: Severity
  let id: DiagnosticID
  let message: String
  let origin: Origin
  let hint: String?
  /// Other places that it is about.
  var others: [Origin] = []
  /// The subject, if words may differ from cluster to cluster.
  var topic: String?
  /// The edit that the hint advises.
  var fix: Fix?
}
