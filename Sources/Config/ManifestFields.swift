public import Diagnostics
public import Values
public import YAMLTree

/// Holds what a manifest says to the fields of the Pod API, as the config's own pods are held: a field
/// that no version has and a value of another type are told at their place.
public enum ManifestFields {
  /// The values of an object; nil when nothing of it can be used.
  /// - Parameters:
  ///   - type: its Go name, `PodTemplate`.
  ///   - what: what it is called in a sentence.
  public static func check(
    _ node: YAMLNode, type: String, what: String, into diagnostics: inout DiagnosticList
  ) -> OriginTree? {
    PodFieldCheck().check(node, type: type, without: [:], what: what, into: &diagnostics)
  }
}
