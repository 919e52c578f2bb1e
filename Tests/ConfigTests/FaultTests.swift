import Diagnostics
import Testing

/// One cause, one fault.
@Suite struct FaultTests {
  @Test(arguments: [
    Sample(assign: "asign: [{ profile: s }]"), Sample(assign: "assign: [{ profil: s }]"),
    Sample(assign: "assign: [{ profile: 3 }]"), Sample(assign: "assign: [3]"),
    Sample(namespaces: "namespace: [{ name: x }]"), Sample(namespaces: "namespaces: [{ name: 5 }]"),
    Sample(namespaces: "namespaces: [{ nam: x }]"), Sample(namespaces: "namespaces: 5"),
    Sample(namespaces: "namespaces: [{ projects: [a, 5], domains: [dev] }]"),
    Sample(
      namespaces: "namespaces: [{ name: x, project: a, domain: 5 }]",
      assign: "assign: [{ domain: b, profile: s }]", cluster: ["podTemplate: { fallback: false }"]),
    Sample(profile: "podSecurity: { lvl: restricted }"),
    Sample(profile: "podSecurty: { level: restricted }"),
    Sample(profile: "extends: builtin/restrictd"),
    Sample(
      profile:
        "extends: builtin/restricted, pod: { volumes: [{ name: v }] }, containers: { volumeMounts: [{ name: v, path: /x }] }"
    ),
    Sample(
      profile:
        "extends: builtin/restricted, pod: { volumes: [{ name: 5 }] }, containers: { volumeMounts: [{ name: v, mountPath: /x }] }"
    ),
    Sample(
      profile:
        "extends: builtin/restricted, containers: { securityContext: { capabilities: { drop: [5] } } }"
    ),
    Sample(profile: "extends: builtin/restricted, pod: { securityContext: { runAsNonRoot: no } }"),
    Sample(flyte: "version: 1.15"), Sample(flyte: "versoin: v1.15.3"),
    Sample(flyte: "version: v9.9.9, behavesLik: v1.15.3"), Sample(kubernetes: "version: 1.31"),
    Sample(flyte: "version: v1.16.8, source: { path: 5 }"),
    Sample(namespaces: "namespaces: [{ projects: [Bad_], domains: [a, b, c] }]"),
    Sample(namespaces: "namespaces: [{ projects: [a, b, c], domains: [Bad_] }]"),
    Sample(cluster: ["ignore: []"]),
  ])
  func nothingIsReportedAgain(sample: Sample) {
    #expect(sample.checked().list.errorCount == 1, "\(sample.faults)")
    #expect(sample.faults.count == 1, "\(sample.faults)")
  }

  @Test func aProfileThatMayBeMeantIsNotMissing() {
    let (_, list) = Sample.check(
      """
      apiVersion: flyte-harden/v1
      profilse: { s: { extends: builtin/restricted } }
      clusters:
        p: { flyte: { version: v1.16.8 }, kubernetes: { version: "1.31" }, namespaces: [{ name: x }], assign: [{ profile: s }] }
      """)
    #expect(Sample.faults(list).count == 1)
  }

  @Test func noFaultHidesAnother() {
    let (_, list) = Sample.check(
      """
      apiVersion: flyte-harden/v1
      clusterDefaults: { namespaces: [{ name: x }], assign: [{ profile: builtin/restricted }] }
      clusters:
        a: { flyte: { version: v1.16.8 } }
        b: { flyte: { version: v1.16.8 }, chrt: flyte-core }
      """)
    #expect(
      Sample.faults(list) == [
        "config/missing-key 4: 'kubernetes.version' is missing in the cluster 'a'",
        "config/missing-key 5: 'kubernetes.version' is missing in the cluster 'b'",
        "config/unknown-key 5: unknown key 'chrt' in 'b'",
      ])
  }

  @Test func anotherLanguageIsTheOnlyFault() {
    let other = "apiVersion: flyte-harden/v2\nprofilez: {}\nclusters: []\n"
    #expect(Sample.faults(Sample.check(other).list).count == 1)
    let (_, list) = Sample.check(
      "apiVersion: flyte-harden/v1\nprofiles: { s: { extends: t } }\n", other)
    #expect(Sample.faults(list).count == 1)
  }

  @Test(arguments: [
    Sample(namespaces: "namespaces: [{ projects: [a], domains: [b], project: c }]"),
    Sample(namespaces: "namespaces: [{ projects: [], domains: [b] }]"),
    Sample(flyte: "version: v1.15.3, behavesLike: v1.16.8"),
    Sample(flyte: "version: v1.16.8, namespace: kustomization"),
    Sample(namespaces: "namespaces: [{ projects: [a, a-b], domains: [b-c, c] }]"),
    Sample(cluster: ["copilot: { inputVolumeName: v, outputVolumeName: v }"]),
    Sample(cluster: ["copilot: { inputVolumeName: flyte-outputs }"]),
    Sample(profile: "extends: builtin/restricted, pod: { tolerations: [null] }"),
  ])
  func nothingIsIgnoredInSilence(sample: Sample) {
    #expect(sample.checked().list.errorCount == 1, "\(sample.faults)")
  }

  @Test func withoutClustersNothingIsMade() {
    let (model, list) = Sample.check("apiVersion: flyte-harden/v1\nprofiles: {}\n")
    #expect(model == nil && list.errorCount == 1)
  }

  @Test(arguments: ["v2.0.10", "v2.0.43"])
  func aTemplateThatFlyteDoesNotReadIsNoted(version: String) {
    let sample = Sample(
      flyte: "version: \(version), namespaceTemplate: '{{ domain }}'",
      namespaces: "namespaces: [{ name: flyte }]")
    #expect(sample.faults.contains { $0.hasPrefix("flyte/setting-unread") })
    #expect(!sample.checked().list.hasErrors)
  }

  @Test func withoutAFallbackFlytesNamespaceMayHaveAnyName() {
    let sample = Sample(
      flyte: "version: v1.16.8, namespace: kustomization",
      cluster: ["podTemplate: { fallback: false }"])
    #expect(sample.faults == [])
  }
}
