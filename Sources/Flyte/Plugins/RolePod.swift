public import PodAPI
public import Values

/// The part that a pod has in a task.
public enum PodRole: Sendable, Hashable {
  /// It runs the task's own code, and there is no other.
  case task
  case head, submitter
  case driver, executor
  case scheduler, jobRunner
  case master, launcher, chief, parameterServer, evaluator
  /// A worker, by the name of its group where there are several.
  case worker(group: ByteText?)
  /// A replica of a job set, by the name of its job.
  case replica(of: ByteText)
  /// A pod of an app.
  case revision

  /// Its name in reports.
  public var name: String {
    switch self {
    case .task: "task"
    case .head: "head"
    case .submitter: "submitter"
    case .driver: "driver"
    case .executor: "executor"
    case .scheduler: "scheduler"
    case .jobRunner: "job-runner"
    case .master: "master"
    case .launcher: "launcher"
    case .chief: "chief"
    case .parameterServer: "ps"
    case .evaluator: "evaluator"
    case .worker(let group): group.map { "worker:\($0.text)" } ?? "worker"
    case .replica(let job): job.text
    case .revision: "revision"
    }
  }
}

/// A pod, or the template of one, and its part in a task.
public struct RolePod: Sendable, Hashable {
  /// Its part.
  public let role: PodRole
  /// Its metadata, an `ObjectMeta`.
  public var metadata: PodObject
  /// Its spec.
  public var spec: PodObject
  /// The parts that the plugin copies from the pod of the task; it makes the others itself.
  public let copied: Set<Copied>

  /// A part of a pod.
  public enum Copied: Sendable, Hashable, CaseIterable {
    /// The containers and init containers.
    case containers
    /// The metadata, and the spec besides them.
    case pod
  }

  /// Makes a pod.
  public init(
    _ role: PodRole, metadata: PodObject, spec: PodObject,
    copied: Set<Copied> = Set(Copied.allCases)
  ) {
    self.role = role
    self.metadata = metadata
    self.spec = spec
    self.copied = copied
  }

  /// A `PodTemplateSpec` of it.
  public var template: PlainValue {
    .mapping([.init("metadata", metadata.plain), .init("spec", spec.plain)])
  }
}
