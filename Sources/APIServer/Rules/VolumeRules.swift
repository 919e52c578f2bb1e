import Diagnostics
import PodAPI

/// The volumes of a pod that containers may name: those that were not refused.
struct KnownVolumes {
  /// A pod has a handful, for which looking is faster than a table.
  private var few: [(name: String, volume: PodObject)] = []
  private var many: TextMap<PodObject> = [:]

  /// Adds a volume whose name is new.
  mutating func add(_ name: String, _ volume: PodObject) {
    if many.isEmpty { few.append((name, volume)) } else { many[name] = volume }
    if many.isEmpty, few.count > 16 { many = TextMap(uniqueKeysWithValues: few.map { ($0, $1) }) }
  }

  /// The volume of a name.
  subscript(name: String) -> PodObject? {
    many.isEmpty ? few.first { $0.name == name }?.volume : many[name]
  }
}

extension ValidationPass {
  /// Looks at every volume.
  /// - Parameter podName: empty where it is not known.
  mutating func volumes(_ spec: PodObject, podName: String) -> KnownVolumes {
    var known = KnownVolumes()
    let claims = Self.madeClaims(spec, podName: podName)
    each(.volumes, of: spec) { pass, volume, _ in
      let before = pass.refusals.count
      let name = volume.text(.name)
      pass.source(of: volume, podName: podName)
      if name.isEmpty {
        pass.refuse(.required, at: .name, "is missing; write, for example, 'name: scratch'")
      } else {
        pass.check(name, .label, at: .name)
      }
      if known[name] != nil {
        pass.refuse(
          .duplicate, at: .name, "\(quoted: name) is used twice; give each volume its own name")
      }
      if pass.refusals.count == before { known.add(name, volume) }
      let claim = volume.part(.persistentVolumeClaim)?.text(.claimName)
      if let claim, claims.contains(claim) {
        pass.within(.persistentVolumeClaim) {
          $0.refuse(
            .invalid, at: .claimName,
            "\(quoted: claim) is made for an ephemeral volume of this pod; name another")
        }
      }
    }
    return known
  }

  /// The claims that a pod's ephemeral volumes bring with them.
  private static func madeClaims(_ spec: PodObject, podName: String) -> NameSet {
    var claims = NameSet()
    guard !podName.isEmpty else { return claims }
    for volume in spec.items(.volumes).compactMap(\.object) where volume[.ephemeral] != nil {
      _ = claims.insert("\(podName)-\(volume.text(.name))")
    }
    return claims
  }

  /// One source, of several the first in the server's order; the others are one too many.
  private mutating func source(of volume: PodObject, podName: String) {
    var count = 0
    for index in VolumeSourceTable.inOrder.indices {
      let field = VolumeSourceTable.inOrder[index].field
      guard let source = volume[field]?.object else { continue }
      count += 1
      guard count == 1 || field == .emptyDir else {
        refuse(
          .forbidden, at: VolumeSourceTable.oddNames[field] ?? .field(field),
          truly: [.field(field)], "is more than one source; a volume has one")
        if field == .iscsi { longPortal(source, of: volume) }
        continue
      }
      within(
        saying: VolumeSourceTable.placeNames[field] ?? .field(field), truly: .field(field)
      ) { pass in
        pass.apply(VolumeSourceTable.inOrder[index].rules, to: source)
        pass.furtherRules(source, field)
      }
      if field == .iscsi { longPortal(source, of: volume) }
      if field == .ephemeral { claimName(of: volume, podName: podName) }
    }
    if count == 0 { refuse(.required, "needs a source; write, for example, 'emptyDir: {}'") }
  }

  /// The rules that a table cannot express.
  private mutating func furtherRules(_ source: PodObject, _ field: FieldName) {
    switch field {
    case .emptyDir: emptyDir(source)
    case .hostPath: hostPath(source)
    case .secret, .configMap: keys(source)
    case .nfs: nfs(source)
    case .iscsi: iscsi(source)
    case .flocker: flocker(source)
    case .quobyte: quobyte(source)
    case .fc: fibreChannel(source)
    case .flexVolume: flexVolume(source)
    case .azureDisk: azureDisk(source)
    case .csi: csi(source)
    case .downwardAPI: downwardFiles(source)
    case .projected: projections(source)
    case .ephemeral: claimTemplate(source)
    case .image: imageVolume(source)
    default: break
    }
  }

  /// The claim that is made has a name of its own.
  private mutating func claimName(of volume: PodObject, podName: String) {
    let name = volume.text(.name)
    guard !podName.isEmpty, !name.isEmpty else { return }
    let claim = "\(podName)-\(name)"
    for phrase in NameForm.subdomain.complaints(claim) {
      refuse(.invalid, at: .name, "makes a claim whose name \(quoted: claim) \(phrase)")
    }
  }
}
