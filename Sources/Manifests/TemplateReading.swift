import APIServer
import Config
public import Deployments
public import Diagnostics
public import PodAPI
import Values
import YAMLTree

/// Reads PodTemplates that exist, and holds each to the API server that would keep it.
public struct TemplateReading {
  private let server: Server
  private let claim: Claim
  private var seen: TextMap<Span> = [:]

  /// The template that flytepropeller's manager starts its own pods from.
  private static let propellers = "flytepropeller-template"

  /// Makes a reading.
  /// - Parameter claim: what their pods are held to.
  public init(_ kubernetes: ServerRelease, claim: Claim) {
    server = Server(kubernetes)
    self.claim = claim
  }

  /// The PodTemplates of some files, in their order; what is wrong is reported.
  public mutating func read(
    _ files: [SourceFile], into diagnostics: inout DiagnosticList
  ) -> [FoundTemplate] {
    var found: [FoundTemplate] = []
    let before = diagnostics.errorCount
    for file in files {
      for document in YAMLReader.readDocuments(file, into: &diagnostics) ?? [] {
        for node in ManifestKind.templates(in: document, into: &diagnostics) {
          if let template = template(node, into: &diagnostics) { found.append(template) }
        }
      }
    }
    if found.isEmpty, diagnostics.errorCount == before {
      diagnostics.error(
        .noPodTemplate, "the files of '--pod-template' have no PodTemplate for tasks",
        at: files.first.map(Span.whole),
        hint:
          "pass other files, or omit '--pod-template' to judge tasks without a PodTemplate"
      )
    }
    return found
  }

  /// The keys that the server sets on an object, and no user.
  private static let own: TextSet = [
    "managedFields", "creationTimestamp", "resourceVersion", "uid", "generation", "selfLink",
    "ownerReferences", "finalizers",
  ]

  private mutating func template(
    _ node: YAMLNode, into diagnostics: inout DiagnosticList
  ) -> FoundTemplate? {
    let before = diagnostics.errorCount
    let tree = ManifestFields.check(
      Self.said(node), type: "PodTemplate", what: "a PodTemplate", into: &diagnostics)
    guard let tree, diagnostics.errorCount == before else { return nil }
    let metadata = tree["metadata"] ?? .empty
    let name = metadata["name"]?.string ?? ""
    let origin = metadata["name"]?.origin ?? tree.origin
    guard name != Self.propellers else {
      diagnostics.note(
        .propellerTemplate, "'\(name)' is for flytepropeller's own pods, and is skipped",
        at: origin.span)
      return nil
    }
    guard isKept(tree, into: &diagnostics),
      isNew(name, in: metadata["namespace"]?.string, at: origin, into: &diagnostics)
    else { return nil }
    let pods = tree["template"] ?? .empty
    return FoundTemplate(
      namespace: metadata["namespace"]?.string,
      template: PodTemplate(
        name: name, labels: metadata["labels"] ?? .empty,
        annotations: metadata["annotations"] ?? .empty,
        podLabels: pods[path: ["metadata", "labels"]] ?? .empty,
        podAnnotations: pods[path: ["metadata", "annotations"]] ?? .empty,
        spec: pods["spec"] ?? .empty, profiles: [], claim: claim),
      origin: origin)
  }

  /// A PodTemplate without what the server adds.
  private static func said(_ node: YAMLNode) -> YAMLNode {
    let entries = node.entries.map { entry -> YAMLNode.Entry in
      guard entry.key == "metadata", case .mapping(let inner) = entry.value.content else {
        return entry
      }
      let kept = inner.filter { !own.contains($0.key) }
      return YAMLNode.Entry(
        key: entry.key, keySpan: entry.keySpan,
        value: YAMLNode(.mapping(kept), span: entry.value.span))
    }
    return YAMLNode(.mapping(entries), span: node.span)
  }

  /// True if the API server keeps it; what it refuses is told at its place.
  private func isKept(_ tree: OriginTree, into diagnostics: inout DiagnosticList) -> Bool {
    let namespace = tree[path: ["metadata", "namespace"]]?.string ?? "default"
    let answer = server.create(
      CreateRequest(
        kind: .podTemplate, namespace: namespace, body: .value(ManifestValue(PlainValue(tree)))))
    guard case .refused(let refused) = answer else { return true }
    for refusal in refused.refusals.prefix(200) {
      let path = refusal.place.description
      diagnostics.error(
        .refusedTemplate,
        "the API server refuses this PodTemplate\(path.isEmpty ? "" : " because of '\(path)'"): \(refusal.message)",
        at: Self.place(refusal.place, in: tree).span,
        hint: "change it, or pass another version with '--kubernetes'")
    }
    return false
  }

  /// The value at a path, or the last on the way to it.
  private static func place(_ path: FieldPath, in tree: OriginTree) -> Origin {
    var node = tree
    for step in path.steps {
      let next: OriginTree? =
        switch step {
        case .field(let name): node[name.text]
        case .word(let word): node[word]
        case .key(let key): node[key]
        case .index(let index): node.items.indices.contains(index) ? node.items[index] : nil
        }
      guard let next else { break }
      node = next
    }
    return node.origin.span == nil ? tree.origin : node.origin
  }

  private mutating func isNew(
    _ name: String, in namespace: String?, at origin: Origin,
    into diagnostics: inout DiagnosticList
  ) -> Bool {
    let key = "\(namespace ?? "")/\(name)"
    guard let first = seen[key] else {
      seen[key] = origin.span
      return true
    }
    diagnostics.error(
      .repeatedTemplate,
      "the PodTemplate '\(name)'\(namespace.map { " of the namespace '\($0)'" } ?? "") is defined twice",
      at: origin.span, notes: [Diagnostic.Note("first here", at: first)],
      hint: "remove one of them")
    return false
  }
}
