import APIServer
import PodAPI

/// Requests that were sent to real API servers, and what the model of one answers.
struct APIServerConformance {
  private var reports: [String: Reports] = [:]
  private var order: [String] = []
  private let source: String

  /// The counts for a version.
  private struct Reports {
    var verdicts: ConformanceReport
    var causes: ConformanceReport
    var stored: ConformanceReport
    var warnings: ConformanceReport
  }

  private init(source: String) { self.source = source }

  static func run(_ folder: String) throws(DataError) -> [ConformanceReport] {
    let path = "\(folder)/api-server/cases.jsonl"
    var conformance = APIServerConformance(source: path)
    var unread = ConformanceReport(name: "api-server records", source: path)
    for line in try DataFile.manifests(path) {
      guard let record = APIServerRecord(line.value) else {
        unread.count("\(line.place): not a record")
        continue
      }
      unread.count(nil)
      for (version, answer, warnings) in record.answers {
        conformance.compare(record, version, answer, warnings)
      }
    }
    return [unread]
      + conformance.order.compactMap { conformance.reports[$0] }.flatMap {
        [$0.verdicts, $0.causes, $0.stored, $0.warnings]
      }
  }

  private mutating func compare(
    _ record: APIServerRecord, _ version: String, _ expected: APIServerRecord.Answer,
    _ warnings: [String]
  ) {
    var own = reports[version] ?? make(version)
    defer { reports[version] = own }
    let place = "\(record.category): \(record.title) [\(record.id)]"
    guard let minor = Self.minor(of: version) else {
      own.verdicts.count("\(place): unknown version")
      return
    }
    let server = Server(ServerRelease(minor: minor), classes: Self.classes)
    let got = server.create(record.request)
    own.verdicts.count(Self.verdict(expected, got).map { "\(place): \($0)" })
    switch (expected, got) {
    case (.refused(422, let causes), _):
      own.causes.count(Self.causes(causes, got).map { "\(place)\n\($0)" })
    case (.accepted(let object), .stored(let stored)):
      let wanted = StoredObject(answer: object, of: record.request.kind, minor: minor)
      own.stored.count(Self.difference(wanted, stored).map { "\(place)\n\($0)" })
      if let template = stored.template {
        own.warnings.count(
          WarningPlaces.difference(warnings, server, template).map { "\(place)\n\($0)" })
      }
    case (.accepted, .refused): own.stored.count("\(place): refused here")
    case (.refused, _): break
    }
  }

  private mutating func make(_ version: String) -> Reports {
    order.append(version)
    func report(_ name: String) -> ConformanceReport {
      ConformanceReport(name: "api-server \(version) \(name)", source: source)
    }
    return Reports(
      verdicts: report("verdicts"), causes: report("causes"), stored: report("stored objects"),
      warnings: report("warnings of templates"))
  }

  /// 36 for `v1.36.2`.
  private static func minor(of version: String) -> Int? {
    version.split(separator: ".").dropFirst().first.flatMap { Int($0) }
  }

  /// The classes of the servers that answered.
  private static let classes = ClusterClasses(
    runtimes: [
      "plain": .init(),
      "boxed": .init(
        overhead: PodMap([("cpu", .string("250m")), ("memory", .string("64Mi"))]),
        nodeSelector: PodMap([("boxed", .string("yes"))]),
        tolerations: [
          .object(
            PodObject([
              .init(.key, .string("boxed")),
              .init(FieldName(known: "operator"), .string("Exists")),
            ]))
        ]),
    ], priorities: ["high": 1000])

  private static func verdict(
    _ expected: APIServerRecord.Answer, _ got: CreateAnswer
  ) -> String? {
    switch (expected, got) {
    case (.accepted, .stored): nil
    case (.accepted, .refused(let refused)): "accepted, and refused here: \(words(refused))"
    case (.refused(let code, let causes), .stored):
      "refused (\(code)), and accepted here: \(causes.map { "\($0.field) \($0.kind)" })"
    case (.refused(let code, _), .refused(let refused)):
      code == refused.code ? nil : "refused with \(code), here \(words(refused))"
    }
  }

  private static func words(_ refused: RefusedRequest) -> String {
    "\(refused.code) \(refused.refusals.map { "\($0.path): \($0.kind.rawValue): \($0.message)" })"
  }

  private static func causes(
    _ expected: [APIServerRecord.Cause], _ got: CreateAnswer
  ) -> String? {
    var own: [APIServerRecord.Cause] = []
    if case .refused(let refused) = got { own = refused.refusals.map(\.cause).sorted() }
    guard own != expected else { return nil }
    let lacks = Self.without(expected, own).map { "lacks \($0.field): \($0.kind)" }
    let adds = Self.without(own, expected).map { "adds \($0.field): \($0.kind)" }
    return (lacks + adds).joined(separator: "\n")
  }

  /// The entries of a list that another does not have, each as often.
  private static func without(
    _ list: [APIServerRecord.Cause], _ other: [APIServerRecord.Cause]
  ) -> [APIServerRecord.Cause] {
    var rest = other
    return list.filter { cause in
      guard let index = rest.firstIndex(of: cause) else { return true }
      rest.remove(at: index)
      return false
    }
  }

  private static func difference(_ wanted: StoredObject?, _ got: StoredObject) -> String? {
    guard let wanted else { return "the answer has fields that the version's types have not" }
    guard wanted != got else { return nil }
    let lines =
      differences(wanted.metadata.plain, got.metadata.plain, path: "metadata")
      + differences(wanted.template?.plain, got.template?.plain, path: "template")
      + differences(wanted.spec?.plain, got.spec?.plain, path: "spec")
    let status = wanted.status == got.status ? [] : ["status: \(String(describing: wanted.status))"]
    return (lines + status).joined(separator: "\n")
  }
}
