import Command
import Foundation
import TestSupport
import Testing

/// Limits, quotas, SCCs and operators as `diff` sees them: by what they do to pods.
@Suite struct RuleChangeTests {
  private let place: DiffFolder
  private var folder: TemporaryFolder { place.folder }
  private var path: String { place.path }
  private var output: String { place.output }

  init() throws { place = try DiffFolder() }

  private func config(
    _ lines: String..., profile: String = "extends: builtin/restricted",
    kubernetes: String = "{ version: \"1.33\" }"
  ) throws {
    let own = lines.map { "    \($0)\n" }.joined()
    _ = try folder.write(
      """
      apiVersion: flyte-harden/v1
      profiles: { strict: { \(profile) } }
      clusters:
        c:
          flyte: { version: v1.16.8 }
          kubernetes: \(kubernetes)
          podTemplate: { fallback: false }
          patches: none
          assign: [{ profile: strict }]

      """ + own, to: "config.yaml")
  }

  private func generate() { place.generate() }

  private func diff(_ options: String...) -> String {
    place.diff(options)
  }

  @Test func whatIsReadBackDoesTheSame() throws {
    try config(
      "plugins: [{ name: ray, operator: 1.3.2 }, { name: spark, operator: 2.1.0, webhook: false }]",
      "limitRanges: [{ limits: [{ type: Container, default: { memory: 1Gi } }] }]",
      "namespaces: [{ name: a }, { name: b, quotas: [{ hard: { pods: \"3\" } }] }]")
    generate()
    let result = run(["diff", "--config", path, "--output", output, "--view", "fields"])
    #expect(result.status == .success, "\(result.output)")
    #expect(result.output.contains("up to date"))
  }

  @Test func aLimitThatRefusesPodsTightens() throws {
    try config("namespaces: [{ name: a }, { name: b }]")
    generate()
    try config(
      "namespaces:",
      "  - { name: a }",
      "  - { name: b, limitRanges: [{ limits: [{ type: Container, max: { memory: 1Mi } }] }] }")
    let text = diff()
    #expect(
      text.contains("limitRanges[limits][Container].max.memory not set → 1Mi: namespace b"),
      "\(text)")
    #expect(text.contains("tightened") && text.contains("now refused"), "\(text)")
    #expect(!text.contains("namespace a"), "\(text)")
  }

  @Test func aQuotaIsToldByWhatItRefuses() throws {
    try config("namespaces: [{ name: a }]")
    generate()
    try config("quotas: [{ hard: { limits.nvidia.com/mig: \"1\" } }]", "namespaces: [{ name: a }]")
    let harmless = diff()
    #expect(harmless.contains("quotas[quota].hard"), "\(harmless)")
    #expect(harmless.contains("1 neutral\n"), "\(harmless)")
    #expect(!harmless.contains("now refused"), "\(harmless)")
    try config("quotas: [{ hard: { pods: \"0\" } }]", "namespaces: [{ name: a }]")
    let text = diff()
    #expect(text.contains("quotas[quota].hard.pods not set → '0'"), "\(text)")
    #expect(text.contains("now refused"), "\(text)")
  }

  /// Of two changes in different namespaces each means what its own namespaces show.
  @Test func aChangeMeansWhatItsOwnNamespacesShow() throws {
    func namespaces(_ pods: Int, _ memory: String) throws {
      try config(
        "namespaces:", "  - { name: a, quotas: [{ hard: { pods: \"\(pods)\" } }] }",
        "  - { name: b, limitRanges: [{ limits: [{ type: Container, max: { memory: \(memory) } }] }] }"
      )
    }
    try namespaces(10, "64Gi")
    generate()
    try namespaces(20, "1Mi")
    let lines = diff().components(separatedBy: "\n")
    let quota = try #require(lines.first { $0.contains("quotas[quota].hard.pods") })
    let limit = try #require(lines.first { $0.contains("[Container].max.memory") })
    #expect(quota.hasPrefix("neutral") && quota.hasSuffix("namespace a of c"), "\(quota)")
    #expect(limit.hasPrefix("tightened") && limit.hasSuffix("namespace b of c"), "\(limit)")
  }

  /// Names may be left out.
  @Test func theSecondQuotaIsCompared() throws {
    func quotas(_ pods: Int) throws {
      try config(
        "quotas: [{ hard: { pods: \"5\" } }, { hard: { pods: \"\(pods)\" } }]",
        "namespaces: [{ name: a }]")
    }
    try quotas(9)
    generate()
    try quotas(0)
    let text = diff()
    #expect(text.contains("quotas[quota#2].hard.pods '9' → '0'"), "\(text)")
    #expect(text.contains("now refused"), "\(text)")
  }

  @Test func anotherConstraintThatWinsIsIncomparable() throws {
    let openshift = "{ version: \"1.33\", platform: openshift }"
    func constraints(_ names: String) throws {
      try config(
        "scc: { usable: [\(names)], uidRange: 1000-1999, mcs: \"s0:c1,c0\" }",
        "namespaces: [{ name: a }]", profile: "podSecurity: { level: baseline }",
        kubernetes: openshift)
    }
    try constraints("restricted-v2, nonroot-v2")
    generate()
    try constraints("restricted-v2, nonroot-v2, anyuid")
    let text = diff("--fail-on", "loosened")
    #expect(text.contains("scc.usable"), "\(text)")
    #expect(text.contains("seen in: container task in a"), "\(text)")
    #expect(text.contains("incomparable"), "\(text)")
  }

  /// Tasks can write pods that the usual shapes are not.
  @Test func aGrantThatNoUsualPodNeedsLoosens() throws {
    let openshift = "{ version: \"1.33\", platform: openshift }"
    func constraints(_ names: String) throws {
      try config(
        "scc: { usable: [\(names)], uidRange: 1000-1999, mcs: \"s0:c1,c0\" }",
        "namespaces: [{ name: a }]", profile: "extends: builtin/openshift",
        kubernetes: openshift)
    }
    try constraints("")
    generate()
    try constraints("privileged")
    let text = diff()
    #expect(text.contains("loosened") && text.contains("scc.usable"), "\(text)")
    generate()
    try constraints("")
    #expect(diff().contains("tightened"), "\(diff())")
  }

  /// A cluster's own SCCs are in `setup.yaml`, so what a file says of them is compared.
  @Test func ownConstraintsAreCompared() throws {
    func constraints(_ privileged: Bool, users: String = "", escalates: Bool = true) throws {
      _ = try folder.write(
        """
        apiVersion: security.openshift.io/v1
        kind: SecurityContextConstraints
        metadata: { name: own }
        allowPrivilegedContainer: \(privileged)
        allowPrivilegeEscalation: \(escalates)
        runAsUser: { type: RunAsAny }
        seLinuxContext: { type: RunAsAny }
        groups: [system:serviceaccounts]
        users: [\(users)]
        volumes: ["*"]
        """, to: "sccs.yaml")
      try config(
        "scc: { file: sccs.yaml, uidRange: 1000-1999, mcs: \"s0:c1,c0\" }",
        "namespaces: [{ name: a }]", profile: "extends: builtin/openshift",
        kubernetes: "{ version: \"1.33\", platform: openshift }")
    }
    try constraints(false)
    generate()
    #expect(diff().contains("up to date"), "\(diff())")
    try constraints(true)
    let text = diff()
    #expect(
      text.contains("scc.constraints[own].allowPrivilegedContainer not set → true"), "\(text)")
    #expect(text.contains("loosened"), "\(text)")
    generate()
    try constraints(true, users: "\"system:serviceaccount:a:builder\"")
    let lines = diff().components(separatedBy: "\n")
    let grant = try #require(lines.first { $0.contains("scc.byAccount[builder]") }, "\(lines)")
    #expect(grant.hasPrefix("loosened"), "\(grant)")
    try constraints(false, escalates: false)
    let tightened = diff().components(separatedBy: "\n").filter { $0.hasPrefix("tightened") }
    for field in ["allowPrivilegedContainer", "allowPrivilegeEscalation"] {
      #expect(tightened.contains { $0.contains("scc.constraints[own].\(field)") }, "\(tightened)")
    }
  }

  @Test func anotherOperatorIsToldByItsPods() throws {
    try config("plugins: [{ name: ray, operator: 1.3.2 }]", "namespaces: [{ name: a }]")
    generate()
    try config("plugins: [{ name: ray, operator: 1.0.0 }]", "namespaces: [{ name: a }]")
    let text = diff()
    #expect(text.contains("plugins[ray].operator"), "\(text)")
    #expect(text.contains("ray (worker"), "\(text)")
  }

  @Test func anUpgradeTellsOfPluginsPods() throws {
    try config("plugins: [{ name: spark, operator: 2.1.0 }]", "namespaces: [{ name: a }]")
    let result = run(["upgrade", "--to", "v2.0.0", "--config", path])
    #expect(result.output.contains("spark driver"), "\(result.output)")
  }
}
