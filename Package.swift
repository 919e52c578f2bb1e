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

func module(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies + ["Text"], swiftSettings: settings)
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
    module("YAMLTree", ["Diagnostics", "CLibYAML"]),
    module("Origins", ["Diagnostics", "PodAPI"]),
    module("Digests", ["CLibCrypto"]),
    module("LineDiff"),
    module("Files"),

    // What the product knows of Kubernetes and Flyte; nothing here reads a file.
    module("PodAPI"),
    module("APIServer", ["PodAPI", "YAMLTree", "Diagnostics"]),
    module("JSONText", ["PodAPI"]),
    module("PodSecurity", ["PodAPI"]),
    module("Flyte", ["PodAPI", "Digests"]),

    // From the config to one setup a cluster.
    module("Model", ["Diagnostics", "Origins", "PodAPI", "Flyte"]),
    module(
      "Config",
      ["Model", "Origins", "YAMLTree", "PodAPI", "PodSecurity", "Flyte", "Diagnostics"]),
    module("Setup", ["Flyte", "PodAPI", "Origins", "Diagnostics"]),
    module(
      "Judgement",
      ["APIServer", "Setup", "PodSecurity", "Flyte", "PodAPI", "Origins", "Diagnostics"]),
    module(
      "Hardening",
      ["APIServer", "Model", "Setup", "Judgement", "Flyte", "PodAPI", "Origins", "Diagnostics"]),

    // Go sources and the patches made from them.
    module("GoSource", ["Digests"]),
    module("GoPatch", ["GoSource", "LineDiff", "Digests", "Diagnostics"]),
    module("Git"),

    // What is written, and how it differs from what is there.
    module("Charts", ["Setup", "YAMLTree", "Diagnostics", "Flyte", "PodAPI", "Origins"]),
    module(
      "Output",
      [
        "Setup", "Charts", "YAMLTree", "Diagnostics", "Digests", "Files", "Flyte", "PodAPI",
        "Origins",
      ]),
    module("Compare", ["Files", "Digests"]),

    // Pages and schemas that are made from the same values as the checks.
    module(
      "Reference",
      [
        "Config", "Diagnostics", "Flyte", "GoPatch", "Hardening", "JSONText", "Pipeline", "PodAPI",
        "YAMLTree",
      ]),

    // The walk, and the command around it.
    module(
      "Pipeline",
      [
        "Diagnostics", "YAMLTree", "Origins", "Digests", "LineDiff", "Files", "PodAPI",
        "PodSecurity", "Flyte", "Model", "Config", "Setup", "Hardening", "Judgement", "GoSource",
        "GoPatch", "Git", "Charts", "Output", "Compare", "APIServer",
      ]),
    module("CommandLine"),
    module(
      "Command",
      [
        "APIServer", "CommandLine", "Pipeline", "Diagnostics", "Files", "Compare", "LineDiff",
        "Setup", "Flyte",
        "GoPatch", "JSONText", "Judgement", "Origins", "Output", "PodAPI", "PodSecurity",
        "Reference",
      ]),
    .executableTarget(
      name: "flyte-harden", dependencies: ["Command", "Files", "Text"], swiftSettings: settings),

    // Programs for developers.
    .executableTarget(
      name: "conformance",
      dependencies: [
        "APIServer", "PodAPI", "PodSecurity", "Flyte", "Files", "JSONText", "YAMLTree",
        "Diagnostics", "Text",
      ], path: "Tests/Conformance", swiftSettings: settings),
    .executableTarget(
      name: "pod-benchmark",
      dependencies: ["APIServer", "PodAPI", "PodSecurity", "Flyte", "Text"],
      path: "Tests/PodBenchmark", swiftSettings: settings),

    .executableTarget(
      name: "flyte-releases",
      dependencies: ["GoPatch", "Git", "Files", "Flyte", "Diagnostics", "Text"],
      path: "Tests/FlyteReleases", exclude: ["apply.py", "run", "summary.txt"],
      swiftSettings: settings),

    // Tests.
    .target(
      name: "TestSupport", dependencies: ["Diagnostics", "Files", "Origins", "Text"],
      path: "Tests/TestSupport",
      swiftSettings: settings),
    tests("Text", []),
    tests("Diagnostics", ["Diagnostics"]),
    tests("YAMLTree", ["YAMLTree", "Diagnostics"]),
    tests("Model", ["Model", "Origins"]),
    tests("Config", ["Config", "Model", "Origins", "YAMLTree", "Diagnostics"]),
    tests(
      "Hardening", ["Hardening", "Model", "Origins", "Setup", "Flyte", "PodAPI", "Diagnostics"]),
    tests("PodAPI", ["PodAPI", "JSONText"]),
    tests("APIServer", ["APIServer", "PodAPI", "JSONText", "conformance"]),
    tests("PodSecurity", ["PodSecurity", "PodAPI", "JSONText"]),
    tests(
      "Flyte", ["APIServer", "Flyte", "PodAPI", "PodSecurity", "JSONText", "conformance"],
      resources: [.copy("Data")]),
    tests("Files", ["Files"]),
    tests("Compare", ["Compare", "Digests", "Files"]),
    tests("Digests", ["Digests"]),
    tests("LineDiff", ["LineDiff"]),
    tests("Git", ["Git"]),
    tests("GoSource", ["GoSource"]),
    tests("GoPatch", ["GoPatch", "GoSource", "Diagnostics"]),
    tests(
      "Judgement", ["Judgement", "Flyte", "Origins", "PodSecurity", "Setup"]),
    tests("Reference", ["Reference", "Config", "Model", "Origins", "PodAPI", "Diagnostics"]),
    tests("CommandLine", ["CommandLine"]),
    tests("Command", ["Command", "CommandLine", "Files", "flyte-harden"]),
    tests(
      "Golden",
      ["Command", "Pipeline", "Reference", "Diagnostics", "Digests", "JSONText", "PodAPI"],
      exclude: ["Cases", "Errors"]),
  ],
  swiftLanguageModes: [.v6]
)
