import Deployments
import Diagnostics
import Values
import YAMLTree

/// The files of PodTemplates, those that differ in nothing but the namespace together, so that one of
/// ten thousand is read.
struct TemplateFiles {
  private var bodies: [(file: SourceFile, namespaces: [String])] = []
  private var places: [[UInt8]: Int] = [:]

  private static let key = Array("namespace: ".utf8)

  mutating func add(_ namespaces: [String], _ bytes: [UInt8], path: String) {
    let body = Self.body(of: bytes)
    if let place = places[body] {
      bodies[place].namespaces += namespaces
    } else {
      places[body] = bodies.count
      bodies.append((SourceFile(path: path, bytes: bytes), namespaces))
    }
  }

  /// A file without the lines that name its namespace.
  private static func body(of bytes: [UInt8]) -> [UInt8] {
    var body: [UInt8] = []
    body.reserveCapacity(bytes.count)
    bytes.withUnsafeBufferPointer { bytes in
      var start = 0
      while start < bytes.count {
        var end = start
        while end < bytes.count, bytes[end] != 0x0A { end += 1 }
        end = min(end + 1, bytes.count)
        if !isNamespace(bytes, start, end) { body.append(contentsOf: bytes[start..<end]) }
        start = end
      }
    }
    return body
  }

  private static func isNamespace(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
  ) -> Bool {
    guard end - start > key.count + 2, bytes[start] == 0x20, bytes[start + 1] == 0x20,
      bytes[start + 2] == key[0]
    else { return false }
    return key.indices.allSatisfy { bytes[start + 2 + $0] == key[$0] }
  }

  /// The sets of templates and the namespaces that have them.
  /// - Parameters:
  ///   - claims: what is claimed of a template in a namespace.
  ///   - rules: what namespaces have of their own.
  func sets(
    _ claims: ClaimTable, _ rules: RuleTable, into diagnostics: inout DiagnosticList
  ) -> (sets: [PodTemplateSet], namespaces: [DeployedNamespace])? {
    var sets: [PodTemplateSet] = []
    var namespaces: [DeployedNamespace] = []
    let before = diagnostics.errorCount
    for body in bodies {
      guard let documents = YAMLReader.readDocuments(body.file, into: &diagnostics) else {
        continue
      }
      let templates = documents.compactMap { template($0, into: &diagnostics) }
      // Namespaces with one body may have different claims, and different rules.
      var known: [[Int?]: Int] = [:]
      for namespace in body.namespaces {
        let own = templates.map { claims.entry(of: $0.name, in: namespace) }
        let rule = rules.position(of: namespace)
        let key = [rule] + own.map { $0?.number }
        let set = known[key] ?? sets.count
        if set == sets.count {
          known[key] = set
          sets.append(
            PodTemplateSet(
              templates: zip(templates, own).map { $0.with($1) }, rules: rules.rules[rule]))
        }
        namespaces.append(DeployedNamespace(name: namespace, templateSet: set, origin: .tool))
      }
    }
    guard diagnostics.errorCount == before else { return nil }
    return (
      sets, namespaces.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    )
  }

  private func template(
    _ node: YAMLNode, into diagnostics: inout DiagnosticList
  ) -> PodTemplate? {
    let value = PlainValue(node)
    if value == .null { return nil }
    guard value["kind"] == .string("PodTemplate"), let name = value["metadata"]?["name"]?.string
    else {
      diagnostics.error(
        .brokenSnapshot, "this is not a PodTemplate that 'generate' wrote", at: node.span,
        hint: "restore the file, or write it again with 'generate'")
      return nil
    }
    func tree(_ path: String...) -> OriginTree {
      path.reduce(value) { $0?[$1] }.map { OriginTree($0) } ?? .empty
    }
    return PodTemplate(
      name: name, labels: tree("metadata", "labels"),
      annotations: tree("metadata", "annotations"),
      podLabels: tree("template", "metadata", "labels"),
      podAnnotations: tree("template", "metadata", "annotations"),
      spec: tree("template", "spec"), profiles: [], claim: nil)
  }
}

extension PodTemplate {
  fileprivate func with(_ entry: ClaimTable.Entry?) -> PodTemplate {
    PodTemplate(
      name: name, labels: labels, annotations: annotations, podLabels: podLabels,
      podAnnotations: podAnnotations, spec: spec, profiles: entry?.profiles ?? [],
      claim: entry?.claim)
  }
}
