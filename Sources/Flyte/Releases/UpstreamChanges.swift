extension UpstreamChange {
  /// All that are known, in the order of their releases. The sources are Flyte's own, tag by tag; what
  /// the release's behavior says is modeled, the rest is for reading.
  public static let all: [UpstreamChange] =
    [
      UpstreamChange(
        "v1.10.7-b0", .fixes,
        "a template's service account is no longer overwritten by an empty one"),
      UpstreamChange(
        "v1.12.0-b0", .changes, "the setting 'image-pull-policy' is read for container tasks"),
      UpstreamChange(
        "v1.14.0", .fixes,
        "'default-init' and 'primary-init' of a PodTemplate reach init containers, co-pilot's downloader among them",
        "flyte#5750"),
      UpstreamChange(
        "v1.14.0", .breaks,
        "other init containers of a PodTemplate are dropped without a message", "flyte#5750"),
      UpstreamChange(
        "v1.14.0", .changes, "co-pilot's container 'sidecar' is renamed 'uploader'", "flyte#6043"),
      UpstreamChange(
        "v1.15.0", .changes, "a task can bring another pod with 'with_overrides(pod_template=…)'"),
      UpstreamChange(
        "v1.15.1", .fixes, "containers of a PodTemplate are also merged by their own names"),
      UpstreamChange(
        "v1.16.0-b3", .fixes,
        "co-pilot no longer adds SYS_PTRACE to the task's container",
        "flyte#6509"),
      UpstreamChange(
        "v1.16.0-b3", .breaks,
        "the uploader moves to the init containers as a native sidecar: it needs Kubernetes 1.29 or newer, and 'default-init' in the PodTemplate",
        "flyte#6501"),
      UpstreamChange(
        "v1.16.0-b3", .changes,
        "the co-pilot setting 'start-timeout' is removed and 'timeout' is added; co-pilot's image must be of the same release",
        "flyte#6501"),
      UpstreamChange(
        "v1.16.0-b3", until: "v1.16.6", .breaks,
        "pods with an uploader get a grace period of billions of seconds: nanoseconds are taken for seconds"
      ),
      UpstreamChange(
        "v1.16.0-b3", until: "v2.0.0-alpha16", .fixes,
        "tasks get a copy of the PodTemplate, so that one task no longer changes the next one's",
        "flyte#6530"),
      UpstreamChange(
        "v1.16.3", until: "v2.0.0-alpha16", .breaks,
        "PodTemplate entries by name are ignored for the primary container and the downloader (v1.16.3 to v1.16.8)",
        "flyte#6733"),
      UpstreamChange(
        "v1.16.4", .changes, "pod fields up to Kubernetes 1.34 are kept, such as 'appArmorProfile'"
      ),
      UpstreamChange("v1.16.6", .fixes, "the grace period of pods with an uploader is in seconds"),
      UpstreamChange(
        "v1.16.7", .changes,
        "tasks whose pod is refused as Invalid or BadRequest fail at once instead of being retried until the budget ends"
      ),
    ] + ofSecondLine

  private static let ofSecondLine: [UpstreamChange] = [
    UpstreamChange(
      "v2.0.0-alpha16", until: "v2.0.29", .breaks,
      "PodTemplates are ignored (v2.0.0 to v2.0.28): nothing fills Flyte's store of them",
      "flyte#7687"),
    UpstreamChange("v2.0.0-alpha16", .breaks, "'primary-init' of a PodTemplate never applies"),
    UpstreamChange(
      "v2.0.0-alpha16", .breaks,
      "Flyte's store shares its PodTemplates with tasks again: one task can change the next one's"),
    UpstreamChange(
      "v2.0.0-alpha16", .breaks,
      "Ray submitters are bare: they get no PodTemplate and no security context (not modeled)"),
    UpstreamChange(
      "v2.0.0-alpha16", until: "v2.0.8", .breaks,
      "all tasks run in one namespace, and there is no chart"
    ),
    UpstreamChange(
      "v2.0.0-alpha16", until: "v2.0.43", .breaks,
      "tasks whose pod is refused as BadRequest seem to run forever (v2.0.0 to v2.0.42)"),
    UpstreamChange(
      "v2.0.8", until: "v2.0.14", .changes, "every namespace is named PROJECT-DOMAIN"),
    UpstreamChange(
      "v2.0.14", .breaks, "all tasks run in one namespace, 'actions.kubernetes.namespace'"),
    UpstreamChange(
      "v2.0.29", .fixes, "PodTemplates are read again, within two minutes after a start",
      "flyte#7687"),
    UpstreamChange(
      "v2.0.29", .breaks,
      "embedded secrets are the default: tasks that ask for a secret as a file get an init container without a security context"
    ),
    UpstreamChange(
      "v2.0.38", .changes,
      "the labels of pods change, and Ray submitters get labels: check policies that select by label"
    ),
    UpstreamChange(
      "v2.0.39", .changes, "tasks whose pod is refused as Invalid fail at once"),
    UpstreamChange(
      "v2.0.39", .changes,
      "Spark gets the whole pod as a template where its operator has that field, from operator v2.1.0 (not modeled)"
    ),
    UpstreamChange(
      "v2.0.41", .changes, "the labels of pods change: check policies that select by label"),
    UpstreamChange(
      "v2.0.41", .fixes,
      "co-pilot can read its storage configuration from a secret: 'storage-config-secret-name'",
      "flyte#7793"),
    UpstreamChange(
      "v2.0.41", .changes,
      "Ray can do without a submitter: 'submissionMode: HTTPMode', with KubeRay 1.1.0 or newer (not modeled)"
    ),
    UpstreamChange(
      "v2.0.43", .changes, "the labels of pods change: check policies that select by label"),
    UpstreamChange(
      "v2.0.43", .changes, "tasks whose pod is refused as BadRequest fail at once"),
  ]
}
