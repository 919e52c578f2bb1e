import Diagnostics
import Model
import PodAPI
import PodSecurity
import Values

/// Holds a profile's own pod against the Pod Security level that it claims: what is visible without
/// any task, since nobody but the profile says it.
struct ClaimCheck {
  let profile: Profile
  /// Minor version of the API server that judges.
  let minor: Int
  /// True if what the profile leaves out counts. It does not where something else may yet say it.
  let isWhole: Bool

  /// One for each check of the level that fails.
  var findings: [Finding] {
    guard let claim = profile.claim, claim.level != .privileged,
      let level = PodSecurityLevel(named: claim.level.rawValue)
    else { return [] }
    let version = claim.minor.map { PodSecurityVersion.minor($0) } ?? .latest
    let found = verdict(level, version).findings
    // From 1.25 on a Windows pod need not have what it cannot have.
    let lasting = profile.isWindows ? verdict(level, .latest).findings.map(\.check) : []
    return found.compactMap { finding in
      self.finding(finding, claim, isOld: profile.isWindows && !lasting.contains(finding.check))
    }
  }

  private func verdict(_ level: PodSecurityLevel, _ version: PodSecurityVersion) -> Verdict {
    let decoder = PodDecoder(minor: minor)
    let annotations = OriginTree.mapping(["annotations": judgedAnnotations])
    return PodSecurity.evaluate(
      spec: PodDefaults.template(decoder.decode(PlainValue(spec), as: "PodSpec")),
      annotations: decoder.decode(PlainValue(annotations), as: "ObjectMeta")[.annotations]?.map,
      level: level, version: version, server: minor)
  }

  /// - Parameter isOld: whether only old versions of the standard find it.
  private func finding(
    _ finding: CheckFinding, _ claim: Profile.Claim, isOld: Bool
  ) -> Finding? {
    var places: [Origin] = []
    for offender in finding.offenders {
      for origin in self.places(offender) where !places.contains(where: { $0.span == origin.span })
      {
        places.append(origin)
      }
    }
    guard isWhole || !places.isEmpty else { return nil }
    let detail = finding.detail.isEmpty ? "" : " (\(finding.detail))"
    return Finding(
      severity: .error, id: .profileContradiction,
      message:
        "the profile claims '\(claim.level.rawValue)', but its pods fail that level: \(finding.reason)\(detail)",
      origin: places.first ?? claim.origin,
      hint: isOld
        ? "write 'version: v1.25' or later in 'podSecurity': from there on it does not apply to Windows pods"
        : hint(places, claim),
      others: Array(places.dropFirst()), topic: finding.check)
  }

  private func hint(_ places: [Origin], _ claim: Profile.Claim) -> String {
    guard places.isEmpty else { return "change it, or claim a lower level in 'podSecurity'" }
    // The built-in profiles say what Windows pods cannot have.
    let base = profile.isWindows ? "" : ", extend 'builtin/\(claim.level.rawValue)'"
    return "set it in the profile\(base), or claim a lower level"
  }

  /// The containers of the profile's pod, by the names that PodTemplates have for their roles.
  private var containers: [(name: String, fields: OriginTree, isInit: Bool)] {
    let base = profile.containers
    let initial = profile.initFields
    var list = [(name: "default", fields: base, isInit: false)]
    if !profile.primary.isEmpty {
      list.append(("primary", Layering.lay(profile.primary, over: base), false))
    }
    if !profile.initContainers.isEmpty { list.append(("default-init", initial, true)) }
    if !profile.copilot.isEmpty {
      list.append(("copilot", Layering.lay(profile.copilot, over: base), false))
      if !profile.initContainers.isEmpty {
        list.append(("copilot-init", Layering.lay(profile.copilot, over: initial), true))
      }
    }
    return list
      + OwnContainers(of: profile).entries.map {
        (name: $0.name, fields: $0.whole, isInit: $0.list == .initContainers)
      }
  }

  private var spec: OriginTree {
    func list(isInit: Bool) -> OriginTree {
      let chosen = containers.filter { $0.isInit == isInit }
      return OriginTree(
        .list(chosen.map { $0.fields.setting("name", to: .string($0.name)) }), origin: .tool)
    }
    return profile.pod.setting("containers", to: list(isInit: false))
      .setting("initContainers", to: list(isInit: true))
  }

  /// AppArmor's are refused altogether, whatever they say.
  private var judgedAnnotations: OriginTree {
    let all = profile.podMetadata["annotations"] ?? .empty
    return all.holding(
      .mapping(
        all.entries.filter { !$0.key.hasPrefix("container.apparmor.security.beta.kubernetes.io/") })
    )
  }

  /// The places where the profile sets what an offender is refused for; none if it does not.
  private func places(_ offender: Offender) -> [Origin] {
    let path = offender.path
    let tree: OriginTree?
    if let name = offender.container {
      tree = containers.first { $0.name == name }?.fields
    } else if path.first == "metadata" {
      let annotations = profile.podMetadata["annotations"]
      return [(path.last.flatMap { annotations?[$0] } ?? annotations)?.origin].compactMap { $0 }
    } else {
      tree = profile.pod
    }
    guard let value = tree.flatMap({ Self.value(at: path, in: $0) }), !value.holdsBroken else {
      return []
    }
    // Of a list its items that are at fault, where they are known.
    let items = value.items.filter { $0.string.map(offender.values.contains) == true }
    return items.isEmpty ? [value.origin] : items.map(\.origin)
  }

  /// The value at a path, on which entries of lists go by their names.
  private static func value(at path: [String], in tree: OriginTree) -> OriginTree? {
    guard let first = path.first else { return tree }
    let next = tree[first] ?? tree.items.first { $0["name"]?.string == first }
    return next.flatMap { value(at: Array(path.dropFirst()), in: $0) }
  }
}
