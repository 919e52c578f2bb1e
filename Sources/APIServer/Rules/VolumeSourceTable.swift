import PodAPI

/// The sources of volumes in the order in which the API server looks at them, each with what a table
/// can say of it.
enum VolumeSourceTable {
  static let inOrder: [(field: FieldName, rules: [FieldRule])] = [
    (.emptyDir, []),
    (.hostPath, []),
    (.gitRepo, [.required(.repository), .below(.directory)]),
    (.gcePersistentDisk, [.required(.pdName), .range(.partition, 0...255)]),
    (.awsElasticBlockStore, [.required(.volumeID), .range(.partition, 0...255)]),
    (.secret, [.required(.secretName), .mode(.defaultMode)]),
    (.nfs, [.required(.server), .required(.path)]),
    (.iscsi, [.required(.targetPortal), .range(.lun, 0...255)]),
    (.glusterfs, [.required(.endpoints), .required(.path)]),
    (.flocker, []),
    (.persistentVolumeClaim, [.required(.claimName)]),
    (.rbd, [.nonEmpty(.monitors), .required(.image)]),
    (.cinder, [.required(.volumeID), .namedReference(.secretRef)]),
    (.cephfs, [.nonEmpty(.monitors)]),
    (.quobyte, [.required(.volume)]),
    (.downwardAPI, [.mode(.defaultMode)]),
    (.fc, []),
    (.flexVolume, [.required(.driver)]),
    (.configMap, [.required(.name), .mode(.defaultMode)]),
    (.azureFile, [.required(.secretName), .required(.shareName)]),
    (.vsphereVolume, [.required(.volumePath)]),
    (.photonPersistentDisk, [.required(.pdID)]),
    (.portworxVolume, [.required(.volumeID)]),
    (
      .azureDisk,
      [
        .required(.diskName), .required(.diskURI),
        .word(.cachingMode, ["None", "ReadOnly", "ReadWrite"]),
        .word(.kind, ["Shared", "Dedicated", "Managed"]),
      ]
    ),
    (
      .storageos,
      [
        .requiredForm(.volumeName, .label), .form(.volumeNamespace, .label),
        .namedReference(.secretRef),
      ]
    ),
    (.projected, [.mode(.defaultMode)]),
    (.scaleIO, [.required(.gateway), .required(.system), .required(.volumeName)]),
    (.csi, []),
    (.ephemeral, []),
    (.image, []),
  ]

  /// The server's word for a source that is one too many.
  static let oddNames: [FieldName: FieldPath.Step] = [
    .cephfs: .word("cephFS"), .downwardAPI: .word("downwarAPI"),
  ]

  /// The server's word for the place of a source's fields.
  static let placeNames: [FieldName: FieldPath.Step] = [
    .gcePersistentDisk: .word("persistentDisk")
  ]
}
