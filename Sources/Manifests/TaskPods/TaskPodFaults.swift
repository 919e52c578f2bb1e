public import Diagnostics

extension DiagnosticID {
  /// A file that is no pod of a task.
  public static let notATaskPod = DiagnosticID(
    "task-pod/not-a-pod",
    meaning: "A file that should describe the pod of a task describes something else.",
    fix: "Pass flytekit's PodTemplate as YAML, a Pod, or a PodTemplate.")
  /// A pod without containers.
  public static let noTaskContainer = DiagnosticID(
    "task-pod/no-container", meaning: "The pod of a task has no container.",
    fix: "Add the container that is the task.")
  /// A pod in which the container that is the task is missing, or not known.
  public static let noPrimaryContainer = DiagnosticID(
    "task-pod/no-primary-container",
    meaning:
      "The pod of a task lacks the container that is the task, or has several and names none. Flyte creates no pod for such a task.",
    fix: "Name one of the pod's containers with `--primary-container` or `primaryContainer`.")
  /// A pod of flytekit's that lacks its primary container.
  public static let primaryContainerAdded = DiagnosticID(
    "task-pod/primary-container-added",
    meaning:
      "No container of flytekit's PodTemplate has the name of the primary container, so flytekit adds one. The container that was meant is then a helper.",
    fix: "Set `primary_container_name` to the name of the container, or rename the container.")
  /// Two tasks of one name.
  public static let repeatedTask = DiagnosticID(
    "task-pod/repeated", meaning: "The same task is listed twice for a cluster.",
    fix: "Remove one of them.")
}

/// The faults of tasks' own pods.
public enum TaskPodFaults {
  /// All of them.
  public static let all: [DiagnosticID] = [
    .notATaskPod, .noTaskContainer, .noPrimaryContainer, .primaryContainerAdded, .repeatedTask,
  ]
}
