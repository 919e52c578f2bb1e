public import Diagnostics
import Model

extension DiagnosticID {
  /// A config that means more than can be had.
  public static let configTooLarge = DiagnosticID(
    "config/too-large",
    meaning: "The config expands to more than the limit that the message names.",
    fix: "Split it into several configs, or make it smaller.")
  /// A key that the language does not have.
  public static let unknownKey = DiagnosticID(
    "config/unknown-key", meaning: "A mapping has a key that the config language does not have.",
    fix: "Correct the key, or remove it.")
  /// A manifest among the files of a config.
  public static let manifest = DiagnosticID(
    "config/manifest",
    meaning: "A file among the config files is a Kubernetes manifest, not a config.",
    fix: "Move it out of the config folder, and put its settings into a profile.")
  /// A cluster named on the command line that the config lacks.
  public static let unknownCluster = DiagnosticID(
    "config/unknown-cluster", meaning: "`--cluster` names a cluster that the config does not have.",
    fix: "Use the name of a cluster in the config.")
  /// A key that must be there.
  public static let missingKey = DiagnosticID(
    "config/missing-key", meaning: "A required key is missing.", fix: "Add it.")
  /// A value of the wrong type.
  public static let wrongType = DiagnosticID(
    "config/wrong-type", meaning: "A value has the wrong type for its key.",
    fix: "Write a value of the type that the message names.")
  /// A value that its key does not take.
  public static let wrongValue = DiagnosticID(
    "config/wrong-value",
    meaning: "A value has the right type, but its key does not allow it.",
    fix: "Write a value that the message allows.")
  /// A number with a leading zero.
  public static let leadingZero = DiagnosticID(
    "config/leading-zero",
    meaning: "A number starts with 0: kubectl and Helm read it as octal, YAML 1.2 as decimal.",
    fix: "Write the number without the leading 0, or with `0o` if it is octal.")
  /// A name that is defined twice.
  public static let definedTwice = DiagnosticID(
    "config/defined-twice", meaning: "A name is defined in two places.",
    fix: "Keep one definition, or rename one.")
  /// A profile that is not there.
  public static let unknownProfile = DiagnosticID(
    "profile/unknown", meaning: "The config names a profile that is not defined.",
    fix: "Define it under `profiles`, or correct its name.")
  /// Profiles that extend each other.
  public static let profileCycle = DiagnosticID(
    "profile/cycle", meaning: "A profile extends itself, directly or through others.",
    fix: "Remove one `extends` of the cycle.")
  /// Profiles that stand on too many others.
  public static let profileTooDeep = DiagnosticID(
    "profile/too-deep", meaning: "The chain of `extends` behind a profile is too long.",
    fix: "Merge some of the profiles into one.")
  /// A profile without a claim where it is assigned.
  public static let profileWithoutClaim = DiagnosticID(
    "profile/no-claim", meaning: "An assigned profile does not claim a Pod Security level.",
    fix: "Add `podSecurity`, or extend a profile that has it.")
  /// A profile that contradicts its own claim.
  public static let profileContradiction = DiagnosticID(
    "profile/contradiction",
    meaning: "A profile sets something that the Pod Security level it claims forbids.",
    fix: "Remove it, or claim a lower level.")
  /// A field that the cluster's Kubernetes does not have.
  public static let fieldTooNew = DiagnosticID(
    "pod/field-too-new", meaning: "The cluster's Kubernetes version does not have this field.",
    fix: "Remove it, or move to a newer Kubernetes version.")
  /// A feature gate that the cluster's Kubernetes does not have.
  public static let noFeatureGate = DiagnosticID(
    "cluster/no-feature-gate",
    meaning: "`kubernetes.features` names a gate that this version of Kubernetes does not have.",
    fix: "Remove it, or correct the version.")
  /// A feature gate that the cluster's Kubernetes does not let anybody switch.
  public static let lockedFeatureGate = DiagnosticID(
    "cluster/locked-feature-gate",
    meaning:
      "`kubernetes.features` sets a gate that can no longer be switched in this version of Kubernetes.",
    fix: "Remove it, or correct the version.")
  /// A field behind a feature gate that the cluster's Kubernetes has off.
  public static let fieldGated = DiagnosticID(
    "pod/field-gated",
    meaning: "The API server drops a field because its feature gate is off.",
    fix: "Move to the Kubernetes version that the message names, or remove the field.")
  /// A field that the cluster's Flyte drops.
  public static let fieldDropped = DiagnosticID(
    "pod/field-dropped",
    meaning:
      "This Flyte was built with an older Kubernetes API and drops the field.",
    fix: "Move to the release that the message names, or remove the field.")
  /// A Flyte version that is not known.
  public static let unknownRelease = DiagnosticID(
    "flyte/unknown-release", meaning: "The Flyte version is not a known release.",
    fix: "Use a known release, or add `behavesLike` with one.")
  /// A Flyte version newer than the table.
  public static let newerRelease = DiagnosticID(
    "flyte/newer-release", meaning: "The Flyte version is newer than the newest known release.",
    fix: "Add `behavesLike` with the release that it behaves like.")
  /// A release that is to behave like another.
  public static let twoReleases = DiagnosticID(
    "flyte/two-releases", meaning: "`version` and `behavesLike` name two different releases.",
    fix: "Keep one of them, or give the fork its own version.")
  /// A setting that the release does not read.
  public static let settingUnread = DiagnosticID(
    "flyte/setting-unread", meaning: "This Flyte release does not read the setting.",
    fix: "Remove it, or move to a release that reads it.")
  /// Policies that a cluster cannot have.
  public static let noMutatingPolicies = DiagnosticID(
    "cluster/no-mutating-policies",
    meaning: "The cluster's Kubernetes cannot run admission policies that change pods.",
    fix: "Follow the hint: turn them on, use Kyverno, or write `policies: none`.")
  /// Policies of the other kind that a cluster cannot have.
  public static let noValidatingPolicies = DiagnosticID(
    "cluster/no-validating-policies",
    meaning: "The cluster's Kubernetes cannot run the admission policies that enforce a profile.",
    fix: "Move to Kubernetes 1.30, use Kyverno, or write `enforce: none`.")
  /// A profile allows something against its own claim.
  public static let allowanceContradiction = DiagnosticID(
    "profile/allow-contradiction",
    meaning: "`allow` of a profile contradicts the profile, or refuses every pod.",
    fix: "Remove the entry that the message names, or claim a lower level.")
  /// A profile allows something although nobody is held to it.
  public static let allowanceUnused = DiagnosticID(
    "profile/allow-unused",
    meaning: "A profile has `allow`, but no admission policy enforces the profile.",
    fix: "Add `enforce: warn` or `enforce: deny`, or remove `allow`.")
  /// A secret manager that the release does not have.
  public static let noSecretManager = DiagnosticID(
    "flyte/no-secret-manager",
    meaning: "The secret webhook of this release does not have this secret manager.",
    fix: "Use one that the message lists, or remove the key.")
  /// Two things of co-pilot's that must differ.
  public static let copilotClash = DiagnosticID(
    "copilot/clash", meaning: "Co-pilot's inputs and outputs have the same name or the same path.",
    fix: "Use two different ones.")
  /// A Kubernetes version out of range.
  public static let kubernetesVersion = DiagnosticID(
    "kubernetes/version",
    meaning: "The Kubernetes version is older or newer than the supported versions.",
    fix: "Use version 1.25 or later.")
  /// A namespace that cannot be.
  public static let wrongNamespace = DiagnosticID(
    "namespace/wrong", meaning: "A namespace entry is not possible as it is written.",
    fix: "Change the entry as the message says.")
  /// The same namespace twice.
  public static let namespaceTwice = DiagnosticID(
    "namespace/twice", meaning: "Two entries produce the same namespace.",
    fix:
      "Remove one. If `namespaceTemplate` maps both to one namespace, give both the same profile.")
  /// A namespace that no line gives a profile.
  public static let namespaceWithoutProfile = DiagnosticID(
    "namespace/no-profile", meaning: "No line of `assign` sets a profile for a namespace.",
    fix: "Start `assign` with a line without selectors: it matches all namespaces.")
  /// A line of assign that never wins.
  public static let uselessLine = DiagnosticID(
    "assign/never-wins", meaning: "A line of `assign` has no effect on any namespace.",
    fix: "Correct its selectors, move it down, or remove it.")
  /// The default template among the named ones.
  public static let defaultTemplateNamed = DiagnosticID(
    "assign/default-template", meaning: "A named template has the name of the default template.",
    fix: "Rename it, or set its profile in `profile`.")
  /// Fixed ids on OpenShift.
  public static let openshiftIds = DiagnosticID(
    "openshift/fixed-ids", meaning: "OpenShift's SCCs assign ids and SELinux types themselves.",
    fix: "Extend `builtin/openshift`, or set the field to null.")
}

/// The faults of this module.
public enum ConfigFaults {
  /// All of them.
  public static let all: [DiagnosticID] = [
    .configTooLarge, .unknownKey, .manifest, .unknownCluster, .missingKey, .wrongType, .wrongValue,
    .leadingZero, .definedTwice,
    .unknownProfile,
    .profileCycle, .profileTooDeep, .profileWithoutClaim, .profileContradiction, .fieldTooNew,
    .fieldGated, .fieldDropped,
    .podRefused, .unknownRelease, .newerRelease, .twoReleases, .settingUnread, .noChart,
    .noSecretManager, .copilotClash, .noMutatingPolicies, .noValidatingPolicies,
    .allowanceContradiction, .allowanceUnused,
    .kubernetesVersion, .noFeatureGate, .lockedFeatureGate,
    .wrongNamespace, .namespaceTwice, .namespaceWithoutProfile, .uselessLine,
    .defaultTemplateNamed, .openshiftIds,
  ]
}
