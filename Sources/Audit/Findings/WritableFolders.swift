import PodAPI
import Values

extension FoundPod.Container {
  /// True if nothing can be written outside of its mounts.
  var hasReadOnlyRoot: Bool {
    object.value(at: ["securityContext", "readOnlyRootFilesystem"]) == .bool(true)
  }

  /// True if a folder is in a volume that can be written; its root does not count.
  func canWrite(to folder: String) -> Bool {
    let volumes = (pod[.volumes]?.items ?? []).compactMap(\.object)
    return (object[.volumeMounts]?.items ?? []).compactMap(\.object).contains { mount in
      var path = mount[.mountPath]?.string ?? ""
      while path.utf8.count > 1, path.hasSuffix("/") { path = String(path.dropLast()) }
      guard !path.isEmpty, mount[.readOnly] != .bool(true),
        folder == path || folder.hasPrefix(path == "/" ? path : path + "/")
      else { return false }
      let volume = volumes.first { $0[.name] == mount[.name] }
      return volume.map { !Self.isReadOnly($0) } ?? true
    }
  }

  /// True if no container can write to the volume.
  private static func isReadOnly(_ volume: PodObject) -> Bool {
    ["configMap", "secret", "downwardAPI", "projected", "image"].contains {
      volume.value(at: [$0]) != nil
    }
  }
}
