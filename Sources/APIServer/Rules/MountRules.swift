import Diagnostics
import PodAPI

// What of its pod's volumes a container sees, as folders and as devices.

extension ValidationPass {
  mutating func mounts(_ container: PodObject, _ context: ContainerContext) {
    guard !container.items(.volumeMounts).isEmpty else { return }
    var (deviceNames, devicePaths) = (NameSet(), NameSet())
    for device in container.items(.volumeDevices).compactMap(\.object) {
      _ = deviceNames.insert(device.text(.name))
      _ = devicePaths.insert(device.text(.devicePath))
    }
    let isPrivileged = container.part(.securityContext)?.flag(.privileged) ?? false
    var paths = NameSet()
    each(.volumeMounts, of: container) { pass, mount, _ in
      let name = mount.text(.name)
      pass.required(.name, of: mount)
      let volume = context.volumes[name]
      if volume == nil { pass.refuse(.notFound, at: .name, Self.noVolume(name)) }
      pass.required(.mountPath, of: mount)
      let path = mount.text(.mountPath)
      if !paths.insert(path) {
        pass.refuse(
          .invalid, at: .mountPath, "\(quoted: path) is used twice; mount each volume elsewhere")
      }
      if deviceNames.contains(name) {
        pass.refuse(
          .invalid, at: .name, "\(quoted: name) is in volumeDevices too; remove it from one")
      }
      if devicePaths.contains(path) {
        pass.refuse(
          .invalid, at: .mountPath, "\(quoted: path) is in volumeDevices too; remove it from one")
      }
      pass.partsOfImage(mount, volume)
      if !mount.text(.subPathExpr).isEmpty, !mount.text(.subPath).isEmpty {
        pass.refuse(.invalid, at: .subPathExpr, "cannot be combined with subPath; keep one of them")
      }
    }
    // The server says these without the number of the mount.
    each(.volumeMounts, of: container, isNumbered: false) { pass, mount, _ in
      pass.checkBelow(mount.text(.subPath), at: .field(.subPath))
      pass.checkBelow(mount.text(.subPathExpr), at: .field(.subPathExpr))
      pass.propagation(mount, isPrivileged: isPrivileged)
    }
  }

  private static func noVolume(_ name: String) -> String {
    "there is no volume \(quoted: name); add it to 'volumes', or name another"
  }

  /// Once parts of an image could not be mounted.
  private mutating func partsOfImage(_ mount: PodObject, _ volume: PodObject?) {
    guard release.holds(.imagesAsWhole), volume?[.image] != nil else { return }
    for field in [FieldName.subPath, .subPathExpr] where !mount.text(field).isEmpty {
      refuse(.invalid, at: field, "cannot be set for a volume that is an image; remove it")
    }
  }

  private mutating func propagation(_ mount: PodObject, isPrivileged: Bool) {
    let propagation = mount[.mountPropagation]?.string
    if let propagation {
      check(propagation, among: FieldChoices.propagations, at: .mountPropagation)
      if propagation == "Bidirectional", !isPrivileged {
        refuse(
          .forbidden, at: .mountPropagation,
          "'Bidirectional' needs 'privileged: true'; write another propagation")
      }
    }
    guard let recursive = mount[.recursiveReadOnly]?.string else { return }
    switch recursive {
    case "Disabled": break
    case "Enabled", "IfPossible":
      if !mount.flag(.readOnly) {
        refuse(.forbidden, at: .recursiveReadOnly, "needs 'readOnly: true'; write that as well")
      }
      if propagation ?? "None" != "None" {
        refuse(
          .forbidden, at: .recursiveReadOnly,
          "needs 'mountPropagation: None'; write that, or remove it")
      }
    default: check(recursive, among: FieldChoices.recursion, at: .recursiveReadOnly)
    }
  }

  mutating func devices(_ container: PodObject, _ context: ContainerContext) {
    let devices = container.items(.volumeDevices)
    guard !devices.isEmpty else { return }
    let mounts = container.items(.volumeMounts).compactMap(\.object)
    let mountNames = NameSet(mounts.map { $0.text(.name) })
    let mountPaths = NameSet(mounts.map { $0.text(.mountPath) })
    var names = NameSet()
    var paths = NameSet()
    each(.volumeDevices, of: container) { pass, device, _ in
      let (name, path) = (device.text(.name), device.text(.devicePath))
      pass.required(.name, of: device)
      if names.contains(name) {
        pass.refuse(.invalid, at: .name, "\(quoted: name) is used twice; keep it once")
      }
      pass.deviceVolume(name, context)
      pass.required(.devicePath, of: device)
      if paths.contains(path) {
        pass.refuse(
          .invalid, at: .devicePath, "\(quoted: path) is used twice; give each device its own")
      }
      if Self.stepsUp(path) {
        pass.refuse(.invalid, at: .devicePath, "\(quoted: path) cannot have '..' in it")
      } else {
        _ = paths.insert(path)
      }
      if mountNames.contains(name) {
        pass.refuse(
          .invalid, at: .name, "\(quoted: name) is in volumeMounts too; remove it from one")
      }
      if mountPaths.contains(path) {
        pass.refuse(
          .invalid, at: .devicePath, "\(quoted: path) is in volumeMounts too; remove it from one")
      }
      if !name.isEmpty { _ = names.insert(name) }
    }
    // A device has users of the node.
    if release.holds(.devicesNeedHostUsers), !context.usesHostUsers {
      refuse(.forbidden, at: .volumeDevices, Self.besideOwnUsers)
    }
  }

  private mutating func deviceVolume(_ name: String, _ context: ContainerContext) {
    guard let volume = context.volumes[name] else {
      refuse(.notFound, at: .name, Self.noVolume(name))
      return
    }
    if volume[.persistentVolumeClaim] == nil, volume[.ephemeral] == nil {
      refuse(
        .invalid, at: .name,
        "\(quoted: name) must be a persistentVolumeClaim or ephemeral; mount it instead")
    }
  }
}
