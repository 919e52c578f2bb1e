import Diagnostics
import PodAPI

// Names, labels, annotations, owners and finalizers (apimachinery's ValidateObjectMeta).

extension ValidationPass {
  /// The name and the namespace of an object.
  mutating func names(of metadata: PodObject) {
    let prefix = metadata.text(.generateName)
    if !prefix.isEmpty { check(Self.withTail(prefix), .subdomain, at: .generateName) }
    if metadata.text(.name).isEmpty {
      refuse(.required, at: .name, "is missing; write, for example, 'name: my-template'")
    } else {
      check(metadata.text(.name), .subdomain, at: .name)
    }
    if metadata.text(.namespace).isEmpty {
      refuse(.required, at: .namespace, "is missing; write, for example, 'namespace: my-namespace'")
    } else {
      check(metadata.text(.namespace), .label, at: .namespace)
    }
  }

  /// Checks an object's metadata beside its name.
  mutating func furtherMetadata(_ metadata: PodObject) {
    if metadata.number(.generation) < 0 {
      refuse(.invalid, at: .generation, "cannot be negative; remove it")
    }
    labels(.labels, of: metadata)
    annotations(of: metadata)
    owners(of: metadata)
    finalizers(of: metadata)
  }

  /// A prefix as it is checked: a hyphen at its end will have more behind it.
  static func withTail(_ prefix: String) -> String {
    prefix.utf8.count > 1 && prefix.utf8.last == 0x2D ? String(prefix.dropLast(2)) + "a" : prefix
  }

  /// A map whose keys and values are labels.
  mutating func labels(_ field: FieldName, of owner: PodObject) {
    for entry in owner.entries(field) {
      check(entry.key, .qualified, at: field, truly: [.field(field), .key(entry.key)])
      check(
        entry.value.string ?? "", .labelValue, at: field, truly: [.field(field), .key(entry.key)])
    }
  }

  /// Keys are names whatever their case; all together have a limit.
  mutating func annotations(of owner: PodObject) {
    var size = 0
    for entry in owner.entries(.annotations) {
      size += entry.key.utf8.count + (entry.value.string?.utf8.count ?? 0)
      check(
        entry.key.lowercased(), .qualified, at: .annotations,
        truly: [.field(.annotations), .key(entry.key)])
    }
    if size > 262_144 {
      refuse(.tooLong, at: .annotations, "have \(size) bytes in total; 262144 is the limit")
    }
  }

  private mutating func owners(of metadata: PodObject) {
    let owners = metadata.items(.ownerReferences)
    guard !owners.isEmpty else { return }
    var hasController = false
    within(.ownerReferences) { pass in
      for owner in owners.compactMap(\.object) {
        pass.owner(owner)
        guard owner.flag(.controller) else { continue }
        if hasController {
          pass.refuse(.invalid, "have two controllers; write 'controller: true' for one")
        }
        hasController = true
      }
    }
  }

  private mutating func owner(_ owner: PodObject) {
    let version = owner.text(.apiVersion)
    let parts = version.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    if parts.count > 2 || parts.last?.isEmpty != false {
      refuse(.invalid, at: .apiVersion, "\(quoted: version) is not a version; write v1, or apps/v1")
    }
    for field in [FieldName.kind, .name, .uid] where owner.text(field).isEmpty {
      refuse(.invalid, at: field, "cannot be empty; write the owner's")
    }
    if version == "v1", owner.text(.kind) == "Event" {
      refuse(.invalid, "cannot be an Event; name another owner")
    }
  }

  private static let ownFinalizers = ["kubernetes", "orphan", "foregroundDeletion"]

  private mutating func finalizers(of metadata: PodObject) {
    let names = metadata.items(.finalizers).map { $0.string ?? "" }
    guard !names.isEmpty else { return }
    for name in names { check(name, .qualified, at: .finalizers) }
    if names.contains("orphan"), names.contains("foregroundDeletion") {
      refuse(.invalid, at: .finalizers, "has 'orphan' and 'foregroundDeletion'; keep one")
    }
    eachText(.finalizers, of: metadata) { pass, name, _ in
      if !name.utf8.contains(UInt8(ascii: "/")), !Self.ownFinalizers.contains(name) {
        pass.refuse(.invalid, "\(quoted: name) needs a domain, such as example.com/\(name)")
      }
    }
  }

  /// A selector of labels.
  mutating func selector(_ field: FieldName, of owner: PodObject) {
    within(field, of: owner) { pass, selector in
      pass.labels(.matchLabels, of: selector)
      pass.each(.matchExpressions, of: selector) { pass, requirement, _ in
        pass.selectorRequirement(requirement)
      }
    }
  }

  private mutating func selectorRequirement(_ requirement: PodObject) {
    let values = requirement.items(.values)
    switch requirement.text(.operator) {
    case "In", "NotIn":
      if values.isEmpty {
        refuse(.required, at: .values, "is missing; In and NotIn need at least one value")
      }
    case "Exists", "DoesNotExist":
      if !values.isEmpty {
        refuse(.forbidden, at: .values, "cannot be set with Exists and DoesNotExist; remove it")
      }
    case let word:
      refuse(
        .invalid, at: .operator, Self.notTaken(word, ["In", "NotIn", "Exists", "DoesNotExist"]))
    }
    check(requirement.text(.key), .qualified, at: .key)
    guard release.holds(.selectorValues) else { return }
    eachText(.values, of: requirement) { pass, value, _ in pass.check(value, .labelValue) }
  }
}
