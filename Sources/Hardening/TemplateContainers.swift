import Deployments
import Model
import PodAPI
import Values

/// The containers of a PodTemplate: `default` and `primary`, their init forms where the running binary
/// merges them, and the profile's own, which take what it says of all containers of their kind.
///
/// Flyte lays `primary` over `default` with mergo, which appends lists and never lets `false`, `0`
/// or `""` replace a value. So `primary` repeats every scalar (the API server's defaults for a field
/// left out would win otherwise), and of lists holds only the entries that `default` lacks: Kubernetes
/// refuses most that stand twice. A security context is repeated whole, for those who look at the
/// template by itself; its lists may repeat themselves.
struct TemplateContainers {
  let profile: Profile
  /// The image that the API server wants and nothing ever runs.
  var placeholder = PodTemplate.placeholder

  /// For `spec.containers`.
  var containers: OriginTree {
    let base = withCapabilities(ContainerRole.helper.fields(of: profile))
    var list = [entry("default", base)]
    if !Layering.lay(profile.primary, over: .empty).isEmpty {
      let whole = withCapabilities(ContainerRole.primary.fields(of: profile))
      list.append(entry("primary", Self.additions(of: whole, to: base)))
    }
    // Flyte drops them, but for what a container of the task of the same name takes over `default`.
    list += own.entries(of: .containers).map { Self.additions(of: $0.whole, to: base) }
    return OriginTree(.list(list), origin: .tool)
  }

  /// For `spec.initContainers`.
  /// - Parameter isMerged: whether the running binary merges an entry for all of them.
  func initContainers(isMerged: Bool) -> OriginTree {
    let base = withCapabilities(ContainerRole.initContainer.fields(of: profile))
    let own = own.entries(of: .initContainers).map(\.whole)
    return OriginTree(.list(own + (isMerged ? [entry("default-init", base)] : [])), origin: .tool)
  }

  private var own: OwnContainers { OwnContainers(of: profile) }

  private func entry(_ name: String, _ fields: OriginTree) -> OriginTree {
    let names = [("name", name), ("image", placeholder)].map { key, text in
      OriginTree.Entry(
        key: key, keyOrigin: .tool, value: OriginTree(.string(text), origin: .tool))
    }
    return OriginTree(.mapping(names + fields.entries), origin: fields.origin)
  }

  /// The same fields with a `capabilities` block, empty if need be.
  ///
  /// Up to v1.15.3 Flyte's store hands out its own objects: where `default` has none of its own,
  /// the merge borrows one from the store and appends to it. A Windows pod can have none.
  private func withCapabilities(_ fields: OriginTree) -> OriginTree {
    guard !profile.isWindows else { return fields }
    return Layering.lay(
      fields, over: .mapping(["securityContext": .mapping(["capabilities": .empty])]))
  }

  /// `whole` without the structs that `base` has alike, and without the entries of its lists.
  private static func additions(of whole: OriginTree, to base: OriginTree) -> OriginTree {
    let base = EntryLookup(base)
    let entries = whole.entries.compactMap { entry -> OriginTree.Entry? in
      guard let below = base[entry.key], entry.key != "securityContext" else { return entry }
      var entry = entry
      switch entry.value.content {
      case .mapping where entry.value.holdsSameValues(as: below): return nil
      case .mapping where WholeStructs.contain(entry.key): return entry
      case .mapping: entry.value = additions(of: entry.value, to: below)
      case .list(let items):
        let known = below.itemValues
        entry.value.content = .list(items.filter { !known.contains(SameValues($0)) })
      default: return entry
      }
      return entry.value.isEmpty ? nil : entry
    }
    return OriginTree(.mapping(entries), origin: whole.origin)
  }
}
