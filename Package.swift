// swift-tools-version: 6.1
import PackageDescription

/// What every target is compiled with; CI adds `-warnings-as-errors` on the command line.
let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  // Every file sees `Text`, whose operators compare texts by bytes and stand in front of Swift's own.
  .unsafeFlags(["-Xfrontend", "-import-module", "-Xfrontend", "Text"]),
]

func module(
  _ name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource] = []
) -> Target {
  .target(
    name: name, dependencies: dependencies + ["Text"], resources: resources,
    swiftSettings: settings)
}

func tests(
  _ name: String, _ dependencies: [Target.Dependency], exclude: [String] = [],
  resources: [Resource] = []
) -> Target {
  .testTarget(
    name: name + "Tests", dependencies: dependencies + ["TestSupport", "Text"], exclude: exclude,
    resources: resources, swiftSettings: settings)
}

let package = Package(
  name: "flyte-harden",
  products: [.executable(name: "flyte-harden", targets: ["flyte-harden"])],
  targets: [
    // The system's C libraries; each is imported by one module.
    .systemLibrary(
      name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .systemLibrary(
      name: "CLibCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),

    // Text is bytes; the one module that is compiled without itself.
    .target(name: "Text", swiftSettings: Array(settings.dropLast())),

    // Foundations: text with positions, trees, digests.
    module("Diagnostics"),
    module("YAMLTree", ["Values", "Diagnostics", "CLibYAML"]),
    module("Values", ["Diagnostics"]),
    module("Digests", ["CLibCrypto"]),
    module("TextDiff", ["Digests"]),
    module("Files"),
    module("Parallel"),

    // What the product knows of Kubernetes and Flyte; nothing here reads a file.
    module("PodAPI", ["Values"]),
    module("APIServer", ["PodAPI", "Values", "JSONText", "YAMLTree", "Diagnostics"]),
    module("JSONText", ["Values"]),
    module(
      "Reports", ["Digests", "JSONText", "Values", "Diagnostics"],
      resources: ["html", "css", "js"].map { .embedInCode("Page/table.\($0)") }),
    module("PodSecurity", ["PodAPI"]),
    module("Flyte", ["PodAPI", "Values", "Digests"]),
    module("Admission", ["PodAPI", "Values"]),
    // What else changes pods, or refuses them: limits, quotas, OpenShift's SCCs.
    module("Judges", ["APIServer", "PodSecurity", "PodAPI", "Values"]),

    // What operators and webhooks make of what Flyte sends.
    module("Operators", ["Flyte", "PodAPI", "Values", "Digests"]),

    // From the config to one setup a cluster.
    module(
      "Model", ["Diagnostics", "Values", "PodAPI", "Operators", "Flyte", "Admission", "Judges"]),
    module(
      "Config",
      [
        "Model", "Values", "YAMLTree", "PodAPI", "PodSecurity", "Operators", "Flyte", "Admission",
        "Judges", "Diagnostics",
      ]),
    module("Deployments", ["Flyte", "Operators", "PodAPI", "Values", "Admission", "Judges"]),
    module(
      "Judgment",
      [
        "Admission", "APIServer", "Deployments", "Judges", "Operators", "PodSecurity", "Flyte",
        "PodAPI",
        "Values",
      ]),
    module(
      "Hardening",
      [
        "Admission", "APIServer", "Model", "Deployments", "Judges", "Judgment", "Operators",
        "Flyte", "PodAPI",
        "PodSecurity", "Values", "Diagnostics",
      ]),

    // What a cluster refuses, why, and what helps; and set-ups that are known by their files.
    module(
      "Audit",
      [
        "Admission", "APIServer", "Deployments", "Judges", "Judgment", "PodSecurity", "Operators",
        "Flyte", "PodAPI", "Reports",
        "YAMLTree", "Values", "Diagnostics",
      ],
      // The page's parts, as they are edited; they become part of the program.
      resources: ["html", "css", "js"].map { .embedInCode("Formats/Page/page.\($0)") }),
    module(
      "Manifests",
      [
        "Admission", "APIServer", "Audit", "Config", "Deployments", "Judgment", "PodSecurity",
        "Operators", "Flyte", "PodAPI", "Reports", "Values",
        "YAMLTree", "Diagnostics",
      ]),

    // What differs between two sides, and what it means for security.
    module(
      "Changes",
      [
        "Deployments", "Judges", "Judgment", "Operators", "PodSecurity", "Flyte", "PodAPI",
        "Values",
      ]),

    module(
      "ReadBack",
      [
        "Admission", "Changes", "Deployments", "Flyte", "Judges", "Operators", "PodAPI", "Files",
        "YAMLTree", "Values", "Diagnostics",
      ]),

    // Go sources and the patches made from them.
    module("GoSource", ["Digests"]),
    module("GoPatch", ["GoSource", "TextDiff", "Diagnostics"]),
    module("Git"),

    // What is written, and how it differs from what is there.
    module("Charts", ["Deployments", "Flyte", "PodAPI", "YAMLTree", "Diagnostics", "Values"]),
    module(
      "Output",
      [
        "Admission", "Deployments", "Charts", "YAMLTree", "Diagnostics", "Digests", "Files",
        "Flyte", "Judges", "Operators", "Parallel", "PodAPI", "Values",
      ]),
    module("Compare", ["Files", "Digests"]),

    // What is read of Flyte: templates and rules, its sources, how patches stand to them.
    module("FileFaults", ["Files", "Diagnostics"]),
    module("TemplateLookup", ["GoPatch", "FileFaults", "Files", "Diagnostics"]),
    module(
      "FlyteSources",
      [
        "TemplateLookup", "GoPatch", "Git", "Compare", "FileFaults", "Files", "Model",
        "Deployments",
        "YAMLTree", "Values", "Digests", "Diagnostics",
      ]),
    module(
      "Patching",
      [
        "FlyteSources", "TemplateLookup", "GoPatch", "Git", "Hardening", "Model", "Deployments",
        "Flyte", "FileFaults", "Values", "Diagnostics",
      ]),

    // Pages and schemas that are made from the same values as the checks.
    module(
      "Reference",
      [
        "Audit", "Values", "Charts", "Config", "Deployments", "Diagnostics", "FileFaults", "Flyte",
        "FlyteSources", "GoPatch", "Hardening", "JSONText", "Judges", "Judgment", "Manifests",
        "Model", "Pipeline", "PodAPI", "ReadBack", "TemplateLookup", "YAMLTree",
      ]),

    // The walk, and the command around it.
    module(
      "Pipeline",
      [
        "Admission", "Audit", "Changes", "ReadBack", "FlyteSources", "Git", "Manifests", "Patching",
        "TemplateLookup", "FileFaults", "Charts", "Config", "Model",
        "Hardening", "Judges", "Judgment", "Deployments", "Output", "Compare", "APIServer", "Flyte",
        "Parallel", "PodAPI", "Reports", "YAMLTree", "Files", "Values", "Diagnostics",
      ]),
    module("CommandLine"),
    module(
      "Command",
      [
        "APIServer", "Audit", "Changes", "Charts", "CommandLine", "Judges", "Pipeline", "Patching",
        "FlyteSources", "FileFaults", "TemplateLookup",
        "Manifests", "YAMLTree", "Diagnostics", "Files", "Compare", "TextDiff",
        "Deployments", "Operators", "Flyte",
        "GoPatch", "JSONText", "Judgment", "Values", "Output", "PodAPI", "PodSecurity",
        "Reference", "Reports",
      ]),
    .executableTarget(
      name: "flyte-harden", dependencies: ["Command", "Files", "Text"], swiftSettings: settings),

    // Programs for developers.
    .executableTarget(
      name: "conformance",
      dependencies: [
        "Admission", "Values", "APIServer", "Judges", "PodAPI", "PodSecurity", "Flyte",
        "Operators", "Files",
        "JSONText",
        "YAMLTree", "Diagnostics", "Text",
      ], path: "Tests/Conformance", swiftSettings: settings),
    .executableTarget(
      name: "pod-benchmark",
      dependencies: ["APIServer", "PodAPI", "PodSecurity", "Flyte", "Text"],
      path: "Tests/PodBenchmark", swiftSettings: settings),

    .executableTarget(
      name: "flyte-releases",
      dependencies: ["GoPatch", "TextDiff", "Git", "Files", "Flyte", "Diagnostics", "Text"],
      path: "Tests/FlyteReleases", exclude: ["apply.py", "run", "summary.txt"],
      swiftSettings: settings),

    // Tests.
    .target(
      name: "TestSupport", dependencies: ["Values", "Text"],
      path: "Tests/TestSupport",
      swiftSettings: settings),
    tests("Text", []),
    tests("Diagnostics", ["Diagnostics"]),
    tests("YAMLTree", ["Values", "YAMLTree", "Diagnostics"]),
    tests("Model", ["Model", "Values"]),
    tests("Config", ["Config", "Model", "Values", "YAMLTree", "Diagnostics"]),
    tests(
      "Hardening",
      [
        "Admission", "Hardening", "Judgment", "Model", "Values", "Deployments", "Diagnostics",
        "Flyte",
        "Operators", "PodAPI", "PodSecurity",
      ]),
    tests("PodAPI", ["PodAPI"]),
    tests(
      "Admission",
      ["Admission", "APIServer", "JSONText", "PodAPI", "PodSecurity", "Values"]),
    tests("APIServer", ["Values", "APIServer", "PodAPI", "JSONText", "conformance"]),
    tests("PodSecurity", ["PodSecurity", "PodAPI", "JSONText"]),
    tests("Parallel", ["Parallel"]),
    tests("Judges", ["Judges", "APIServer", "PodAPI", "PodSecurity", "JSONText", "Values"]),
    tests(
      "Flyte",
      ["Values", "APIServer", "Flyte", "PodAPI", "PodSecurity", "JSONText", "conformance"],
      resources: [.copy("Data")]),
    tests("Operators", ["Operators", "Flyte", "PodAPI", "PodSecurity", "Values"]),
    tests("Files", ["Files", "Parallel"]),
    tests("Charts", ["Charts", "Deployments", "Flyte", "PodAPI", "Values", "Diagnostics"]),
    tests("Compare", ["Compare", "Digests", "Files"]),
    tests("Digests", ["Digests"]),
    tests("TextDiff", ["TextDiff"]),
    tests("Git", ["Git"]),
    tests("GoSource", ["GoSource"]),
    tests("GoPatch", ["Values", "GoPatch", "TextDiff", "Diagnostics"]),
    tests(
      "Judgment", ["Judgment", "Flyte", "PodAPI", "Values", "PodSecurity", "Deployments"]),
    tests(
      "Audit",
      [
        "Audit", "Manifests", "Reports", "Judgment", "Deployments", "Operators", "Flyte", "PodAPI",
        "Values",
        "YAMLTree",
        "Diagnostics",
      ]),
    tests(
      "Changes",
      [
        "Changes", "ReadBack", "Pipeline", "Deployments", "Flyte", "Values", "Diagnostics",
      ]),
    tests(
      "Reference",
      [
        "Reference", "Changes", "Config", "Model", "Operators", "Flyte", "Values", "PodAPI",
        "Admission", "Diagnostics",
      ]),
    tests("CommandLine", ["CommandLine"]),
    tests("Reports", ["Reports", "Diagnostics", "Values"]),
    tests("Command", ["Command", "CommandLine", "Diagnostics", "Files", "flyte-harden"]),
    tests(
      "Golden",
      [
        "Values", "Audit", "Command", "Pipeline", "TemplateLookup", "Reference", "Reports",
        "Diagnostics", "Digests", "JSONText", "PodAPI",
      ],
      exclude: ["Cases", "Errors", "Audits", "Reports"]),
  ],
  swiftLanguageModes: [.v6]
)
