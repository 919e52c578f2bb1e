import Model
import Values

/// The parts that a task's containers play, and what a profile says of each.
enum ContainerRole {
  /// A container of the task that is neither its own nor an init container.
  case helper
  /// The task's own container.
  case primary
  /// An init container.
  case initContainer
  /// Co-pilot's container among the task's containers: the uploader, before v1.16.0.
  case copilotContainer
  /// Co-pilot's containers among the init containers.
  case copilotInitContainer

  /// The profile's layers for the role, laid one over the other as far as Flyte's merge carries them.
  func fields(of profile: Profile) -> OriginTree {
    switch self {
    case .helper: profile.containers
    case .primary: Self.lay(profile.primary, over: profile.containers)
    case .initContainer: profile.initFields
    case .copilotContainer: Self.lay(profile.copilot, over: profile.containers)
    case .copilotInitContainer:
      Self.lay(profile.copilot, over: Self.initContainer.fields(of: profile))
    }
  }

  private static func lay(_ upper: OriginTree, over lower: OriginTree) -> OriginTree {
    Layering.lay(CarriedLayer(upper, over: lower).fields, over: lower)
  }
}
