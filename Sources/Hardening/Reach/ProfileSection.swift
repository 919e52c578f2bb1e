import Model
import Values

/// A section of a profile that says something of the pod or of containers.
enum ProfileSection: String, Hashable {
  case pod, podMetadata, containers, primary, initContainers, copilot

  private var property: WritableKeyPath<Profile, OriginTree> {
    switch self {
    case .pod: \.pod
    case .podMetadata: \.podMetadata
    case .containers: \.containers
    case .primary: \.primary
    case .initContainers: \.initContainers
    case .copilot: \.copilot
    }
  }

  /// The values of a profile in this section.
  func tree(of profile: Profile) -> OriginTree { profile[keyPath: property] }

  /// The profile with something else in it.
  func replacing(in profile: Profile, by tree: OriginTree) -> Profile {
    var result = profile
    result[keyPath: property] = tree
    return result
  }
}

extension ContainerRole {
  /// The sections that are for the role, the lowest first.
  var sections: [ProfileSection] {
    switch self {
    case .helper: [.containers]
    case .primary: [.containers, .primary]
    case .initContainer: [.containers, .initContainers]
    case .copilotContainer: [.containers, .copilot]
    case .copilotInitContainer: [.containers, .initContainers, .copilot]
    }
  }

  /// True if co-pilot adds the container.
  var isCopilot: Bool { self == .copilotContainer || self == .copilotInitContainer }

  /// The values that the profile means the role to have, whether or not anything carries them
  /// there.
  func meant(by profile: Profile) -> OriginTree {
    switch self {
    case .helper, .initContainer: fields(of: profile)
    case .primary: Layering.lay(profile.primary, over: profile.containers)
    case .copilotContainer: Layering.lay(profile.copilot, over: profile.containers)
    case .copilotInitContainer:
      Layering.lay(profile.copilot, over: Self.initContainer.fields(of: profile))
    }
  }
}
