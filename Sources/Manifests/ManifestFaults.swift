public import Diagnostics

extension DiagnosticID {
  /// A manifest of another kind.
  public static let notATemplate = DiagnosticID(
    "manifest/not-a-template", meaning: "A manifest is no PodTemplate, and no List of them.",
    fix: "Name files that hold PodTemplates alone, as `kubectl get podtemplates -A -o yaml` writes."
  )
  /// A PodTemplate that the API server would not keep.
  public static let refusedTemplate = DiagnosticID(
    "manifest/refused", meaning: "The API server of this Kubernetes version refuses a PodTemplate.",
    fix: "Change the field that is named, or say another version with `--kubernetes`.")
  /// A PodTemplate that stands twice.
  public static let repeatedTemplate = DiagnosticID(
    "manifest/repeated", meaning: "A PodTemplate stands twice, by its name and namespace.",
    fix: "Take one of them out.")
  /// Files without a PodTemplate.
  public static let noPodTemplate = DiagnosticID(
    "manifest/none", meaning: "None of the files holds a PodTemplate for tasks.",
    fix: "Name other files, or leave `--pod-template` out to judge tasks that no template reaches.")
  /// The PodTemplate of flytepropeller's manager.
  public static let propellerTemplate = DiagnosticID(
    "manifest/not-for-tasks",
    meaning: "`flytepropeller-template` is for the pods of Flyte's own propeller, not for tasks.",
    fix: "Leave it where it is: it is passed over.")
}

/// The faults of this module.
public enum ManifestFaults {
  /// All of them.
  public static let all: [DiagnosticID] = [
    .notATemplate, .refusedTemplate, .repeatedTemplate, .noPodTemplate, .propellerTemplate,
  ]
}
