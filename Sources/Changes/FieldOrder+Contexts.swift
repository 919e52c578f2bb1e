import PodSecurity
import Values

// The orders of the fields of security contexts.

extension FieldOrder {
  /// `seccompProfile` and `appArmorProfile`: what is not set depends on the node.
  static let profile = ladder(
    "RuntimeDefault, Localhost (incomparable to each other) < not set < Unconfined"
  ) { value in
    guard let value else { return 1 }
    switch value["type"]?.string {
    case "RuntimeDefault"?, "Localhost"?: return 0
    case "Unconfined"?: return 2
    default: return nil
    }
  }

  /// The same as the value of an annotation.
  static let profileAnnotation = ladder(
    "runtime/default, localhost/… (incomparable to each other) < not set < unconfined"
  ) { value in
    guard let value else { return 1 }
    guard let text = value.string else { return nil }
    if text == "runtime/default" || text == "docker/default" || text.hasPrefix("localhost/") {
      return 0
    }
    return text == "unconfined" ? 2 : nil
  }

  /// `runAsUser`, `runAsGroup`: the image decides what is not set, and it may be root.
  static let identity = ladder(
    "any id but 0 (incomparable to each other) < not set < 0"
  ) { value in
    switch value {
    case nil: 1
    case .integer(let id)?: id == 0 ? 2 : 0
    default: nil
    }
  }

  /// `fsGroup`: the pod gets the group in addition, which is more only if it is root's.
  static let volumeGroup = FieldOrder("not set, any id but 0 (incomparable) < 0") { before, after in
    switch (before == .integer(0), after == .integer(0)) {
    case (false, true): .loosened
    case (true, false): .tightened
    default: .incomparable
    }
  }

  /// `supplementalGroups`: each group adds rights.
  static let groups = FieldOrder("a part of the list < the list") { before, after in
    rights(Set(before?.items ?? []), Set(after?.items ?? []))
  }

  static func rights<Right: Hashable>(_ before: Set<Right>, _ after: Set<Right>) -> Meaning {
    .rights(lost: !before.isSubset(of: after), gained: !after.isSubset(of: before))
  }

  /// `capabilities.add`: `ALL` is every one.
  static let added = FieldOrder("a part of the list < the list < ALL") { before, after in
    capabilities(before, after)
  }

  /// `capabilities.drop`: `ALL` is every one.
  static let dropped = FieldOrder("ALL < the list < a part of the list < not set") {
    before, after in capabilities(before, after).reversed
  }

  /// Compares two lists of capabilities; `ALL` contains all, and names are compared as in Pod
  /// Security.
  private static func capabilities(_ before: PlainValue?, _ after: PlainValue?) -> Meaning {
    let old = TextSet((before?.items ?? []).compactMap(\.string))
    let new = TextSet((after?.items ?? []).compactMap(\.string))
    let lost = !new.contains("ALL") && old.contains { !new.contains($0) }
    let gained = !old.contains("ALL") && new.contains { !old.contains($0) }
    return .rights(lost: lost, gained: gained)
  }

  /// `seLinuxOptions.type`: the types that Pod Security knows, and all others. Not set, the runtime
  /// chooses, which is `container_t` for an ordinary pod.
  static let seLinuxType = ladder(
    "container_t < not set, container_init_t, container_kvm_t, container_engine_t (incomparable to each other) < any other"
  ) { value in
    guard let value else { return 1 }
    switch value.string {
    case "container_t"?: return 0
    case ""?, "container_init_t"?, "container_kvm_t"?, "container_engine_t"?: return 1
    case _?: return 2
    case nil: return nil
    }
  }

  /// `seLinuxOptions.user` and `role`, which Pod Security refuses.
  static let refusedWhenSet = ladder("not set < set (incomparable to each other)") { value in
    value == nil || value?.string == "" ? 0 : 1
  }

  /// `sysctls`: those that are not known to be safe reach beyond the pod.
  static let sysctl = FieldOrder(
    "not set < one that Pod Security refuses; a safe one, or another value, is incomparable"
  ) { before, after in
    guard let name = (before ?? after)?["name"]?.string, !SysctlsCheck.safe.contains(name) else {
      return .incomparable
    }
    return before == nil ? .loosened : after == nil ? .tightened : .incomparable
  }
}
