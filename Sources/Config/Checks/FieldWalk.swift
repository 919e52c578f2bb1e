import Diagnostics
import Flyte
import Model
import PodAPI
import Values

/// Walks the fields of a profile with the versions of a cluster.
struct FieldWalk {
  let flyte: Release
  let kubernetes: ServerRelease
  private(set) var findings: [Finding] = []
  /// The entries that are left out, by type and name. The pod is walked first, so that the
  /// mounts of a volume go with it.
  private var dangling: TextSet = []

  /// Entries that are nothing without their source (the API server would make the volume an empty
  /// directory), and the type of what names them.
  private static let named = ["Volume": "VolumeMount", "PodResourceClaim": "ResourceClaim"]

  private var kubernetesMinor: Int { kubernetes.minor }

  init(flyte: Release, kubernetes: ServerRelease) {
    self.flyte = flyte
    self.kubernetes = kubernetes
  }

  /// A struct without the fields that are not there.
  mutating func object(_ tree: OriginTree, type: String) -> OriginTree {
    guard let object = PodSchema.shipped[type], case .mapping = tree.content else { return tree }
    var kept: [OriginTree.Entry] = []
    for entry in sourcesFirst(tree.entries) {
      guard let name = FieldName(entry.key), let field = object[name] else { continue }
      // What takes a field away is at home in every version.
      if entry.value.content == .null, !entry.value.isBroken {
        kept.append(entry)
        continue
      }
      guard exists(field, of: object, at: entry) else { continue }
      var left = entry
      left.value = value(entry.value, field.kind)
      // A list that loses all its entries goes with them.
      if case .list([]) = left.value.content, !entry.value.items.isEmpty { continue }
      kept.append(left)
    }
    let places = TextMap(
      uniqueKeysWithValues: tree.entries.enumerated().map { ($1.key, $0) })
    kept.sort { places[$0.key] ?? 0 < places[$1.key] ?? 0 }
    return tree.holding(.mapping(kept))
  }

  /// The entries with those in front whose names others use.
  private func sourcesFirst(_ entries: [OriginTree.Entry]) -> [OriginTree.Entry] {
    let sources: TextSet = ["volumes", "resourceClaims"]
    return entries.filter { sources.contains($0.key) }
      + entries.filter { !sources.contains($0.key) }
  }

  private mutating func value(_ tree: OriginTree, _ kind: PodSchema.Kind) -> OriginTree {
    switch kind {
    case .object(let position): return object(tree, type: PodSchema.shipped.types[position].name)
    case .list(let inner):
      guard case .list(let items) = tree.content else { return tree }
      return tree.holding(.list(items.compactMap { item($0, inner) }))
    default: return tree
    }
  }

  /// An entry of a list; nil for one without the source that Flyte drops, and for what names it.
  private mutating func item(_ tree: OriginTree, _ kind: PodSchema.Kind) -> OriginTree? {
    guard case .object(let position) = kind, let name = tree["name"]?.string else {
      return value(tree, kind)
    }
    let type = PodSchema.shipped.types[position].name
    guard !dangling.contains("\(type) \(name)") else { return nil }
    let kept = value(tree, kind)
    guard let naming = Self.named[type], kept.entries.count < 2, tree.entries.count > 1 else {
      return kept
    }
    dangling.insert("\(naming) \(name)")
    return nil
  }

  /// The thing that is left out with a field of a type.
  private static func extent(_ type: String) -> String {
    switch type {
    case "Volume": ", its volume and its mounts are"
    case "PodResourceClaim": ", its claim and everything that names it are"
    default: " is"
    }
  }

  private mutating func exists(
    _ field: PodSchema.Field, of type: PodSchema.ObjectType, at entry: OriginTree.Entry
  ) -> Bool {
    if !field.exists(in: kubernetesMinor) {
      let range =
        field.until <= kubernetesMinor
        ? "was removed in 1.\(field.until)" : "was added in 1.\(field.since)"
      findings.append(
        Finding(
          severity: .error, id: .fieldTooNew,
          message:
            "Kubernetes 1.\(kubernetesMinor) has no '\(entry.key)' in \(type.name): it \(range)",
          origin: entry.keyOrigin, hint: "remove it, or correct 'kubernetes.version'",
          fix: Fix(takingOut: entry.keyOrigin.span, .likely)))
      return false
    }
    let gated = dropped(field.name, of: type.name, entry)
    if let gated { findings.append(finding(gated, of: type, at: entry)) }
    guard !field.exists(in: flyte.apiMinor) else { return gated == nil }
    let first = Release.all.first {
      $0 > flyte && $0.line == flyte.line && field.exists(in: $0.apiMinor)
    }
    findings.append(
      Finding(
        severity: .warning, id: .fieldDropped,
        message:
          "'\(entry.key)'\(Self.extent(type.name)) left out: \(flyte.name) was built with Kubernetes 1.\(flyte.apiMinor) and drops it",
        origin: entry.keyOrigin,
        hint: first.map { "\($0.name) is the next release that keeps it" }
          ?? "no later release of this line keeps it"))
    return false
  }

  /// The reason that a field is dropped. One that is only read as another word is left to the other
  /// checks.
  private func dropped(
    _ field: FieldName, of type: String, _ entry: OriginTree.Entry
  ) -> GatedField? {
    let row = GatedField.closed(field, of: type, saying: entry.value.string, on: kubernetes)
    if case .set? = row?.fate { return nil }
    return row
  }

  private func finding(
    _ row: GatedField, of type: PodSchema.ObjectType, at entry: OriginTree.Entry
  ) -> Finding {
    let name = row.gate.name(in: kubernetesMinor)
    let isDefault = !row.gate.isOn(in: kubernetesMinor)
    let first = row.gate.onSince.map {
      "Kubernetes 1.\($0) is the first version with the gate on by default"
    }
    let last = "no version up to 1.\(KubernetesRange.newest) has the gate on by default"
    return Finding(
      severity: .warning, id: .fieldGated,
      message:
        "'\(entry.key)'\(Self.extent(type.name)) left out: Kubernetes 1.\(kubernetesMinor) drops it while the feature gate \(name) is off, as \(isDefault ? "it is by default" : "'kubernetes.features' says")",
      origin: entry.keyOrigin,
      hint: isDefault
        ? "if the gate is on in the cluster, write 'features: { \(name): true }' under 'kubernetes'; \(first ?? last)"
        : "remove it, or turn the gate on")
  }
}
