import Diagnostics
import PodAPI

// Environment variables and where they come from.

extension ValidationPass {
  mutating func environment(_ container: PodObject, _ context: ContainerContext) {
    let form: NameForm = release.has(.relaxedEnvironment) ? .anyVariable : .variable
    each(.env, of: container) { pass, variable, _ in
      if pass.required(.name, of: variable) {
        pass.check(variable.text(.name), form, at: .name)
      }
      pass.within(.valueFrom, of: variable) { pass, source in
        pass.valueSource(source, hasValue: !variable.text(.value).isEmpty, context)
      }
    }
    each(.envFrom, of: container) { pass, source, _ in
      if !source.text(.prefix).isEmpty { pass.check(source.text(.prefix), form, at: .prefix) }
      for field in [FieldName.configMapRef, .secretRef] {
        pass.within(field, of: source) { pass, reference in
          guard pass.required(.name, of: reference) else { return }
          // The server takes it for a prefix here.
          let name = Self.withTail(reference.text(.name))
          pass.check(name, .subdomain, at: .name)
        }
      }
    }
    // The server says this without the number of the source.
    each(.envFrom, of: container, isNumbered: false) { pass, source, _ in
      let count = [FieldName.configMapRef, .secretRef].count { source[$0] != nil }
      if count == 0 {
        pass.refuse(.invalid, "needs a configMapRef or a secretRef")
      } else if count > 1 {
        pass.refuse(.invalid, "has a configMapRef and a secretRef; write two entries")
      }
    }
  }

  private mutating func valueSource(
    _ source: PodObject, hasValue: Bool, _ context: ContainerContext
  ) {
    within(.fieldRef, of: source) { $0.fieldReference($1, inVolume: false) }
    within(.resourceFieldRef, of: source) { $0.resourceReference($1, inVolume: false) }
    for field in [FieldName.configMapKeyRef, .secretKeyRef] {
      within(field, of: source) { pass, reference in
        pass.check(reference.text(.name), .subdomain, at: .name)
        if pass.required(.key, of: reference) {
          pass.check(reference.text(.key), .dataKey, at: .key)
        }
      }
    }
    within(.fileKeyRef, of: source) { $0.fileReference($1, context) }
    let count = source.fields.count
    if count == 0 {
      refuse(.invalid, "needs a source, such as secretKeyRef or fieldRef")
    } else if hasValue {
      refuse(.invalid, "cannot be combined with a value; keep one of them")
    } else if count > 1 {
      refuse(.invalid, "has more than one source; write one")
    }
  }

  /// A line of a file in a volume (1.34).
  private mutating func fileReference(_ reference: PodObject, _ context: ContainerContext) {
    if required(.key, of: reference) { check(reference.text(.key), .anyVariable, at: .key) }
    if required(.path, of: reference) { checkNoStepUp(reference.text(.path), at: .field(.path)) }
    let name = reference.text(.volumeName)
    if required(.volumeName, of: reference) { check(name, .label, at: .volumeName) }
    // A volume that is refused by itself counts, and the last one of a name.
    let volume = context.everyVolume.last { $0.object?.text(.name) == name }?.object
    guard let volume else {
      refuse(.notFound, at: .volumeName, "there is no volume \(quoted: name); add it to 'volumes'")
      return
    }
    if volume[.emptyDir] == nil {
      refuse(.invalid, at: .volumeName, "\(quoted: name) must be an emptyDir; name another volume")
    }
  }

  private static let fields = [
    "metadata.name", "metadata.namespace", "metadata.uid", "spec.nodeName",
    "spec.serviceAccountName", "status.hostIP", "status.podIP", "status.podIPs",
  ]
  private static let fieldsInVolumes = [
    "metadata.name", "metadata.namespace", "metadata.labels", "metadata.annotations",
    "metadata.uid",
  ]

  /// Fields that pods have, and that nothing is told of.
  private static let otherFields = ["spec.restartPolicy", "spec.schedulerName", "status.phase"]

  /// A field of the pod itself.
  mutating func fieldReference(_ reference: PodObject, inVolume: Bool) {
    guard required(.apiVersion, of: reference), required(.fieldPath, of: reference) else { return }
    let path = reference.text(.fieldPath)
    if reference.text(.apiVersion) != "v1" {
      refuse(.invalid, at: .fieldPath, "belongs to another version of pods; remove apiVersion")
      return
    }
    let addresses = "status.hostIPs"
    let hostIPs = release.has(.podHostIPs) || release.holds(.hostAddressesKnown) ? [addresses] : []
    if path == addresses, !hostIPs.isEmpty, !release.has(.podHostIPs) {
      refuse(
        .forbidden, truly: [.field(.fieldPath)],
        "\(quoted: path) needs the feature gate PodHostIPs; write status.hostIP, or switch it on")
    }
    if let (base, key) = FieldSubscript.split(path) {
      guard base == "metadata.labels" || base == "metadata.annotations" else {
        refuse(
          .invalid, at: .fieldPath,
          "\(quoted: path) has no keys; write metadata.labels['…'] or metadata.annotations['…']")
        return
      }
      check(base == "metadata.labels" ? key : key.lowercased(), .qualified)
      return
    }
    let taken = inVolume ? Self.fieldsInVolumes : Self.fields + hostIPs
    // What a node was called in older clients.
    let name = path == "spec.host" ? "spec.nodeName" : path
    if taken.contains(name) { return }
    let isField = (Self.fields + Self.fieldsInVolumes + Self.otherFields + hostIPs).contains(name)
    refuse(isField ? .unsupported : .invalid, at: .fieldPath, Self.notTaken(path, taken))
  }

  private static let amounts = ["limits", "requests"].flatMap { list in
    ["cpu", "memory", "ephemeral-storage"].map { "\(list).\($0)" }
  }
  private static let pages = ["limits.hugepages-", "requests.hugepages-"]

  /// A limit or a request of a container.
  mutating func resourceReference(_ reference: PodObject, inVolume: Bool) {
    let name = reference.text(.resource)
    let isOfPages = Self.pages.contains { name.hasPrefix($0) }
    if inVolume, reference.text(.containerName).isEmpty {
      refuse(.required, at: .containerName, "is missing; name the container that has the resource")
    } else if name.isEmpty {
      refuse(.required, at: .resource, Self.missing(Self.amounts))
    } else if !isOfPages {
      check(name, among: Self.amounts, at: .resource)
    }
    let divisor = reference.text(.divisor)
    guard !divisor.isEmpty, let amount = ServerQuantity(divisor), amount.compare(.zero) != 0 else {
      return
    }
    let units: [String]
    if name.hasSuffix(".cpu"), Self.amounts.contains(name) {
      units = ["1m", "1"]
    } else if isOfPages || Self.amounts.contains(name) {
      units = ["1", "1k", "1M", "1G", "1T", "1P", "1E", "1Ki", "1Mi", "1Gi", "1Ti", "1Pi", "1Ei"]
    } else {
      return
    }
    if !units.contains(amount.text) {
      refuse(.invalid, at: .divisor, Self.notTaken(divisor, units))
    }
  }
}

/// Paths of fields with a key, `metadata.labels['a']`.
enum FieldSubscript {
  /// The path before the key, and the key; nil for a path without one.
  static func split(_ path: String) -> (base: String, key: String)? {
    let bytes = Array(path.utf8)
    let (open, close) = (Array("['".utf8), Array("']".utf8))
    guard bytes.count >= 4, bytes.suffix(2).elementsEqual(close),
      let start = bytes.indices.first(where: { bytes[$0...].starts(with: open) }), start > 0,
      start + 2 <= bytes.count - 2
    else { return nil }
    func text(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }
    return (text(bytes[..<start]), text(bytes[(start + 2)..<(bytes.count - 2)]))
  }
}
