public import Diagnostics
import Model

extension DiagnosticID {
  /// A config that means more than can be had.
  public static let configTooLarge = DiagnosticID(
    "config/too-large",
    meaning: "What a config means is larger than the limit that the message names.",
    fix: "Say it in several configs, or say less of it.")
  /// A key that the language does not have.
  public static let unknownKey = DiagnosticID(
    "config/unknown-key", meaning: "A mapping has a key that the config language does not have.",
    fix: "Correct the key, or take it out.")
  /// A manifest among the files of a config.
  public static let manifest = DiagnosticID(
    "config/manifest", meaning: "A file of the config is a manifest, and no config.",
    fix: "Move it out of the config folder; what it says goes into a profile.")
  /// A cluster named on the command line that the config lacks.
  public static let unknownCluster = DiagnosticID(
    "config/unknown-cluster", meaning: "`--cluster` names a cluster that the config does not have.",
    fix: "Write one of the config's names.")
  /// A key that must be there.
  public static let missingKey = DiagnosticID(
    "config/missing-key", meaning: "A key that must be there is missing.", fix: "Add it.")
  /// A value of the wrong type.
  public static let wrongType = DiagnosticID(
    "config/wrong-type", meaning: "A value is of another type than its key takes.",
    fix: "Write a value of the type that the message names.")
  /// A value that its key does not take.
  public static let wrongValue = DiagnosticID(
    "config/wrong-value",
    meaning: "A value is of the right type and is not one that its key takes.",
    fix: "Write a value that the message allows.")
  /// A number with a leading zero.
  public static let leadingZero = DiagnosticID(
    "config/leading-zero",
    meaning: "A number begins with 0, so that kubectl and Helm read another one than YAML 1.2.",
    fix: "Write the number that is meant without the 0, or with `0o` where it is octal.")
  /// A name that is defined twice.
  public static let definedTwice = DiagnosticID(
    "config/defined-twice", meaning: "A name is defined in two places.",
    fix: "Keep one definition, or rename one.")
  /// A profile that is not there.
  public static let unknownProfile = DiagnosticID(
    "profile/unknown", meaning: "A profile is named that is nowhere defined.",
    fix: "Define it under `profiles`, or correct its name.")
  /// Profiles that extend each other.
  public static let profileCycle = DiagnosticID(
    "profile/cycle", meaning: "A profile extends itself, directly or through others.",
    fix: "Break the circle at one of its `extends`.")
  /// Profiles that stand on too many others.
  public static let profileTooDeep = DiagnosticID(
    "profile/too-deep", meaning: "A profile stands on more others, one on the other, than can be.",
    fix: "Lay several of them together in one profile.")
  /// A profile without a claim where it is assigned.
  public static let profileWithoutClaim = DiagnosticID(
    "profile/no-claim", meaning: "A profile that is assigned makes no Pod Security claim.",
    fix: "Give it `podSecurity`, or lay it over a profile that has it.")
  /// A profile that contradicts its own claim.
  public static let profileContradiction = DiagnosticID(
    "profile/contradiction",
    meaning: "A profile says something that its own Pod Security level forbids.",
    fix: "Take it out, or claim a lower level.")
  /// A field that the cluster's Kubernetes does not have.
  public static let fieldTooNew = DiagnosticID(
    "pod/field-too-new", meaning: "A field is younger than the cluster's Kubernetes.",
    fix: "Take it out, or raise the version of Kubernetes.")
  /// A feature gate that the cluster's Kubernetes does not have.
  public static let noFeatureGate = DiagnosticID(
    "cluster/no-feature-gate",
    meaning: "`kubernetes.features` names a gate that this version of Kubernetes does not have.",
    fix: "Take it out, or correct the version.")
  /// A field behind a feature gate that the cluster's Kubernetes has off.
  public static let fieldGated = DiagnosticID(
    "pod/field-gated",
    meaning: "The API server drops a field, for its feature gate is off by default.",
    fix: "Move to the version of Kubernetes that the message names, or leave the field out.")
  /// A field that the cluster's Flyte drops.
  public static let fieldDropped = DiagnosticID(
    "pod/field-dropped",
    meaning:
      "A field is younger than the Kubernetes API that this Flyte was built with, and vanishes.",
    fix: "Move to the release that the message names, or leave the field out.")
  /// A Flyte version that is not known.
  public static let unknownRelease = DiagnosticID(
    "flyte/unknown-release", meaning: "A Flyte version is not among the releases known.",
    fix: "Write a release, or `behavesLike` with one.")
  /// A Flyte version newer than the table.
  public static let newerRelease = DiagnosticID(
    "flyte/newer-release", meaning: "A Flyte version is newer than the newest release known.",
    fix: "Say with `behavesLike` which release it behaves like.")
  /// A release that is to behave like another.
  public static let twoReleases = DiagnosticID(
    "flyte/two-releases", meaning: "`version` and `behavesLike` are two different releases.",
    fix: "Keep one of the two, or give a fork a version of its own.")
  /// A setting that the release does not read.
  public static let settingUnread = DiagnosticID(
    "flyte/setting-unread", meaning: "A setting is one that this Flyte release does not read.",
    fix: "Leave it out, or move to a release that reads it.")
  /// A secret manager that the release does not have.
  public static let noSecretManager = DiagnosticID(
    "flyte/no-secret-manager", meaning: "The release's webhook knows no such secret manager.",
    fix: "Name one that the message lists, or none.")
  /// Two things of co-pilot's that must differ.
  public static let copilotClash = DiagnosticID(
    "copilot/clash", meaning: "Co-pilot's inputs and outputs have one name or one path.",
    fix: "Give each its own.")
  /// A Kubernetes version out of range.
  public static let kubernetesVersion = DiagnosticID(
    "kubernetes/version", meaning: "A Kubernetes version is older or newer than those known.",
    fix: "Write a version from 1.25 on.")
  /// A namespace that cannot be.
  public static let wrongNamespace = DiagnosticID(
    "namespace/wrong", meaning: "A namespace cannot be had as it is written.",
    fix: "Change the entry as the message says.")
  /// The same namespace twice.
  public static let namespaceTwice = DiagnosticID(
    "namespace/twice", meaning: "Two entries make the same namespace.",
    fix: "Remove one, or give both the same profile under one `namespaceTemplate`.")
  /// A namespace that no line gives a profile.
  public static let namespaceWithoutProfile = DiagnosticID(
    "namespace/no-profile", meaning: "No line of `assign` gives a namespace a profile.",
    fix: "Add a line without selectors as the first, for all namespaces.")
  /// A line of assign that never wins.
  public static let uselessLine = DiagnosticID(
    "assign/never-wins", meaning: "A line of `assign` gives no namespace anything.",
    fix: "Correct its selectors, move it down, or remove it.")
  /// The default template among the named ones.
  public static let defaultTemplateNamed = DiagnosticID(
    "assign/default-template", meaning: "A named template has the name of the default one.",
    fix: "Rename it, or say its profile in `profile`.")
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
    .noSecretManager, .copilotClash,
    .kubernetesVersion, .noFeatureGate,
    .wrongNamespace, .namespaceTwice, .namespaceWithoutProfile, .uselessLine,
    .defaultTemplateNamed, .openshiftIds,
  ]
}
