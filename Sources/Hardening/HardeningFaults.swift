public import Diagnostics

extension DiagnosticID {
  /// A patch that no rule file has.
  public static let unknownPatch = DiagnosticID(
    "patch/unknown", meaning: "The config names a patch that does not exist.",
    fix: "Use one of the names that `flyte-harden patches` lists.")
  /// A deployed patch that this Flyte does not need.
  public static let patchNotNeeded = DiagnosticID(
    "patch/not-needed",
    meaning: "The config lists a patch that this Flyte does not need.",
    fix: "Remove it from the list.")
  /// A patch whose functions are not found, or do not look as it expects.
  public static let patchImpossible = DiagnosticID(
    "patch/impossible", meaning: "A patch cannot be made from these sources.",
    fix: "Point `source` at an unchanged checkout of the release, or leave the patch out.")
  /// A patch whose functions have a shape that no release has.
  public static let unverifiedShape = DiagnosticID(
    "patch/unverified-shape",
    meaning: "The functions that a patch changes do not look like those of any Flyte release.",
    fix: "Review the functions, then add `unverifiedShapes: allow` next to `source`.")
  /// Two patches that exclude each other.
  public static let patchesExclude = DiagnosticID(
    "patch/exclusive", meaning: "The config lists two patches that cannot be combined.",
    fix: "Keep one of them.")
  /// A patch that is needed where there are no sources.
  public static let patchWithoutSource = DiagnosticID(
    "patch/no-source",
    meaning: "A patch is needed, but there are no Flyte sources to make it from.",
    fix: "Add `source` to the cluster's `flyte`, or move to a release that does not need the patch."
  )
  /// A difference of a profile that nothing carries.
  public static let uncarried = DiagnosticID(
    "profile/uncarried",
    meaning: "A setting of a profile does not reach the pods or containers that it is for.",
    fix: "Follow the hint: deploy a patch, set it in another section, or remove it.")
  /// A template that is kept and whose pods are not.
  public static let podsRefused = DiagnosticID(
    "pod/pods-refused",
    meaning: "The API server accepts a PodTemplate, but refuses every pod made from it.",
    fix: "Change it as the message says.")
  /// Something that is stored with a warning.
  public static let serverWarns = DiagnosticID(
    "pod/server-warns",
    meaning: "The API server stores a PodTemplate, but warns about something in it.",
    fix: "Change it as the message says.")
  /// A class that a cluster may have or not.
  public static let classUnjudged = DiagnosticID(
    "pod/class-unjudged",
    meaning:
      "A template names a runtime class or a priority class, but the config does not list the classes of the cluster.",
    fix: "List them in `kubernetes.runtimeClasses` or `kubernetes.priorityClasses`.")
  /// Something that reaches more containers than it is for.
  public static let reachesMore = DiagnosticID(
    "profile/reaches-more",
    meaning: "Containers request resources that are meant for others.",
    fix: "Set them in `primary`, or leave them to the tasks that need them.")
  /// A service account that others may replace.
  public static let serviceAccount = DiagnosticID(
    "profile/service-account",
    meaning: "A template sets a service account, but others can override it.",
    fix: "Do not set a service account elsewhere, or set the same one.")
  /// A user that Flyte's own images do not have.
  public static let imageUser = DiagnosticID(
    "profile/image-user",
    meaning: "Tasks do not run as the user that Flyte's own images belong to.",
    fix: "Set `runAsUser: 1000`, or use images that the user can work in.")
  /// The user that a built-in profile gives tasks.
  public static let builtInUser = DiagnosticID(
    "profile/builtin-user",
    meaning:
      "Tasks run as the user of a built-in profile, and your own images must allow that.",
    fix: "Set `runAsUser` to the user of your images.")
  /// A read-only root where the code of tasks goes.
  public static let readOnlyCode = DiagnosticID(
    "profile/read-only-code",
    meaning:
      "The root file system is read-only, so the SDKs cannot unpack code where they usually do.",
    fix: "Put the code into the image, or leave the root file system writable.")
  /// Templates that the release ignores.
  public static let templatesIgnored = DiagnosticID(
    "flyte/templates-ignored", meaning: "Flyte v2.0.0 to v2.0.28 ignores every PodTemplate.",
    fix: "Move to v2.0.29 or later.")
  /// A chart that runs another image than the release's.
  public static let imageNotPinned = DiagnosticID(
    "flyte/image-not-pinned",
    meaning: "A chart runs the image tag `latest`, or the Flyte of another release.",
    fix: "Set `deployed.image` to the image that runs, with its tag.")
  /// A value of the user's that the overlay replaces.
  public static let valuesReplaced = DiagnosticID(
    "values/replaced",
    meaning: "The overlay and your own values set the same thing, and the overlay wins.",
    fix: "Remove it from your values, or set the same in the config.")
  /// A value of the user's inside a mapping that the overlay fills.
  public static let valuesKept = DiagnosticID(
    "values/kept",
    meaning:
      "Helm merges mappings, so a key of your own values stays next to those that the overlay sets.",
    fix: "Remove it from your values, or set it in the profiles.")
  /// A value of the user's that wins over the overlay.
  public static let valuesWin = DiagnosticID(
    "values/win-over-overlay",
    meaning:
      "Your own values set the same thing as the overlay in a file that Flyte reads later.",
    fix: "Remove it from your values, or move it to where the overlay has it.")
  /// A character that makes Helm lose the settings.
  public static let lostCharacter = DiagnosticID(
    "chart/lost-character",
    meaning: "A setting has a character for which Helm leaves out all of Flyte's settings.",
    fix: "Remove the character.")
  /// An image that the chart cannot print as a label.
  public static let imageUnfit = DiagnosticID(
    "flyte/image-unfit",
    meaning:
      "The chart writes the image's tag into a label, but the tag is not a valid label value.",
    fix: "Use a tag that starts with a letter and has at most 63 characters.")
  /// Sources that are not those of the version.
  public static let versionMismatch = DiagnosticID(
    "flyte/version-mismatch", meaning: "The sources belong to another version.",
    fix: "Use the same release in `version` and `source`. For a fork, add `behavesLike`.")
  /// A Kubernetes on which co-pilot's uploader keeps the task from starting.
  public static let uploaderBlocks = DiagnosticID(
    "kubernetes/uploader-blocks",
    meaning:
      "From v1.16.0 on Flyte's uploader is an init container that keeps running. Kubernetes supports that from 1.29 on.",
    fix: "Move to Kubernetes 1.29 or later, or stay with Flyte v1.15.3.")
  /// A co-pilot image that does not fit Flyte.
  public static let copilotImageUnfit = DiagnosticID(
    "copilot/image-unfit",
    meaning:
      "The co-pilot image and Flyte do not work together: one is older than v1.16.0, the other is not.",
    fix: "Use the co-pilot image of the Flyte release that runs.")
  /// A part of a template clashes with the volume that a task with shared memory gets.
  public static let sharedMemoryClash = DiagnosticID(
    "profile/shared-memory",
    meaning: "A template has a volume or a mount where Flyte puts one for `shared_memory`.",
    fix: "Remove it, and set `shared_memory` in the tasks that need it.")
  /// Windows pods that are refused for what Flyte adds for co-pilot.
  public static let windowsRefused = DiagnosticID(
    "profile/windows",
    meaning: "Flyte adds fields that exist only for Linux, so the API server refuses Windows pods.",
    fix: "Move to the release that the message names, or run those tasks on Linux.")
  /// Non-root containers of an image that runs as root.
  public static let copilotRunsAsRoot = DiagnosticID(
    "profile/copilot-root",
    meaning:
      "The co-pilot image runs as root, so the kubelet refuses to start it as non-root.",
    fix: "Set `runAsUser` to an id other than 0 for the pod or its containers.")
}

/// The faults of this module.
public enum HardeningFaults {
  /// All of them.
  public static let all: [DiagnosticID] = [
    .unknownPatch, .patchNotNeeded, .patchImpossible, .unverifiedShape, .patchesExclude,
    .patchWithoutSource, .valuesReplaced, .valuesKept, .valuesWin, .lostCharacter, .uncarried,
    .reachesMore, .imageUser, .builtInUser,
    .readOnlyCode, .serviceAccount,
    .templatesIgnored, .imageNotPinned, .imageUnfit, .versionMismatch, .copilotRunsAsRoot,
    .podsRefused, .serverWarns, .classUnjudged, .uploaderBlocks, .copilotImageUnfit,
    .sharedMemoryClash,
    .windowsRefused,
  ]
}
