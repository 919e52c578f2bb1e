import APIServer
import Judges
import PodAPI
import Values

/// Pods that were given to OpenShift's admission by SCC.
enum ConstraintsConformance {
  static func run(_ folder: String) throws(DataError) -> ConformanceReport {
    let path = "\(folder)/judges/scc.jsonl"
    var report = ConformanceReport(name: "scc answers", source: path)
    for line in try DataFile.lines(path) {
      let place = "\(line.place) \(line.value["id"]?.string ?? "")"
      report.count(difference(line.value).map { "\(place)\n\($0)" })
    }
    return report
  }

  private static let decoder = PodDecoder(minor: 33)
  private static let server = Server(ServerRelease(minor: 33), classes: .unknown)

  private static func difference(_ record: PlainValue) -> String? {
    func texts(_ key: String) -> [String] { (record[key]?.items ?? []).compactMap { $0.string } }
    guard let wanted = record["result"].flatMap({ JudgeAnswer($0) }),
      let namespace = NamespaceRanges(record: record["namespaceAnnotations"])
    else { return "not a record" }
    let constraints = texts("sccs").compactMap { SecurityContextConstraint.shipped(named: $0) }
    guard constraints.count == texts("sccs").count else { return "an SCC is not known" }
    let judge = ConstraintAdmission(
      constraints, namespace: namespace, byEveryAccount: TextSet(texts("usableByServiceAccount")),
      byCreator: TextSet(texts("usableByUser")))
    let pod = record["pod"]
    let sent = SubmittedPod(
      metadata: decoder.decode(pod?["metadata"] ?? .null, as: "ObjectMeta"),
      spec: server.completed(decoder.decode(pod?["spec"] ?? .null, as: "PodSpec")))
    let got = judge.changes(to: sent).map { outcome in
      switch outcome {
      case .admitted(let changed): JudgeAnswer(changed, without: sent)
      case .refused(let refusal, _): JudgeAnswer(refusal)
      }
    }
    return JudgeAnswer.difference([wanted], Set(got))
  }
}

extension NamespaceRanges {
  fileprivate init?(record: PlainValue?) {
    func text(_ key: String) -> String? { record?[key]?.string }
    guard let users = text(Self.usersAnnotation).flatMap({ Self.block($0) }),
      let level = text(Self.levelAnnotation)
    else { return nil }
    var groups: [ClosedRange<Int64>] = []
    if let said = text(Self.groupsAnnotation) {
      guard let found = Self.blocks(said) else { return nil }
      groups = found
    }
    self.init(users: users, groups: groups, level: level)
  }
}
