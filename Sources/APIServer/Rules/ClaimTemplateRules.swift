import Diagnostics
import PodAPI

// Volume claims that are made for a pod.

extension ValidationPass {
  mutating func claimTemplate(_ source: PodObject) {
    guard source[.volumeClaimTemplate] != nil else {
      refuse(.required, at: .volumeClaimTemplate, "is missing; write the claim's 'spec' in it")
      return
    }
    within(.volumeClaimTemplate, of: source) { pass, template in
      pass.within(.metadata, of: template) { pass, metadata in
        pass.annotations(of: metadata)
        pass.labels(.labels, of: metadata)
        for field in metadata.fields where field.name != .labels && field.name != .annotations {
          pass.refuse(
            .forbidden, at: field.name, "cannot be set here; set only labels and annotations")
        }
      }
      pass.within(.spec) { $0.claimSpec(template.part(.spec) ?? PodObject()) }
    }
  }

  private static let accessModes = ["ReadWriteOnce", "ReadOnlyMany", "ReadWriteMany"]
  private static let alone = "ReadWriteOncePod"

  private mutating func claimSpec(_ spec: PodObject) {
    claimModes(spec)
    selector(.selector, of: spec)
    storage(spec)
    apply(Self.claimRules, to: spec)
    dataSources(spec)
    // Its name is looked at where the gate is on.
    let name = spec.text(.volumeAttributesClassName)
    if release.has(.volumeAttributes), !name.isEmpty {
      check(name, .subdomain, at: .volumeAttributesClassName)
    }
  }

  private static let claimRules: [FieldRule] = [
    .form(.storageClassName, .subdomain), .word(.volumeMode, ["Filesystem", "Block"]),
  ]

  private mutating func claimModes(_ spec: PodObject) {
    let modes = spec.items(.accessModes).map { $0.string ?? "" }
    if modes.isEmpty {
      refuse(
        .required, at: .accessModes,
        "is missing; write, for example, 'accessModes: [ReadWriteOnce]'")
    }
    let known = Self.accessModes + (release.has(.readWriteOncePod) ? [Self.alone] : [])
    for mode in modes { check(mode, among: known, at: .accessModes) }
    if modes.contains(Self.alone), known.contains(Self.alone),
      modes.contains(where: { Self.accessModes.contains($0) })
    {
      refuse(.forbidden, at: .accessModes, "has ReadWriteOncePod and others; use it alone")
    }
  }

  private mutating func storage(_ spec: PodObject) {
    let amount = spec.part(.resources)?[.requests]?.map?["storage"]?.string
    within(.resources) { pass in
      let place = FieldPath.Step.key("storage")
      let own: [Step] = [.field(.requests), place]
      guard let amount else {
        pass.refuse(
          .required, at: place, truly: own,
          "is missing; write, for example, 'requests: { storage: 5Gi }'")
        return
      }
      let size = ServerQuantity(amount) ?? .zero
      if size.compare(.zero) <= 0 {
        pass.refuse(
          .invalid, at: place, truly: own, "\(amount) must be more than 0; write, for example, 5Gi")
      }
    }
  }

  private mutating func dataSources(_ spec: PodObject) {
    for field in [FieldName.dataSource, .dataSourceRef] {
      within(field, of: spec) { $0.dataSource($1) }
    }
    guard let source = spec.part(.dataSource), let reference = spec.part(.dataSourceRef) else {
      return
    }
    if !reference.text(.namespace).isEmpty {
      refuse(
        .invalid,
        "has a dataSource together with a dataSourceRef of another namespace; remove the dataSource"
      )
    } else if [FieldName.apiGroup, .kind, .name].contains(where: { source[$0] != reference[$0] }) {
      refuse(.invalid, "has a dataSource that differs from its dataSourceRef; keep one of them")
    }
  }

  private mutating func dataSource(_ source: PodObject) {
    required(.name, of: source)
    required(.kind, of: source)
    let group = source.text(.apiGroup)
    if group.isEmpty {
      if source.text(.kind) != "PersistentVolumeClaim" {
        refuse(
          .invalid, "needs an apiGroup, or 'kind: PersistentVolumeClaim'; set one of them")
      }
    } else if release.holds(.dataSourceGroups) {
      check(group, .subdomain, at: .apiGroup)
    }
    if !source.text(.namespace).isEmpty { check(source.text(.namespace), .label, at: .namespace) }
  }
}
