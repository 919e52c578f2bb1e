import APIServer
import Flyte
import Foundation
import JSONText
import PodAPI
import PodSecurity
import Testing

/// The pods that pass Pod Security for the usual setups, release by release.
@Suite struct MatrixTests {
  static let releases = [
    "v1.9.2", "v1.10.7", "v1.12.0", "v1.13.3", "v1.14.1", "v1.15.0", "v1.15.3", "v1.16.0",
    "v1.16.2", "v1.16.8", "v2.0.7", "v2.0.16", "v2.0.28", "v2.0.29", "v2.0.40", "v2.0.43",
  ]
  static let strict = """
    {"allowPrivilegeEscalation": false, "capabilities": {"drop": ["ALL"]},
     "readOnlyRootFilesystem": true}
    """
  static let strictPod = """
    {"runAsNonRoot": true, "runAsUser": 65532, "fsGroup": 65532,
     "seccompProfile": {"type": "RuntimeDefault"}}
    """
  static let templates: [(name: String, inits: [String]?)] = [
    ("no-template", nil), ("default", []), ("default+default-init", ["default-init"]),
    ("default+primary-init", ["primary-init"]),
    ("default+named-inits", ["flyte-copilot-downloader", "flyte-copilot-uploader"]),
  ]
  static let settings: [(name: String, section: String)] = [
    ("no-settings", "{}"),
    (
      "settings",
      """
      {"default-security-context": \(strict), "default-pod-security-context": \(strictPod)}
      """
    ),
    (
      "settings+copilot",
      """
      {"default-security-context": \(strict), "default-pod-security-context": \(strictPod),
       "co-pilot": {"security-context": \(strict)}}
      """
    ),
  ]

  @Test func comesOutAsFlyteItselfHasItUnpatched() throws {
    #expect(try matrix { $0 } == golden("unpatched"))
  }

  @Test func comesOutAsFlyteItselfHasItWithAllPatches() throws {
    let computed = try matrix { behaviors in
      ModeledPatch.allCases.filter { $0 != .optionalSysPtrace && !$0.isOptIn }
        .reduce(behaviors) { $0.applying($1) }
    }
    #expect(try computed == golden("all-patches"))
  }

  private func golden(_ name: String) throws -> String {
    let url = try #require(Bundle.module.resourceURL)
      .appendingPathComponent("Data/matrices/\(name).md")
    return try String(contentsOf: url, encoding: .utf8)
  }

  private func matrix(_ change: (Behaviors) -> Behaviors) throws -> String {
    var lines = [
      "| template | settings | " + Self.releases.joined(separator: " | ") + " |",
      String(repeating: "|---", count: Self.releases.count + 2) + "|",
    ]
    for template in Self.templates {
      for setting in Self.settings {
        let cells = try Self.releases.map { name in
          let release = try #require(Release.named(name))
          return try letters(
            change(release.behaviors), inits: template.inits, section: setting.section)
        }
        lines.append(
          "| " + ([template.name, setting.name] + cells).joined(separator: " | ") + " |")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// One letter a task.
  private func letters(_ behaviors: Behaviors, inits: [String]?, section: String) throws
    -> String
  {
    var settings = PluginSettings(reading: try JSONReader.read(section.utf8))
    settings.defaultPodTemplateName = "flyte-default"
    let model = FlyteModel(behaviors: behaviors, settings: settings)
    let store = TemplateStore(
      try inits.map { [try template($0)] } ?? [], defaultNamespace: "flyte",
      behaviors: behaviors)
    return try tasks().map { task in
      let result = model.pod(for: task, in: "flytesnacks-development", store: store.restarted())
      return letter(try result.get())
    }.joined()
  }

  private func template(_ inits: [String]) throws -> StoredTemplate {
    func containers(_ names: [String]) -> String {
      names.map { "{\"name\": \"\($0)\", \"image\": \"p:1\", \"securityContext\": \(Self.strict)}" }
        .joined(separator: ", ")
    }
    let spec = try JSONReader.read(
      """
      {"containers": [\(containers(["default"]))], "initContainers": [\(containers(inits))],
       "securityContext": \(Self.strictPod)}
      """.utf8)
    return StoredTemplate(
      name: "flyte-default", namespace: "flytesnacks-development", metadata: PodObject(),
      spec: PodDefaults.template(PodDecoder(minor: 36).decode(spec, as: "PodSpec")))
  }

  private func tasks() throws -> [TaskShape] {
    func pod(_ text: String) throws -> TaskShape.Body {
      let spec = PodDecoder(minor: 36).decode(try JSONReader.read(text.utf8), as: "PodSpec")
      return .pod(TaskShape.PodBody(spec: spec, primaryContainer: "main"))
    }
    let container = TaskShape.Body.container(image: "task:1")
    let main = try pod(#"{"containers": [{"name": "main", "image": "t:1"}]}"#)
    let whole = try pod(
      """
      {"containers": [{"name": "main", "image": "t:1"}, {"name": "helper", "image": "h:1"}],
       "initContainers": [{"name": "prep", "image": "p:1"}]}
      """)
    return [
      TaskShape(container),
      TaskShape(container, copilot: TaskShape.Data(inputs: true, outputs: true)),
      TaskShape(container, copilot: TaskShape.Data(inputs: true, outputs: false)),
      TaskShape(container, copilot: TaskShape.Data(inputs: false, outputs: true)),
      TaskShape(main), TaskShape(main, copilot: TaskShape.Data(inputs: true, outputs: true)),
      TaskShape(whole),
    ]
  }

  private func letter(_ pod: BuiltPod) -> String {
    let spec = PodDefaults.pod(pod.spec)
    guard
      Server(ServerRelease(minor: 36)).prepare(podMetadata: pod.metadata, spec: spec).refusals
        .isEmpty
    else { return "D" }
    func passes(_ level: PodSecurityLevel) -> Bool {
      PodSecurity.evaluate(
        spec: spec, annotations: pod.metadata[.annotations]?.map, level: level, version: .latest,
        server: PodSecurity.newestServer
      ).isAllowed
    }
    return passes(.restricted) ? "R" : passes(.baseline) ? "B" : "x"
  }
}
