public import Diagnostics
public import Judges
public import Values
import YAMLTree

/// The namespaces of a file with what OpenShift gives them, as `kubectl get namespaces -o yaml` prints
/// them.
public struct NamespaceManifests: Sendable {
  /// The annotations of a namespace.
  private struct Annotations: Sendable {
    let place: Span
    /// By key, each with its place.
    var values: TextMap<(text: String, place: Span)> = [:]

    /// Returns whether another one has the same texts.
    func says(_ other: Annotations) -> Bool {
      values.mapValues { ByteText($0.text) } == other.values.mapValues { ByteText($0.text) }
    }
  }

  private var known: TextMap<Annotations> = [:]

  /// Reads a file; nil after a fault.
  public init?(_ file: SourceFile, into diagnostics: inout DiagnosticList) {
    guard let objects = ManifestItems(file, into: &diagnostics) else { return nil }
    let before = diagnostics.errorCount
    for node in objects.items where node["kind"]?.string == "Namespace" {
      var own = Annotations(place: node.span)
      for key in Self.keys {
        guard let value = node["metadata"]?["annotations"]?[key], let text = value.string else {
          continue
        }
        own.values[key] = (text, value.span)
      }
      if let first = known[node.objectName], !first.says(own) {
        diagnostics.error(
          .wrongValue,
          "the namespace '\(node.objectName)' is there twice, with different annotations",
          at: node.span, notes: [.init("it is here too", at: first.place)],
          hint: "remove the one that is out of date")
      }
      known[node.objectName] = own
    }
    if diagnostics.errorCount != before { return nil }
  }

  private static let keys = [
    NamespaceRanges.usersAnnotation, NamespaceRanges.groupsAnnotation,
    NamespaceRanges.levelAnnotation,
  ]

  /// Returns whether the file has a namespace.
  public func has(_ name: String) -> Bool { known[name] != nil }

  /// What OpenShift gives a namespace; nil after a fault.
  /// - Parameter file: its name in the config.
  public func ranges(
    of name: String, in file: Located<String>, into diagnostics: inout DiagnosticList
  ) -> NamespaceRanges? {
    guard let own = known[name] else {
      diagnostics.error(
        .wrongValue, "'\(file.value)' has no namespace '\(name)'", at: file.origin.span,
        hint:
          "write it again with 'kubectl get namespaces -o yaml', or give the entry an 'scc' of its own"
      )
      return nil
    }
    guard
      let users = value(
        NamespaceRanges.usersAnnotation, of: name, own, into: &diagnostics,
        read: NamespaceRanges.block),
      let level = value(
        NamespaceRanges.levelAnnotation, of: name, own, into: &diagnostics,
        read: { $0.isEmpty ? nil : $0 })
    else { return nil }
    guard own.values[NamespaceRanges.groupsAnnotation] != nil else {
      return NamespaceRanges(users: users, groups: [], level: level)
    }
    return value(
      NamespaceRanges.groupsAnnotation, of: name, own, into: &diagnostics,
      read: NamespaceRanges.blocks
    ).map { NamespaceRanges(users: users, groups: $0, level: level) }
  }

  private func value<Value>(
    _ key: String, of name: String, _ own: Annotations, into diagnostics: inout DiagnosticList,
    read: (String) -> Value?
  ) -> Value? {
    guard let (text, place) = own.values[key] else {
      diagnostics.error(
        .missingKey,
        "the namespace '\(name)' lacks the annotation '\(key)', without which OpenShift lets no pod in",
        at: own.place, hint: "write the file again: OpenShift sets it when it makes the namespace")
      return nil
    }
    guard let value = read(text) else {
      diagnostics.error(
        .wrongValue, "\(quoted: text) is no value of the annotation '\(key)'", at: place,
        hint: "write the file again with 'kubectl get namespaces -o yaml'")
      return nil
    }
    return value
  }
}
