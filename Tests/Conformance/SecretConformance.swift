import Flyte
import PodAPI
import PodSecurity
import Values

/// Pods as Flyte's own secret webhook left them, with what Pod Security said of them.
///
/// Left out is what the init containers run that the webhook adds, and how a configuration that does
/// not start the program is complained of.
enum SecretConformance {
  static func run(_ folder: String) throws(DataError) -> ConformanceReport {
    let path = "\(folder)/flyte-oracle/secrets.jsonl"
    var report = ConformanceReport(name: "secrets", source: path)
    for line in try DataFile.lines(path) {
      let runs = line.value["on"]?.items ?? []
      guard let record = Record(line.value), !runs.isEmpty else {
        report.count("\(line.place): not a record")
        continue
      }
      for run in runs {
        let release = run.items.first?.string ?? ""
        let patches = (run.items.dropFirst().first?.items ?? []).compactMap(\.string)
        let lines = record.differences(on: release, patches)
        report.count(
          lines.isEmpty
            ? nil
            : (["\(record.id) on \(release) \(patches)"] + lines).joined(separator: "\n"))
      }
    }
    return report
  }

  /// One line of the data.
  private struct Record {
    let id: String
    private let metadata: PodObject
    private let spec: PodObject
    private let section: PlainValue
    private let secrets: [TaskSecret]
    private let world: SecretWebhook.World
    private let outcomes: [Outcome]
    private let verdicts: PlainValue?

    private static let decoder = PodDecoder(minor: 36)

    init?(_ line: PlainValue) {
      guard let id = line["id"]?.string, let result = line["result"], let pod = line["pod"] else {
        return nil
      }
      self.id = id
      metadata = Self.decoder.decode(pod["metadata"] ?? .null, as: "ObjectMeta")
      spec = Self.decoder.decode(pod["spec"] ?? .null, as: "PodSpec")
      section = line["webhookConfig"] ?? .null
      secrets = (line["secrets"]?.items ?? []).map(Self.secret)
      world = Self.world(line)
      let own = (spec[.initContainers]?.items ?? []).count
      outcomes = (result["oneOf"]?.items ?? [result]).map { Outcome($0, own: own) }
      verdicts = line["podSecurity"]
    }

    private static func secret(_ value: PlainValue) -> TaskSecret {
      func text(_ key: String) -> String { value[key]?.string ?? "" }
      return TaskSecret(
        group: text("group"), groupVersion: text("groupVersion"), key: text("key"),
        mount: TaskSecret.Mount(named: text("mount")) ?? .any, variable: text("envVar"))
    }

    private static func world(_ line: PlainValue) -> SecretWebhook.World {
      let pullSecrets = (line["pullSecrets"]?.items ?? []).map { secret -> String in
        func text(_ key: String) -> String { secret[key]?.string ?? "" }
        return SecretWebhook.World.pullSecret(
          organization: text("org"), domain: text("domain"), project: text("project"),
          name: text("name"))
      }
      let store = (line["store"]?.entries ?? []).map { entry -> (name: String, value: [UInt8]) in
        let text = entry.value.string ?? ""
        // Bytes that are no text are called so.
        if text == "bytes:invalid" { return (entry.key, [0xFF, 0xFE, 0]) }
        return (entry.key, Array(text.utf8.dropFirst(text.hasPrefix("bytes:") ? 6 : 0)))
      }
      let environment = (line["env"]?.entries ?? []).map {
        (key: $0.key, value: PodValue.string($0.value.string ?? ""))
      }
      return SecretWebhook.World(
        environment: PodMap(environment), store: store, pullSecrets: pullSecrets)
    }

    func differences(on release: String, _ patches: [String]) -> [String] {
      guard var behaviors = Release.named(release)?.behaviors else { return ["no such release"] }
      for name in patches {
        guard let patch = ModeledPatch(named: name) else { return ["no such patch"] }
        behaviors = behaviors.applying(patch)
      }
      guard
        let webhook = SecretWebhook(behaviors: behaviors, section: section, world: world)
      else { return ["\(release) has no webhook here"] }
      let own = (spec[.initContainers]?.items ?? []).count
      let answers = webhook.answers(metadata: metadata, spec: spec, secrets: secrets)
      let found = answers.map { Outcome($0, own: own) }
      guard Set(found) == Set(outcomes) else {
        let plain = (outcomes.first, found.first)
        return ["expected \(outcomes.count) outcomes, got \(Set(found).count)"]
          + conformance.differences(plain.0?.plain, plain.1?.plain)
      }
      return judge(answers)
    }

    /// The differences between the verdicts of Pod Security.
    private func judge(_ answers: [SecretWebhook.Answer]) -> [String] {
      let expected = verdicts.map { $0.items.isEmpty ? [$0] : $0.items } ?? []
      let judged = answers.map { answer -> PlainValue in
        switch answer {
        case .changed(let metadata, let spec): verdict(metadata, spec)
        case .unchanged, .letInWithout: verdict(metadata, spec)
        case .refused, .notStarted: .null
        }
      }
      let isSame = judged.allSatisfy(expected.contains) && expected.allSatisfy(judged.contains)
      return isSame
        ? [] : ["verdicts: expected \(words(.list(expected))), got \(words(.list(judged)))"]
    }

    private func verdict(_ metadata: PodObject, _ spec: PodObject) -> PlainValue {
      .mapping(
        [PodSecurityLevel.baseline, .restricted].map { level in
          let verdict = PodSecurity.evaluate(
            spec: spec, annotations: metadata[.annotations]?.map, level: level, version: .latest,
            server: PodSecurity.newestServer)
          guard !verdict.isAllowed else { return .init(level.rawValue, .null) }
          let detail = verdict.findings.map { finding in
            finding.detail.isEmpty ? finding.reason : "\(finding.reason) (\(finding.detail))"
          }.joined(separator: ", ")
          return .init(
            level.rawValue,
            .mapping([.init("detail", .string(detail)), .init("reason", .string(verdict.reason))]))
        })
    }
  }

  /// The outcome for a pod.
  private struct Outcome: Hashable {
    private var metadata: PodObject?
    private var spec: PodObject?
    private var words: String?

    /// As the data have it.
    /// - Parameter own: how many init containers the pod had before.
    init(_ value: PlainValue, own: Int) {
      if let pod = value["pod"] {
        let decoder = PodDecoder(minor: 36)
        metadata = decoder.decode(pod["metadata"] ?? .null, as: "ObjectMeta")
        spec = Self.kept(decoder.decode(pod["spec"] ?? .null, as: "PodSpec"), own: own)
      } else if let error = value["error"]?.string {
        words = error.hasPrefix("configuration: ") ? "not started" : "refused: \(error)"
      } else {
        words = value["webhookError"]?.string.map { "let in: \($0)" } ?? "unchanged"
      }
    }

    /// As the model has it.
    init(_ answer: SecretWebhook.Answer, own: Int) {
      switch answer {
      case .changed(let metadata, let spec):
        self.metadata = metadata
        self.spec = Self.kept(spec, own: own)
      case .unchanged: words = "unchanged"
      case .letInWithout(let message): words = "let in: \(message)"
      case .refused(let message): words = "refused: \(message)"
      case .notStarted: words = "not started"
      }
    }

    var plain: PlainValue {
      .mapping([
        .init("words", words.map { .string($0) } ?? .null),
        .init("metadata", metadata?.plain ?? .null), .init("spec", spec?.plain ?? .null),
      ])
    }

    /// A spec without the commands of init containers that were added, and with the host of public
    /// registries as the data write it.
    private static func kept(_ spec: PodObject, own: Int) -> PodObject {
      guard let items = spec[.initContainers]?.items else { return spec }
      var result = spec
      result[.initContainers] = .list(
        items.enumerated().map { index, item in
          guard index >= own, var container = item.object else { return item }
          container[FieldName(known: "command")] = nil
          if let image = container[.image]?.string { container[.image] = .string(masked(image)) }
          return .object(container)
        })
      return result
    }

    private static func masked(_ image: String) -> String {
      let hosts = ["docker.io/", "gcr.io/", "mcr.microsoft.com/", "public.ecr.aws/"]
      guard let host = hosts.first(where: image.hasPrefix) else { return image }
      return "REGISTRY/" + image.dropFirst(host.count)
    }
  }
}
