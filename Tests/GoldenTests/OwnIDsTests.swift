import Command
import Foundation
import TestSupport
import Testing

/// Namespaces of OpenShift differ in the ids that OpenShift gives them; the answer is one all the same, where
/// nothing depends on which ids they are.
@Suite struct OwnIDsTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private static let namespaces = [
    ("n0", "uidRange: 1000650000/10000, mcs: \"s0:c26,c5\""),
    ("n1", "uidRange: 1000660000/10000, mcs: \"s0:c26,c10\""),
    ("n2", "uidRange: 500/1000, mcs: \"s0:c26,c15\""),
    ("n3", "uidRange: 1000680000/10000, supplementalGroups: 700-1999, mcs: \"s0:c26,c20\""),
  ]

  private func audit(
    _ profile: String, _ namespaces: [(String, String)], format: String, _ own: String = ""
  ) throws -> String {
    let lines = namespaces.map { "      - { name: \($0.0), scc: { \($0.1) } }\n" }.joined()
    let config = try folder.write(
      """
      apiVersion: flyte-harden/v1
      profiles: { strict: { \(profile) } }
      clusters:
        c:
          flyte: { version: v1.16.8 }
          kubernetes: { version: "1.33", platform: openshift }
          podTemplate: { fallback: false }
          patches: none
          \(own)
          assign: [{ profile: strict }]
          namespaces:

      """ + lines, to: "config.yaml")
    return run(["audit", "--config", config.path, "--format", format, "--fail-on", "never"]).output
  }

  private static let nobody = "extends: builtin/openshift"
  private static let fixed =
    "extends: builtin/restricted, pod: { securityContext: { runAsUser: 1000, fsGroup: 1000 } }"

  @Test func theAnswerIsOne() throws {
    let admitted = try audit(Self.nobody, Self.namespaces, format: "text")
    #expect(
      admitted.contains("\n4           flyte-default  restricted:latest  admitted"), "\(admitted)")
    let refused = try audit(Self.fixed, Array(Self.namespaces.prefix(2)), format: "text")
    #expect(refused.contains("\n2           flyte-default"), "\(refused)")
    #expect(refused.contains("1000650000, 1000659999"))
    #expect(!refused.contains("1000660000"))
    #expect(refused.contains("(the ids are those of the namespace 'n0')"), "\(refused)")
  }

  /// A fixed id may be one of a namespace's own, and a fixed level too.
  @Test(
    arguments: [
      nobody, fixed,
      "extends: builtin/openshift, pod: { securityContext: { runAsUser: 1000650007 } }",
      "extends: builtin/openshift, pod: { securityContext: { fsGroup: 700 } }",
      "extends: builtin/openshift, pod: { securityContext: { seLinuxOptions: { level: \"s0:c26,c5\" } } }",
      "extends: builtin/openshift, pod: { securityContext: { runAsUser: 2147400000 } }",
    ], ["", "quotas: [{ hard: { limits.cpu: 1 } }]", "plugins: [{ name: ray, operator: 1.3.2 }]"])
  func eachNamespaceIsJudgedAsAlone(profile: String, own: String) throws {
    func verdicts(_ namespaces: [(String, String)]) throws -> [String: String] {
      let text = try audit(profile, namespaces, format: "json", own)
      let report = try #require(
        JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
      let clusters = try #require(report["clusters"] as? [[String: Any]])
      let rows = try #require(clusters.first?["rows"] as? [[String: Any]])
      var found: [String: String] = [:]
      for row in rows {
        let cells = try #require(row["cells"] as? [[String: Any]])
        for name in try #require(row["namespaces"] as? [String]) {
          found[name] = cells.map { "\($0["task"] ?? "") \($0["now"] ?? "")" }.joined(
            separator: ", ")
        }
      }
      return found
    }
    let together = try verdicts(Self.namespaces)
    #expect(together.count == Self.namespaces.count)
    for namespace in Self.namespaces {
      #expect(try verdicts([namespace])[namespace.0] == together[namespace.0], "\(namespace)")
    }
  }
}
