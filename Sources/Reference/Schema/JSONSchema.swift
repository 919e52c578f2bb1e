import Config
import JSONText
import PodAPI
public import Values

/// The config language as a JSON Schema (draft-07), for editors and for outside judges.
///
/// The schema never refuses what the tool takes. It lets through what only a reader of the whole
/// config can tell: names that must exist, versions against fields, what layers compose to.
public enum JSONSchema {
  /// The whole schema as text.
  public static var text: String { JSONWriter.text(value) }

  /// The whole schema.
  public static var value: PlainValue {
    var definitions = PodDefinitions()
    let root = SchemaNode.of(ConfigLanguage.file, &definitions)
    return .mapping(
      [
        .init("$schema", .string("http://json-schema.org/draft-07/schema#")),
        .init("title", .string("flyte-harden config, \(ConfigLanguage.version)")),
        .init(
          "description",
          .string("Security profiles and co-pilot settings for Flyte on hardened Kubernetes.")),
      ] + root + [.init("definitions", .mapping(definitions.entries))])
  }
}
