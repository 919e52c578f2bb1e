import PodAPI

/// Examples of values for a field that is missing.
enum FieldSamples {
  /// That a field is missing, with something that could stand there.
  static func missing(_ field: FieldName) -> String {
    guard let sample = samples[field.text] else { return "is missing; write a value" }
    return "is missing; write, for example, '\(field.text): \(sample)'"
  }

  private static let samples: TextMap<String> = [
    "apiVersion": "v1", "claimName": "my-claim", "devicePath": "/dev/xvda", "diskName": "disk.vhd",
    "diskURI": "https://example.blob.core.windows.net/disks/disk.vhd",
    "driver": "csi.example.com", "endpoints": "my-endpoints", "fieldPath": "metadata.name",
    "gateway": "https://gateway.example.com", "image": "registry.example.com/my-image:v1",
    "key": "password", "kind": "PersistentVolumeClaim", "mountPath": "/data", "name": "my-name",
    "path": "data", "pdID": "my-disk", "pdName": "my-disk", "podGroupName": "my-group",
    "reference": "registry.example.com/my-model:v1", "repository": "https://example.com/repo.git",
    "secretName": "my-secret", "server": "nfs.example.com", "shareName": "my-share",
    "system": "storage", "targetPortal": "10.0.2.15:3260",
    "topologyKey": "topology.kubernetes.io/zone", "volume": "my-volume", "volumeID": "my-volume",
    "volumeName": "my-volume", "volumePath": "[datastore] volumes/disk",
  ]
}
