public import Diagnostics

extension DiagnosticID {
  /// What the API server refuses.
  public static let podRefused = DiagnosticID(
    "pod/refused", meaning: "The API server refuses a PodTemplate or a pod that says this.",
    fix: "Change it as the message says.")
  /// No chart, so no overlay.
  public static let noChart = DiagnosticID(
    "flyte/no-chart",
    meaning: "There is no chart to write an overlay for, or none of the name that is given.",
    fix: "Name one of the release's charts, or set what `setup.yaml` holds under `settings`.")
}
