import Diagnostics
import YAMLTree

/// Manifests in YAML.
enum YAMLManifest {
  static func read(_ bytes: [UInt8]) throws(Manifest.Fault) -> Manifest.Reading {
    let document: ManifestReader.Document
    do throws(ManifestReader.Fault) {
      document = try ManifestReader.read(SourceFile(path: "", bytes: bytes))
    } catch {
      throw Manifest.Fault(reason: error.reason)
    }
    guard let value = value(document.root) else {
      throw Manifest.Fault(reason: "it contains a number that is not finite")
    }
    return Manifest.Reading(
      value: value,
      complaints: document.repeated.map { "the key \(quoted: $0.key) appears twice" })
  }

  /// The same value as JSON would have it; nil for what JSON has no words for.
  private static func value(_ node: ManifestNode) -> ManifestValue? {
    switch node {
    case .null: return .null
    case .bool(let flag): return .bool(flag)
    case .integer(let digits): return .number(digits)
    case .double(let number): return GoNumber.json(number).map { .number($0) }
    case .string(let text): return .string(text)
    case .sequence(let items):
      let values = items.compactMap(value)
      return values.count == items.count ? .list(values) : nil
    case .mapping(let entries):
      let values = entries.compactMap { entry in
        value(entry.value).map { ManifestValue.Entry(entry.key, $0) }
      }
      return values.count == entries.count ? .mapping(values) : nil
    }
  }
}
