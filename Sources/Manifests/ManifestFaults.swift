public import Diagnostics

extension DiagnosticID {
  /// A manifest of another kind.
  public static let notATemplate = DiagnosticID(
    "manifest/not-a-template", meaning: "A manifest is neither a PodTemplate nor a List of them.",
    fix:
      "Pass files that have only PodTemplates, as `kubectl get podtemplates -A -o yaml` writes them."
  )
  /// A PodTemplate that the API server would not keep.
  public static let refusedTemplate = DiagnosticID(
    "manifest/refused", meaning: "The API server of this Kubernetes version refuses a PodTemplate.",
    fix: "Change the field, or pass another version with `--kubernetes`.")
  /// A PodTemplate that stands twice.
  public static let repeatedTemplate = DiagnosticID(
    "manifest/repeated", meaning: "Two PodTemplates have the same name and namespace.",
    fix: "Remove one of them.")
  /// Files without a PodTemplate.
  public static let noPodTemplate = DiagnosticID(
    "manifest/none", meaning: "None of the files has a PodTemplate for tasks.",
    fix: "Pass other files, or omit `--pod-template` to judge tasks without a PodTemplate.")
  /// The PodTemplate of flytepropeller's manager.
  public static let propellerTemplate = DiagnosticID(
    "manifest/not-for-tasks",
    meaning: "`flytepropeller-template` is for the pods of Flyte's own propeller, not for tasks.",
    fix: "Leave it where it is: it is skipped.")
}

/// The faults of this module.
public enum ManifestFaults {
  /// All of them.
  public static let all: [DiagnosticID] = [
    .notATemplate, .refusedTemplate, .repeatedTemplate, .noPodTemplate, .propellerTemplate,
  ]
}
