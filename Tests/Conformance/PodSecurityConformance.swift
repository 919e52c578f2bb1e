import PodAPI
import PodSecurity
import Values

/// The upstream fixtures and generated pods, with what the real evaluator says of them.
enum PodSecurityConformance {
  static func run(_ folder: String) throws(DataError) -> ConformanceReport {
    let root = "\(folder)/pod-security"
    var report = ConformanceReport(name: "pod-security", source: root)
    var pods: [String: PlainValue] = [:]
    for line in try DataFile.lines("\(root)/upstream-index.jsonl") {
      let file = line.value["pod"]?.string ?? ""
      if !file.isEmpty, pods[file] == nil {
        pods[file] = try DataFile.yaml("\(root)/upstream/\(file)")
      }
      let verdict = judge(line.value, pods[file])
      report.count(verdict.map { upstream(line.value, $0) } ?? "\(line.place): not a case")
    }
    for line in try DataFile.lines("\(root)/generated-cases.jsonl") {
      let verdict = judge(line.value, line.value["pod"])
      report.count(verdict.map { generated(line.value, $0) } ?? "\(line.place): not a case")
    }
    return report
  }

  private static func generated(_ line: PlainValue, _ verdict: Verdict) -> String? {
    let isExpected =
      verdict.isAllowed == line["allowed"]?.bool
      && verdict.text == line["text"]?.string ?? ""
    guard !isExpected else { return nil }
    return """
      \(words(line["level"])) \(words(line["version"])) on \(words(line["server"])) \(words(line["pod"]))
      expected: \(line["text"]?.string ?? "")
      got:      \(verdict.text)
      """
  }

  /// The verdict on a pod; nil where the line does not say what is asked.
  private static func judge(_ line: PlainValue, _ pod: PlainValue?) -> Verdict? {
    guard let pod, let level = PodSecurityLevel(rawValue: line["level"]?.string ?? ""),
      let version = PodSecurityVersion(line["version"]?.string ?? "")
    else { return nil }
    // A line without a server is of the newest.
    var server = PodSecurity.newestServer
    if case .integer(let minor) = line["server"] { server = Int(minor) }
    let minor = min(server, PodSchema.minorVersions.upperBound)
    let object = PodDecoder(minor: minor).decode(pod, as: "PodTemplateSpec")
    return PodSecurity.evaluate(
      spec: PodDefaults.template(object[.spec]?.object ?? PodObject()),
      annotations: object[.metadata]?.object?[.annotations]?.map, level: level, version: version,
      server: server)
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
