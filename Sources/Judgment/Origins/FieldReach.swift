public import Deployments
public import Flyte
public import PodAPI
import Values

/// The value of a container's field in each kind of container that tasks have.
public struct FieldReach: Sendable {
  /// A kind of container.
  public enum Role: Sendable, Hashable, CaseIterable {
    /// The container that is the task.
    case primary
    /// Another container of a pod task.
    case helper
    /// An init container of a pod task.
    case initContainer
    /// Co-pilot's container that brings inputs.
    case downloader
    /// Co-pilot's container that takes outputs.
    case uploader
  }

  /// A kind of container, its name in the tried pod, and the value that it has there.
  public let places: [(role: Role, container: String, value: PodValue?)]
}

extension Judgment {
  /// The value of a container's field in the pods of two standard tasks, which have every kind of
  /// container.
  /// - Parameter steps: of the field, below the container.
  public func reach(
    of steps: [PodField.Step], template: PodTemplate, store: TemplateStore, set: Int?
  ) -> FieldReach {
    var places: [(role: FieldReach.Role, container: String, value: PodValue?)] = []
    for task in [StandardTask.podHelpers, .copilot].map(JudgedTask.standard) {
      let stages = stages(of: task, template: template, store: store.restarted(), set: set)
      guard let stages else { continue }
      for list in [FieldName.containers, .initContainers] {
        for container in (stages.kept.spec[list]?.items ?? []).compactMap(\.object) {
          let name = container[.name]?.string ?? ""
          let isOwn =
            stages.asked.part(
              list == .containers ? .container(ByteText(name)) : .initContainer(ByteText(name)))
            != nil
          let role: FieldReach.Role
          switch (isOwn, task.usesCopilot) {
          case (true, false):
            role =
              list == .initContainers
              ? .initContainer : name == stages.primaryContainer ? .primary : .helper
          case (false, true):
            guard name.hasPrefix(model.settings.copilot.name) else { continue }
            role = name.hasSuffix("downloader") ? .downloader : .uploader
          default: continue
          }
          places.append((role, name, PodField(.spec, steps).value(in: container)))
        }
      }
    }
    return FieldReach(places: places)
  }
}
