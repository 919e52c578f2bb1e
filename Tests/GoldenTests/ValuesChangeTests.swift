import Command
import Foundation
import TestSupport
import Testing

/// Changes of the user's own values, and of pods of the user's own, as `diff` sees them.
@Suite struct ValuesChangeTests {
  private let place: DiffFolder
  private var folder: TemporaryFolder { place.folder }
  private var output: String { place.output }

  init() throws { place = try DiffFolder() }

  private func config(
    _ lines: String..., profile: String = "extends: builtin/baseline", version: String = "v1.16.8"
  ) throws {
    let own = lines.map { "    \($0)\n" }.joined()
    _ = try folder.write(
      """
      apiVersion: flyte-harden/v1
      profiles: { strict: { \(profile) } }
      clusters:
        c:
          flyte: { version: \(version) }
          kubernetes: { version: "1.33" }
          chart: flyte-binary
          podTemplate: { fallback: false }
          patches: none
          values: [values.yaml]
          namespaces: [{ name: a }]
          assign: [{ profile: strict }]

      """ + own, to: "config.yaml")
  }

  private func values(_ inline: String...) throws {
    let lines = inline.map { "    \($0)\n" }.joined()
    _ = try folder.write("configuration:\n  inline:\n" + lines, to: "values.yaml")
  }

  private func generate() { place.generate() }

  private func diff(_ view: String = "summary") -> [String] {
    place.diff(view: view).components(separatedBy: "\n")
  }

  @Test func aValueMeansWhatPodsShow() throws {
    try config()
    try values("plugins: { k8s: { default-security-context: { readOnlyRootFilesystem: true } } }")
    generate()
    #expect(diff("fields").contains { $0.contains("up to date") })
    try values("plugins: { k8s: { default-security-context: { readOnlyRootFilesystem: false } } }")
    let key = "values.plugins.k8s.default-security-context.readOnlyRootFilesystem"
    let loosened = try #require(diff().first { $0.hasPrefix("loosened") })
    #expect(loosened.contains("\(key) true → false"), "\(loosened)")
    #expect(loosened.hasSuffix("values.yaml:3"), "\(loosened)")
    generate()
    try values("plugins: { k8s: { default-security-context: { readOnlyRootFilesystem: true } } }")
    #expect(diff().contains { $0.hasPrefix("tightened") && $0.contains(key) })
  }

  @Test func whatTheTemplateHoldsIsSaidAsBoth() throws {
    let profile =
      "extends: builtin/baseline, containers: { securityContext: { readOnlyRootFilesystem: true } }"
    try config(profile: profile)
    try values("plugins: { k8s: { default-security-context: { readOnlyRootFilesystem: true } } }")
    generate()
    try values("plugins: { k8s: { default-security-context: { readOnlyRootFilesystem: false } } }")
    let lines = diff()
    let place = try #require(lines.firstIndex { $0.hasPrefix("loosened") }, "\(lines)")
    #expect(lines[place + 1].contains("no pod changes: another layer decides"), "\(lines)")
  }

  @Test func eachSectionMeansWhatItAloneShows() throws {
    try config("plugins: [{ name: ray, operator: 1.3.2 }]")
    func values(_ logs: String, _ image: String) throws {
      try self.values(
        "plugins: { ray: { logsSidecar: { name: logs, image: \(logs) } } }",
        "webhook: { secretManagerType: AWS, awsSecretManager: { sidecarImage: \(image) } }")
    }
    try values("r.example/logs:1", "r.example/aws:1")
    generate()
    try values("r.example/logs:2", "r.example/aws:2")
    let lines = diff("fields")
    let start = try #require(lines.firstIndex { $0.hasPrefix("values.plugins.ray") }, "\(lines)")
    let seen = lines[start...].first { $0.contains("seen in") }
    #expect(seen?.contains("container logs") == true, "\(lines)")
    let image = try #require(lines.firstIndex { $0.hasPrefix("values.webhook") }, "\(lines)")
    #expect(
      lines[image...].first { $0.contains("seen in") }?.contains("aws-pull-secret") == true)
  }

  /// It is the fault of the values, and not of the release.
  @Test func aScopeThatHidesTemplatesIsToldWhereItStands() throws {
    try config()
    let text = try String(contentsOfFile: place.path, encoding: .utf8)
    _ = try folder.write(
      text.replacingOccurrences(of: "flyte-binary", with: "flyte-core"), to: "config.yaml")
    _ = try folder.write(
      "flytepropeller: { serviceAccount: { rbacScope: namespace } }\n", to: "values.yaml")
    let told = run(["generate", "--config", place.path, "--output", output]).complaint
    #expect(
      told.contains("values.yaml:1:48: warning: Flyte may not read PodTemplates here"), "\(told)")
    #expect(!told.contains("v2.0.29"))
  }

  /// Keys of the user's own can have the name of a container's field.
  @Test func aLabelIsNoVariable() throws {
    try config()
    try values("plugins: { k8s: { default-labels: { env: prod, command: a, Team: b } } }")
    generate()
    let setup = try String(contentsOfFile: "\(output)/c/setup.yaml", encoding: .utf8)
    #expect(setup.contains("- command: a\n") && setup.contains("env: prod"), "\(setup)")
    try values("plugins: { k8s: { default-labels: { env: dev, command: a, Team: b } } }")
    let lines = diff()
    let place = try #require(
      lines.firstIndex { $0.contains("values.plugins.k8s.default-labels[env] prod → dev") },
      "\(lines)")
    #expect(lines[place + 1].contains("metadata.labels[env]"), "\(lines)")
    // The same labels as Flyte reads them.
    generate()
    try values("plugins: { k8s: { default-labels: [{ env: dev }, { command: a, team: b }] } }")
    #expect(diff("fields").contains { $0.contains("up to date") }, "\(diff())")
  }

  @Test func whatTheOverlayHidesTakesNoBlame() throws {
    try config(version: "v1.9.5")
    try values("plugins: { k8s: { default-security-context: { allowPrivilegeEscalation: true } } }")
    generate()
    try config(version: "v1.16.8")
    try values(
      "plugins: { k8s: { default-security-context: { allowPrivilegeEscalation: false } } }")
    let lines = diff()
    let key = "values.plugins.k8s.default-security-context.allowPrivilegeEscalation"
    let place = try #require(lines.firstIndex { $0.contains(key) }, "\(lines)")
    #expect(
      lines[place].hasPrefix("tightened") && lines[place + 1].contains("no pod changes"), "\(lines)"
    )
  }

  @Test func aDeviceClassMeansWhatItsPodsShow() throws {
    func values(_ privileged: Bool, _ secret: String) throws {
      try self.values(
        "plugins:", "  k8s:", "    accelerator-device-classes:", "      NVIDIA_GPU:",
        "        pod-template:", "          template:", "            spec:",
        "              containers:", "                - name: default",
        "                  env: [{ name: KEY, value: \(secret) }]",
        "                  livenessProbe: { httpGet: { path: /\(secret), port: 1, httpHeaders: [{ name: A, value: \(secret) }] } }",
        "                  securityContext: { privileged: \(privileged) }")
    }
    try config(version: "v2.0.43")
    try values(false, "hunter2")
    generate()
    let setup = try String(contentsOfFile: "\(output)/c/setup.yaml", encoding: .utf8)
    #expect(!setup.contains("hunter2"), "\(setup)")
    try values(true, "hunter3")
    let loosened = diff().filter { $0.hasPrefix("loosened") }
    #expect(loosened.count == 1 && loosened[0].contains("privileged false → true"), "\(diff())")
  }

  @Test func aDeviceClassOfOneSideIsTriedOnBoth() throws {
    try config(version: "v2.0.43")
    try values("plugins: { k8s: {} }")
    generate()
    try values(
      "plugins:", "  k8s:", "    accelerator-device-classes:", "      NVIDIA_GPU:",
      "        pod-template: { template: { spec: { hostNetwork: true, containers: [] } } }")
    let lines = diff()
    let place = lines.firstIndex { $0.hasPrefix("loosened") && $0.contains("NVIDIA_GPU") }
    let seen = try #require(place.map { lines[$0 + 1] }, "\(lines)")
    #expect(seen.contains("accelerator-NVIDIA_GPU task"), "\(lines)")
  }

  @Test func anOwnPodIsComparedToo() throws {
    _ = try folder.write(
      """
      apiVersion: v1
      kind: Pod
      spec:
        containers: [{ name: main, image: i, securityContext: { runAsUser: 0 } }]
      """, to: "root.yaml")
    try values("plugins: { k8s: {} }")
    let tasks = "tasks: [container, { file: root.yaml }]"
    try config(tasks, profile: "podSecurity: { level: baseline }")
    generate()
    try config(tasks, profile: "extends: builtin/restricted")
    #expect(diff().contains { $0.hasPrefix("now refused") && $0.contains("root.yaml task") })
  }

  @Test func ownPodsOfAPluginAreComparedWhereTheConfigHasThem() throws {
    func seen(_ own: String) throws -> Bool {
      try values("plugins: { k8s: {} }")
      let plugin = "plugins: [{ name: spark, operator: 2.1.0, webhook: true\(own) }]"
      try config(plugin, version: "v2.0.43")
      generate()
      try config(plugin, profile: "extends: builtin/restricted", version: "v2.0.43")
      return diff().contains { $0.contains("spark-own-pods") }
    }
    #expect(try seen(", ownPods: true"))
    #expect(try !seen(""))
  }
}
