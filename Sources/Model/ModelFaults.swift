public import Diagnostics

extension DiagnosticID {
  /// An object that the API server refuses.
  public static let podRefused = DiagnosticID(
    "pod/refused", meaning: "The API server refuses a PodTemplate or a pod with this value.",
    fix: "Change it as the message says.")
  /// No chart, so no overlay.
  public static let noChart = DiagnosticID(
    "flyte/no-chart",
    meaning:
      "The config names no chart, or one that this release does not have, so no overlay is written.",
    fix:
      "Set `chart` to one of the release's charts, or apply the `settings` of `setup.yaml` yourself."
  )
}
