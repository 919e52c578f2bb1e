/// Defaults of a volume's fields.
enum VolumeDefaults {
  /// 0644, the mode of files that say none.
  private static let mode = PodValue.integer(0o644)

  static func fill(_ volume: inout PodObject) {
    // A volume without a source is an empty folder.
    if volume.fields.allSatisfy({ $0.name == .name }) {
      volume[.emptyDir] = .object(PodObject())
    }
    for source in [FieldName.secret, .configMap] {
      volume.mapObject(source) { $0.fill(.defaultMode, mode) }
    }
    volume.mapObject(.downwardAPI, downward)
    volume.mapObject(.projected) { projected in
      projected.fill(.defaultMode, mode)
      projected.mapItems(.sources) { source in
        source.mapObject(.downwardAPI) { $0.mapItems(.items, fieldRef) }
        source.mapObject(.serviceAccountToken) { $0.fill(.expirationSeconds, .integer(3600)) }
        source.mapObject(.podCertificate) { $0.fill(.maxExpirationSeconds, .integer(86400)) }
      }
    }
    volume.mapObject(.hostPath) { $0.fill(.type, .string("")) }
    volume.mapObject(.iscsi) { $0.fill(.iscsiInterface, .string("default")) }
    volume.mapObject(.rbd) { rbd in
      rbd.fill(.pool, .string("rbd"))
      rbd.fill(.user, .string("admin"))
      rbd.fill(.keyring, .string("/etc/ceph/keyring"))
    }
    volume.mapObject(.azureDisk) { disk in
      disk.fill(.cachingMode, .string("ReadWrite"))
      disk.fill(.kind, .string("Shared"))
      disk.fill(.fsType, .string("ext4"))
      disk.fill(.readOnly, .bool(false))
    }
    volume.mapObject(.scaleIO) { volume in
      volume.fill(.storageMode, .string("ThinProvisioned"))
      volume.fill(.fsType, .string("xfs"))
    }
    volume.mapObject(.ephemeral) { source in
      source.mapObject(.volumeClaimTemplate) { claim in
        claim.mapObject(.spec) { $0.fill(.volumeMode, .string("Filesystem")) }
      }
    }
    volume.mapObject(.image) { image in
      let policy = ContainerDefaults.pullPolicy(image[.reference]?.string ?? "")
      image.fill(.pullPolicy, .string(policy))
    }
  }

  private static func downward(_ source: inout PodObject) {
    source.fill(.defaultMode, mode)
    source.mapItems(.items, fieldRef)
  }

  private static func fieldRef(_ item: inout PodObject) {
    item.mapObject(.fieldRef) { $0.fill(.apiVersion, .string("v1")) }
  }
}
