import Model
import PodAPI
import Values

/// Flyte's own default security settings: what all profiles of a cluster share.
///
/// A setting holds for every namespace and wins over every template, field by field, so it may only
/// repeat what each of them says anyway (facts of mergo: `false` cannot undo `true`, lists are
/// appended).
struct SharedSettings {
  let profiles: [Profile]

  /// For `default-security-context`, which Flyte gives to the task's own container.
  var container: OriginTree? {
    shared(profiles.map { ContainerRole.primary.fields(of: $0)["securityContext"] })
  }

  /// For `default-pod-security-context`.
  var pod: OriginTree? {
    shared(profiles.map { TemplatePod(profile: $0).spec["securityContext"] })
  }

  /// For `co-pilot.security-context`, which a patch adds; both co-pilot containers get it.
  var copilot: OriginTree? {
    let roles: [ContainerRole] = [.copilotContainer, .copilotInitContainer]
    return shared(
      profiles.flatMap { profile in roles.map { $0.fields(of: profile)["securityContext"] } })
  }

  /// For the init container of a secret manager, which a patch lets take one.
  ///
  /// The images of those containers are not Flyte's and write to their own root (`gcloud` its
  /// configuration), so a read-only one is not asked of them; Pod Security does not ask for it.
  var secretManager: OriginTree? {
    shared(
      profiles.map {
        ContainerRole.initContainer.fields(of: $0)["securityContext"]?
          .setting("readOnlyRootFilesystem", to: nil)
      })
  }

  private func shared(_ trees: [OriginTree?]) -> OriginTree? {
    guard let first = trees.first, var result = first else { return nil }
    for tree in trees.dropFirst() {
      guard let tree else { return nil }
      result = Self.intersection(result, tree, field: "")
    }
    result = Self.intersection(result, result, field: "")
    return result.isEmpty ? nil : result
  }

  private static func intersection(
    _ left: OriginTree, _ right: OriginTree, field: String
  ) -> OriginTree {
    let right = EntryLookup(right)
    let entries = left.entries.compactMap { entry -> OriginTree.Entry? in
      guard let other = right[entry.key] else { return nil }
      switch (entry.value.content, other.content) {
      case (.mapping, .mapping) where !WholeStructs.contain(entry.key):
        var entry = entry
        entry.value = intersection(entry.value, other, field: entry.key)
        return entry.value.isEmpty ? nil : entry
      case (.list(let items), .list):
        // Flyte appends lists; dropping a capability twice is the one that does no harm.
        guard field == "capabilities", entry.key == "drop" else { return nil }
        var entry = entry
        let shared = other.itemValues
        entry.value.content = .list(items.filter { shared.contains(SameValues($0)) })
        return entry.value.isEmpty ? nil : entry
      default:
        return entry.value.holdsSameValues(as: other) ? entry : nil
      }
    }
    return OriginTree(.mapping(entries), origin: left.origin)
  }
}
