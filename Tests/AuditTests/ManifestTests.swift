import Deployments
import Diagnostics
import Manifests
import PodAPI
import Testing
import Values

/// Manifests that are no PodTemplates, or bad ones: each fault at its place.
@Suite struct ManifestTests {
  private func faults(_ text: String, kubernetes: Int = 31) -> [String] {
    var diagnostics = DiagnosticList()
    var reading = TemplateReading(
      ServerRelease(minor: kubernetes, switched: [:]),
      claim: Claim(level: "restricted", minor: nil, origin: .tool))
    _ = reading.read([SourceFile(path: "t.yaml", bytes: Array(text.utf8))], into: &diagnostics)
    return diagnostics.sorted.map { "\($0.span?.description ?? "-") [\($0.id.name)]" }
  }

  private static let head = "apiVersion: v1\nkind: PodTemplate\nmetadata: { name: a }\n"

  @Test(arguments: [
    ("kind: Pod\n", "t.yaml:1:7 [manifest/not-a-template]"),
    ("apiVersion: flyte-harden/v1\n", "t.yaml:1:13 [manifest/not-a-template]"),
    ("[1]\n", "t.yaml:1:1 [manifest/not-a-template]"),
    ("apiVersion: v2\nkind: PodTemplate\n", "t.yaml:1:13 [manifest/not-a-template]"),
    ("kind: List\nitems: [{ kind: Pod }]\n", "t.yaml:2:17 [manifest/not-a-template]"),
    ("kind: List\nitems: [{ name: x }]\n", "t.yaml:2:9 [manifest/not-a-template]"),
    ("kind: List\nitems: []\n", "t.yaml [manifest/none]"),
    (head + "template: { spec: { contaners: [] } }\n", "t.yaml:4:21 [config/unknown-key]"),
    (head + "tmplate: {}\n", "t.yaml:4:1 [config/unknown-key]"),
    (head + "template: { spec: { hostNetwork: maybe } }\n", "t.yaml:4:34 [config/wrong-type]"),
    (
      head + "template: { spec: { containers: [{ name: A, image: i }] } }\n",
      "t.yaml:4:42 [manifest/refused]"
    ),
  ])
  func isToldAtItsPlace(text: String, fault: String) {
    #expect(faults(text).first == fault)
  }

  @Test func aFieldOfALaterKubernetesIsTold() {
    let text =
      Self.head
      + "template: { spec: { hostUsers: false, containers: [{ name: a, image: i, restartPolicyRules: [] }] } }\n"
    #expect(faults(text, kubernetes: 30).first?.hasSuffix("[manifest/refused]") == true)
    #expect(faults(text, kubernetes: 35).isEmpty)
  }

  @Test func jsonIsReadAsWell() {
    let text = """
      {"apiVersion": "v1", "kind": "PodTemplate", "metadata": {"name": "a", "namespace": "n"},
       "template": {"spec": {"containers": [{"name": "default", "image": "i"}]}}}
      """
    #expect(faults(text).isEmpty)
  }
}
