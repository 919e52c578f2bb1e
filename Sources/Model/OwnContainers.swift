public import Values

/// The containers and init containers of a profile's own: those that its pods are to have beside the
/// task's. They stand in `pod`, and Flyte's merge keeps or drops them.
public struct OwnContainers: Sendable {
  /// The two lists of a pod.
  public enum List: String, Sendable, Hashable, CaseIterable {
    case initContainers, containers
  }

  /// One of them.
  public struct Entry: Sendable {
    /// The list it stands in.
    public let list: List
    /// Its name; empty where it has none.
    public let name: String
    /// The values of the profile for it alone.
    public let own: OriginTree
    /// The same over what the profile says of every container of its kind.
    public let whole: OriginTree
  }

  /// Init containers first, each list in the order of the profile.
  public let entries: [Entry]

  /// Those of a profile.
  public init(of profile: Profile) {
    entries = List.allCases.flatMap { list -> [Entry] in
      let items = profile.pod[list.rawValue]?.items ?? []
      guard !items.isEmpty else { return [] }
      let base = list == .containers ? profile.containers : profile.initFields
      return items.map { item in
        Entry(
          list: list, name: item["name"]?.string ?? "", own: item,
          whole: Layering.lay(item, over: base))
      }
    }
  }

  /// Those of one list.
  public func entries(of list: List) -> [Entry] { entries.filter { $0.list == list } }
}

extension Profile {
  /// The values of the profile for init containers: `initContainers` over what `containers` says
  /// that an init container can have. A probe, a hook or a resize policy is refused in an init
  /// container that ends, and `restartPolicy` is what would keep it from ending.
  public var initFields: OriginTree {
    let unfit = [
      "lifecycle", "livenessProbe", "readinessProbe", "resizePolicy", "restartPolicy",
      "restartPolicyRules", "startupProbe",
    ]
    return Layering.lay(initContainers, over: unfit.reduce(containers) { $0.setting($1, to: nil) })
  }
}
