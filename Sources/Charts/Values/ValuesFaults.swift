public import Diagnostics

extension DiagnosticID {
  /// A values file that is none.
  public static let notValues = DiagnosticID(
    "values/not-values",
    meaning: "A values file, or a part of it, has a form that Flyte cannot use.",
    fix: "Write a mapping, as the chart's own `values.yaml` has it.")
  /// Values that the chart does not have.
  public static let valuesIgnored = DiagnosticID(
    "values/ignored-by-chart",
    meaning: "The chart has no such key, so Helm takes the value and nothing uses it.",
    fix: "Correct the key, or name the chart that is installed.")
  /// A setting that Flyte does not read.
  public static let valuesUnread = DiagnosticID(
    "values/ignored-by-flyte",
    meaning: "Flyte does not read a key of `plugins.k8s`, and says nothing about it.",
    fix: "Correct the key, or remove it.")
  /// A setting whose effect is not known.
  public static let valuesNotModeled = DiagnosticID(
    "values/not-modeled",
    meaning: "A setting of `plugins.k8s` shapes pods in a way that is not modeled.",
    fix: "Check the pods that it shapes yourself.")
  /// A configuration that the chart does not make.
  public static let valuesExternal = DiagnosticID(
    "values/external-configuration",
    meaning:
      "Flyte's configuration is a ConfigMap or Secret of your own: the chart makes none, so an overlay has no effect.",
    fix: "Use `inline`, or put the settings of the overlay into your own ConfigMap.")
  /// A configuration that is read in addition.
  public static let valuesUnseen = DiagnosticID(
    "values/not-seen",
    meaning:
      "Flyte also reads a ConfigMap, a Secret or a variable whose content is not in the values.",
    fix:
      "Make sure that it does not set `plugins.k8s` or `webhook`. Write limits and quotas that come from it into the config."
  )
  /// A value that only Helm can print.
  public static let valuesNotPrinted = DiagnosticID(
    "values/not-evaluated",
    meaning: "A value has a Helm action that only Helm can work out.",
    fix: "Write the value itself.")
}

/// The user's own values.
public enum ValuesFaults {
  /// All of them.
  public static let all: [DiagnosticID] = [
    .notValues, .valuesIgnored, .valuesUnread, .valuesNotModeled, .valuesExternal, .valuesUnseen,
    .valuesNotPrinted,
  ]
}
