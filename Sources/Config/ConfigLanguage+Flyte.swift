import Flyte
import Operators

// The keys of the installed Flyte and of its plugins.

extension ConfigLanguage {
  static let flyte = ConfigSchema.mapping([
    .init("version", .text(.flyteVersion), "The version of the chart and the images."),
    .init(
      "behavesLike", .text(.flyteVersion), default: .words("the release that 'version' names"),
      "For a fork: the release that it behaves like."),
    .init(
      "source",
      .mapping([
        .init("path", .text(.path), "A folder with Flyte's sources."),
        .init("repository", .text(.path), "A local git repository; nothing is fetched."),
        .init("ref", .text(.any), example: "v1.15.3", "The tag, branch or commit to read."),
      ]), "Flyte's Go sources, which patches are made from."),
    .init(
      "deployed",
      .mapping([
        .init(
          "image", .text(.image), example: "registry.acme.io/flyte-binary:v1.15.3-1",
          "The rebuilt image: flyte-binary's, or flytepropeller's for the other charts."),
        .init(
          "patches", .list(.text(.any)), formerName: "remedies", example: "[no-sys-ptrace]",
          "Exactly the patches that the image was built with."),
      ]), "The Flyte that runs now, if you have rebuilt it."),
    .init(
      "namespace", .text(.dnsLabel), default: .text("flyte"), "Flyte's own namespace."),
    .init(
      "namespaceTemplate", .text(.namespaceTemplate), default: .words("the release's own"),
      "Flyte's namespace_mapping template, if you set one; a plain name is one namespace for all tasks."
    ),
    .init(
      "secretManager", .oneOrMany(.choice(SecretManager.allCases.map(\.rawValue))),
      default: .words("the release's own"),
      "The source of the secret webhook's secrets; in v2 a list, in the order of lookup."),
    .init(
      "unverifiedShapes", .choice(["refuse", "allow"]), default: .text("refuse"),
      "Whether to patch functions that look like those of no release."),
  ])

  private static let plugins = FlytePlugin.allCases.map(\.rawValue)

  static let pluginsKey = ConfigSchema.Key(
    "plugins",
    .list(
      .choiceOrMapping(
        plugins,
        [
          .init("name", .choice(plugins), required: true, "The plugin."),
          .init(
            "operator", .text(.any), example: "1.7.0",
            "The version of its operator: KubeRay, spark-operator, training-operator, dask-kubernetes, JobSet or Knative. With it, 'audit' judges every pod of the plugin. Two numbers (\"1.3\") mean the newest version of that line that was run."
          ),
          .init(
            "webhook", .bool, default: .words("on from spark-operator 2.0.0"),
            "Whether the webhook of the Spark operator runs."),
          .init(
            "initContainer", .bool, default: .words("as KubeRay's own: it does"),
            "Whether KubeRay adds an init container to workers (ENABLE_INIT_CONTAINER_INJECTION)."
          ),
          .init(
            "securePodDefaults",
            .choice(KnativeServing.SecureDefaults.allCases.map(\.rawValue)),
            default: .words("as Knative's own: disabled"),
            "Knative's 'secure-pod-defaults' in the ConfigMap 'config-features'."),
          .init(
            "initTemplate", .bool, default: .flag(false),
            "Whether the training operator has a '--pytorch-init-container-template-file' whose container has a complete securityContext."
          ),
          .init(
            "ownPods", .bool, default: .flag(false),
            "Whether tasks give Ray's or Spark's roles pods of their own ('driver_pod', 'k8sPod'): 'audit' then judges one whose containers set nothing but an image."
          ),
        ])), example: "[array, { name: ray, operator: 1.7.0 }]",
    "Plugins that your teams use. 'audit' judges the pods of those whose operator is named, and reports what is known about the others."
  )
}
