import PodAPI
import PodSecurity

/// The upstream fixtures and generated pods, with what the real evaluator says of them.
enum PodSecurityConformance {
  static func run(_ folder: String) throws -> ConformanceReport {
    var report = ConformanceReport(name: "pod-security")
    let root = "\(folder)/pod-security"
    var pods: [String: PlainValue] = [:]
    for line in try DataFile.lines("\(root)/upstream-index.jsonl") {
      let file = line["pod"]?.string ?? ""
      if pods[file] == nil { pods[file] = try DataFile.yaml("\(root)/upstream/\(file)") }
      let verdict = judge(line, pods[file] ?? .null)
      report.count(upstream(line, verdict))
    }
    for line in try DataFile.lines("\(root)/generated-cases.jsonl") {
      let verdict = judge(line, line["pod"] ?? .null)
      report.count(
        verdict.isAllowed == line["allowed"]?.bool && verdict.text == line["text"]?.string ?? ""
          ? nil
          : """
          \(words(line["level"])) \(words(line["version"])) \(words(line["pod"]))
          expected: \(line["text"]?.string ?? "")
          got:      \(verdict.text)
          """)
    }
    return report
  }

  private static func judge(_ line: PlainValue, _ pod: PlainValue) -> Verdict {
    let object = PodDecoder(minor: 36).decode(pod, as: "PodTemplateSpec")
    let level = PodSecurityLevel(rawValue: line["level"]?.string ?? "") ?? .restricted
    let version = PodSecurityVersion(line["version"]?.string ?? "") ?? .latest
    return PodSecurity.evaluate(
      spec: PodDefaults.template(object[.spec]?.object ?? PodObject()),
      annotations: object[.metadata]?.object?[.annotations]?.map, level: level, version: version)
  }

  private static func upstream(_ line: PlainValue, _ verdict: Verdict) -> String? {
    func texts(_ key: String) -> [String] { (line[key]?.items ?? []).compactMap(\.string) }
    let isExpected =
      verdict.isAllowed == (line["expect"]?.string == "pass")
      && verdict.findings.map(\.reason) == texts("reasons")
      && verdict.findings.map(\.detail) == texts("details")
    guard !isExpected else { return nil }
    return """
      \(words(line["level"])) \(words(line["version"])) \(words(line["name"]))
      expected: \(texts("reasons")) \(texts("details"))
      got:      \(verdict.text)
      """
  }
}
