public import Diagnostics

extension DiagnosticID {
  /// A patch that no rule file has.
  public static let unknownPatch = DiagnosticID(
    "patch/unknown", meaning: "A patch is named that no rule file of the templates has.",
    fix: "Write one of the names that `flyte-harden patches` lists.")
  /// A deployed patch that this Flyte does not need.
  public static let patchNotNeeded = DiagnosticID(
    "patch/not-needed",
    meaning: "A patch is named as deployed that this Flyte does not need.",
    fix: "Take it out of the list.")
  /// A patch whose functions are not found, or do not look as it expects.
  public static let patchImpossible = DiagnosticID(
    "patch/impossible", meaning: "A patch cannot be made from these sources.",
    fix: "Point `source` at an unchanged checkout of the release, or leave the patch out.")
  /// A patch whose functions have a shape that no release has.
  public static let unverifiedShape = DiagnosticID(
    "patch/unverified-shape",
    meaning: "The functions that a patch changes look like those of no Flyte release.",
    fix: "Read the function, then write `unverifiedShapes: allow` beside `source`.")
  /// Two patches that exclude each other.
  public static let patchesExclude = DiagnosticID(
    "patch/exclusive", meaning: "Two patches are named that cannot be had together.",
    fix: "Keep one of the two.")
  /// A patch that is needed where there are no sources.
  public static let patchWithoutSource = DiagnosticID(
    "patch/no-source",
    meaning: "A patch is needed, and there are no Flyte sources to make its patch from.",
    fix: "Give the cluster's `flyte` a `source`, or move to a release that does not need it.")
  /// A difference of a profile that nothing carries.
  public static let uncarried = DiagnosticID(
    "profile/uncarried",
    meaning: "Something that a profile says does not reach the pods or containers it is for.",
    fix: "Do what the hint says: deploy a patch, say it in another section, or take it out.")
  /// A template that is kept and whose pods are not.
  public static let podsRefused = DiagnosticID(
    "pod/pods-refused",
    meaning: "The API server keeps a PodTemplate, and refuses every pod that says the same.",
    fix: "Change it as the message says.")
  /// A class that a cluster may have or not.
  public static let classUnjudged = DiagnosticID(
    "pod/class-unjudged",
    meaning:
      "A template names a runtime class or a priority class, and the config does not say which the cluster has.",
    fix: "List them in `kubernetes.runtimeClasses` or `kubernetes.priorityClasses`.")
  /// Something that reaches more containers than it is for.
  public static let reachesMore = DiagnosticID(
    "profile/reaches-more",
    meaning: "Containers ask for resources that are meant for others.",
    fix: "Say it in `primary`, or leave it to the tasks that need it.")
  /// A service account that others may replace.
  public static let serviceAccount = DiagnosticID(
    "profile/service-account",
    meaning: "A template names a service account, and who starts a task may name another.",
    fix: "Let executions name none, or the same.")
  /// A user that Flyte's own images do not have.
  public static let imageUser = DiagnosticID(
    "profile/image-user",
    meaning: "Tasks run as another user than the one that Flyte's own images belong to.",
    fix: "Write `runAsUser: 1000`, or use images that the user can work in.")
  /// The user that a built-in profile gives tasks.
  public static let builtInUser = DiagnosticID(
    "profile/builtin-user",
    meaning:
      "Tasks run as the user of a built-in profile, which images of one's own must allow for.",
    fix: "Say `runAsUser` yourself, with the user that your images have.")
  /// A read-only root where the code of tasks goes.
  public static let readOnlyCode = DiagnosticID(
    "profile/read-only-code",
    meaning: "The root is read-only, so that no code can be unpacked where the SDKs unpack it.",
    fix: "Put the code into the image, or leave the root writable.")
  /// Templates that the release ignores.
  public static let templatesIgnored = DiagnosticID(
    "flyte/templates-ignored", meaning: "Flyte v2.0.0 to v2.0.28 ignores every PodTemplate.",
    fix: "Move to v2.0.29 or later.")
  /// A chart that runs another image than the release's.
  public static let imageNotPinned = DiagnosticID(
    "flyte/image-not-pinned",
    meaning: "A chart runs the image tag `latest`, or the Flyte of another release.",
    fix: "Name the image that runs, with its tag, in `deployed.image`.")
  /// An image that the chart cannot print as a label.
  public static let imageUnfit = DiagnosticID(
    "flyte/image-unfit",
    meaning: "The chart writes the image's tag into a label, and the tag cannot be one.",
    fix: "Name the image by a tag that begins with a letter and has at most 63 characters.")
  /// Sources that are not those of the version.
  public static let versionMismatch = DiagnosticID(
    "flyte/version-mismatch", meaning: "The sources are not those of the version.",
    fix: "Make `version` and `source` the same release; a fork says `behavesLike`.")
  /// A Kubernetes on which co-pilot's uploader keeps the task from starting.
  public static let uploaderBlocks = DiagnosticID(
    "kubernetes/uploader-blocks",
    meaning:
      "From v1.16.0 Flyte's uploader is an init container that goes on running, which Kubernetes has from 1.29 on.",
    fix: "Move to Kubernetes 1.29 or later, or stay with Flyte v1.15.3.")
  /// A co-pilot image that does not fit Flyte.
  public static let copilotImageUnfit = DiagnosticID(
    "copilot/image-unfit",
    meaning: "The co-pilot image and Flyte are of different sides of v1.16.0, and do not fit.",
    fix: "Name the co-pilot image of the Flyte that runs.")
  /// What a template has where a task with shared memory gets a volume.
  public static let sharedMemoryClash = DiagnosticID(
    "profile/shared-memory",
    meaning: "A template has a volume or a mount where Flyte puts one for `shared_memory`.",
    fix: "Take it out, and let tasks ask for `shared_memory`.")
  /// Windows pods that are refused for what Flyte adds for co-pilot.
  public static let windowsRefused = DiagnosticID(
    "profile/windows",
    meaning: "Flyte adds fields that only Linux has, so the API server refuses the Windows pods.",
    fix: "Move to the release that the message names, or run those tasks on Linux.")
  /// Non-root containers of an image that runs as root.
  public static let copilotRunsAsRoot = DiagnosticID(
    "profile/copilot-root",
    meaning:
      "The co-pilot image has no user of its own, so the kubelet refuses to start it non-root.",
    fix: "Give the pod or its containers a `runAsUser` other than 0.")
}

/// The faults of this module.
public enum HardeningFaults {
  /// All of them.
  public static let all: [DiagnosticID] = [
    .unknownPatch, .patchNotNeeded, .patchImpossible, .unverifiedShape, .patchesExclude,
    .patchWithoutSource, .uncarried, .reachesMore, .imageUser, .builtInUser,
    .readOnlyCode, .serviceAccount,
    .templatesIgnored, .imageNotPinned, .imageUnfit, .versionMismatch, .copilotRunsAsRoot,
    .podsRefused, .classUnjudged, .uploaderBlocks, .copilotImageUnfit, .sharedMemoryClash,
    .windowsRefused,
  ]
}
