import Deployments
import Model
import Values

extension Acceptance {
  /// A line of `accept`, for the namespaces of its cluster.
  init(_ line: AcceptLine, of cluster: Cluster) {
    func names(_ values: [Located<String>]?) -> TextSet? { values.map { TextSet($0.map(\.value)) } }
    let name = line.finding.value
    let prefix = "audit/"
    let kind = name.hasPrefix(prefix) ? String(name.dropFirst(prefix.utf8.count)) : name
    self.init(
      subject: kind == "refused" ? .refused : .finding(ByteText(kind)),
      tasks: names(line.tasks), templates: names(line.templates),
      namespaces: cluster.namespaces(of: line), reason: line.reason, until: line.until,
      origin: line.origin)
  }
}
