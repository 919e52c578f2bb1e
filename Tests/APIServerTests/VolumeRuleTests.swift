import APIServer
import PodAPI
import Testing

/// The fields that each source of a volume needs.
@Suite struct VolumeRuleTests {
  /// A source that is not as it must be, and what is said of it below the volume.
  static let rows: [(source: String, refusals: [String])] = [
    (#""emptyDir": {"sizeLimit": "-1"}"#, ["forbidden emptyDir.sizeLimit"]),
    (#""hostPath": {}"#, ["required hostPath.path"]),
    (
      #""hostPath": {"path": "/a/..", "type": "Disk"}"#,
      ["invalid hostPath.path", "unsupported hostPath.type"]
    ),
    (
      #""gitRepo": {"directory": "/a"}"#,
      ["required gitRepo.repository", "invalid gitRepo.directory"]
    ),
    (
      #""gcePersistentDisk": {"partition": 256}"#,
      ["required persistentDisk.pdName", "invalid persistentDisk.partition"]
    ),
    (
      #""awsElasticBlockStore": {"partition": -1}"#,
      ["required awsElasticBlockStore.volumeID", "invalid awsElasticBlockStore.partition"]
    ),
    (
      #""secret": {"defaultMode": 512, "items": [{"mode": -1}]}"#,
      [
        "required secret.secretName", "invalid secret.defaultMode", "required secret.items[0].key",
        "required secret.items[0].path", "invalid secret.items[0].mode",
      ]
    ),
    (#""nfs": {"path": "a"}"#, ["required nfs.server", "invalid nfs.path"]),
    (
      #""iscsi": {"lun": 256, "chapAuthSession": true, "initiatorName": "x"}"#,
      [
        "required iscsi.targetPortal", "invalid iscsi.lun", "required iscsi.iqn",
        "required iscsi.secretRef", "invalid iscsi.initiatorname",
      ]
    ),
    (#""glusterfs": {}"#, ["required glusterfs.endpoints", "required glusterfs.path"]),
    (#""flocker": {}"#, ["required flocker"]),
    (
      #""flocker": {"datasetName": "a/b", "datasetUUID": "c"}"#,
      ["invalid flocker", "invalid flocker.datasetName"]
    ),
    (#""persistentVolumeClaim": {}"#, ["required persistentVolumeClaim.claimName"]),
    (#""rbd": {}"#, ["required rbd.monitors", "required rbd.image"]),
    (
      #""cinder": {"secretRef": {}}"#,
      ["required cinder.volumeID", "required cinder.secretRef.name"]
    ),
    (#""cephfs": {}"#, ["required cephfs.monitors"]),
    (#""quobyte": {}"#, ["required quobyte.volume", "required quobyte.registry"]),
    (#""quobyte": {"volume": "v", "registry": "a:1,b"}"#, ["invalid quobyte.registry"]),
    (
      #""downwardAPI": {"defaultMode": 512, "items": [{"path": "/a"}]}"#,
      ["invalid downwardAPI.defaultMode", "invalid downwardAPI.path", "required downwardAPI"]
    ),
    (#""fc": {}"#, ["required fc.targetWWNs"]),
    (
      #""fc": {"targetWWNs": ["a"], "wwids": ["b"]}"#, ["invalid fc.targetWWNs", "required fc.lun"]
    ),
    (
      #""flexVolume": {"options": {"k8s.io/a": "b"}}"#,
      ["required flexVolume.driver", "invalid flexVolume.options[k8s.io/a]"]
    ),
    (
      #""configMap": {"items": [{"key": "k", "path": "../p"}]}"#,
      ["required configMap.name", "invalid configMap.items[0].path"]
    ),
    (#""azureFile": {}"#, ["required azureFile.secretName", "required azureFile.shareName"]),
    (#""vsphereVolume": {}"#, ["required vsphereVolume.volumePath"]),
    (#""photonPersistentDisk": {}"#, ["required photonPersistentDisk.pdID"]),
    (#""portworxVolume": {}"#, ["required portworxVolume.volumeID"]),
    (
      #""azureDisk": {"diskName": "d", "diskURI": "x", "cachingMode": "Some", "kind": "Managed"}"#,
      ["unsupported azureDisk.cachingMode", "unsupported azureDisk.diskURI"]
    ),
    (
      #""storageos": {"volumeNamespace": "A", "secretRef": {}}"#,
      [
        "required storageos.volumeName", "invalid storageos.volumeNamespace",
        "required storageos.secretRef.name",
      ]
    ),
    (
      #""projected": {"sources": [{"secret": {}, "serviceAccountToken": {"expirationSeconds": 1}}]}"#,
      [
        "required projected.sources[0].secret.name",
        "invalid projected.sources[0].serviceAccountToken.expirationSeconds",
        "forbidden projected.sources[0]", "required projected.path",
      ]
    ),
    (
      #""scaleIO": {}"#,
      ["required scaleIO.gateway", "required scaleIO.system", "required scaleIO.volumeName"]
    ),
    (
      #""csi": {"driver": "a_b", "nodePublishSecretRef": {}}"#,
      ["invalid csi.driver", "required csi.nodePublishSecretRef.name"]
    ),
    (#""ephemeral": {}"#, ["required ephemeral.volumeClaimTemplate"]),
    (
      #""ephemeral": {"volumeClaimTemplate": {"metadata": {"name": "n"}, "spec": {"accessModes": ["Any"]}}}"#,
      [
        "forbidden ephemeral.volumeClaimTemplate.metadata.name",
        "unsupported ephemeral.volumeClaimTemplate.spec.accessModes",
        "required ephemeral.volumeClaimTemplate.spec.resources[storage]",
      ]
    ),
    (#""image": {"reference": "m:1", "pullPolicy": "Now"}"#, ["unsupported image.pullPolicy"]),
    (#""nfs": {"server": "s", "path": "/p"}, "secret": {"secretName": "s"}"#, ["forbidden nfs"]),
  ]

  @Test(arguments: rows)
  func aSourceIsRefused(source: String, refusals: [String]) {
    let sent = SentTemplate(pod: #""volumes": [{"name": "m", \#(source)}]"#)
    let said = (sent.refusals(by: 36) ?? []).map { refusal in
      refusal.replacing("template.spec.volumes[0].", with: "", maxReplacements: 1)
    }
    #expect(said == refusals)
  }

  /// Every field of a volume but its name is a source.
  static let sources =
    PodSchema.shipped.position(of: "Volume")
    .map { PodSchema.shipped.types[$0].fields.map(\.name.text).filter { $0 != "name" } } ?? []

  @Test func thereAreSources() { #expect(Self.sources.count == 30) }

  @Test(arguments: sources)
  func everySourceHasARow(source: String) {
    #expect(Self.rows.contains { $0.source.hasPrefix("\"\(source)\"") })
  }
}
