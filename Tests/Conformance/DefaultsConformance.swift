import APIServer
import PodAPI
import Values

/// PodTemplates as they are written and as a real API server keeps them; those it refuses.
enum DefaultsConformance {
  static func run(_ folder: String) throws(DataError) -> ConformanceReport {
    let path = "\(folder)/flyte-oracle/cases.jsonl"
    var report = ConformanceReport(name: "defaults", source: path)
    for line in try DataFile.lines(path) {
      guard let id = line.value["id"]?.string else {
        report.count("\(line.place): not a case")
        continue
      }
      let answers = Answers(line.value)
      for written in line.value["podTemplates"]?.items ?? [] {
        report.count(difference(written, answers).map { "\(id) \(name(of: written)): \($0)" })
      }
    }
    return report
  }

  /// The answers of the API server to the templates of a case.
  private struct Answers {
    private let stored: [String: PlainValue]
    private let refused: [PlainValue]

    init(_ line: PlainValue) {
      stored = Dictionary(
        (line["stored"]?.items ?? []).map { (name(of: $0), $0) }, uniquingKeysWith: { $1 })
      refused = line["refused"]?.items ?? []
    }

    func stored(_ template: PlainValue) -> PlainValue? { stored[name(of: template)] }

    /// Refusals may come without a namespace.
    func refusal(_ template: PlainValue) -> PlainValue? {
      refused.first { refusal in
        let namespace = refusal["namespace"]
        return refusal["name"] == template["metadata"]?["name"]
          && (namespace == nil || namespace == template["metadata"]?["namespace"])
      }
    }
  }

  private static func difference(_ written: PlainValue, _ answers: Answers) -> String? {
    let decoder = PodDecoder(minor: 36)
    let object = PodDefaults.podTemplate(decoder.decode(written, as: "PodTemplate"))
    let refusals = Server(ServerRelease(minor: 36)).prepare(template: object).refusals
    guard let stored = answers.stored(written) else {
      guard let refusal = answers.refusal(written) else {
        return "the data says neither that it was stored nor that it was refused"
      }
      return refusals.isEmpty ? "refused, and accepted here: \(words(refusal))" : nil
    }
    let wanted = decoder.decode(stored, as: "PodTemplate").plain
    let lines =
      differences(wanted, object.plain)
      + refusals.map { "refused here: \($0.path): \($0.message)" }
    return lines.isEmpty ? nil : lines.joined(separator: "\n")
  }

  private static func name(of template: PlainValue) -> String {
    func said(_ key: String) -> String { template["metadata"]?[key]?.string ?? "" }
    return "\(said("namespace"))/\(said("name"))"
  }
}
