import PodAPI

/// Volumes are of the kinds that hold no more than the pod's own data. Servers before 1.33 do not
/// know volumes that are images (upstream PR 130394).
enum RestrictedVolumesCheck {
  static let revisions = [
    Check(
      id: "restrictedVolumes", level: .restricted, since: 0, servers: 0..<33,
      overrides: ["hostPathVolumes"], needs: [.volumes], evaluate: { evaluate($0, known) }),
    Check(
      id: "restrictedVolumes", level: .restricted, since: 0, servers: 33..<Int.max,
      overrides: ["hostPathVolumes"], needs: [.volumes],
      evaluate: { evaluate($0, known + [.image]) }),
  ]

  private static let known = [
    "configMap", "csi", "downwardAPI", "emptyDir", "ephemeral", "persistentVolumeClaim",
    "projected", "secret",
  ].map(FieldName.init(known:))

  private static let others = [
    "hostPath", "gcePersistentDisk", "awsElasticBlockStore", "gitRepo", "nfs", "iscsi",
    "glusterfs", "rbd", "flexVolume", "cinder", "cephfs", "flocker", "fc", "azureFile",
    "vsphereVolume", "quobyte", "azureDisk", "photonPersistentDisk", "portworxVolume", "scaleIO",
    "storageos",
  ].map(FieldName.init(known:))

  @Sendable private static func evaluate(
    _ pod: PodView, _ allowed: [FieldName]
  ) -> CheckFinding? {
    var names: [String] = []
    var types: [String] = []
    for item in pod.volumes {
      guard let volume = item.object else { continue }
      if allowed.contains(where: { volume[$0] != nil }) { continue }
      names.append(volume[.name]?.string ?? "")
      types.append(others.first { volume[$0] != nil }?.text ?? "unknown")
    }
    guard !names.isEmpty else { return nil }
    let listed = CheckWords.sorted(types)
    return CheckFinding(
      check: "restrictedVolumes", reason: "restricted volume types",
      detail: [
        CheckWords.plural(names.count, "volume", "volumes"), CheckWords.quoted(names),
        CheckWords.plural(names.count, "uses", "use"), "restricted volume",
        CheckWords.plural(listed.count, "type", "types"), CheckWords.quoted(listed),
      ].joined(separator: " "),
      offenders: names.map { Offender(container: nil, field: "volumes", name: $0) })
  }
}
