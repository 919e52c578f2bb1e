import Diagnostics
import Flyte
import Judgment
import PodAPI
import YAMLTree

/// A pod as YAML, with where each field comes from behind it.
struct PodYAML {
  private let pod: BuiltPod
  private let namespace: String
  private let words: OriginWords
  private let origins: [PodField: FieldOrigin]

  init(_ pod: BuiltPod, namespace: String, fields: [FieldOrigin], words: OriginWords) {
    self.pod = pod
    self.namespace = namespace
    self.words = words
    origins = Dictionary(fields.map { ($0.path, $0) }) { first, _ in first }
  }

  /// The text of the document.
  var text: String {
    var lines = ["apiVersion: v1", "kind: Pod", "metadata:"]
    lines += fields(of: pod.metadata, PodField(.metadata, []), indent: 2)
    lines.append("  namespace: \(YAMLWriter.scalar(namespace))")
    lines.append("spec:")
    lines += fields(of: pod.spec, PodField(.spec, []), indent: 2)
    return lines.map { $0 + "\n" }.joined()
  }

  private func remark(_ path: PodField) -> String {
    guard let origin = origins[path] else { return "" }
    // A remark stays on its line, whatever is in the name of a file.
    let shown: TerminalText = "\(words.makers(of: origin))"
    return " # " + shown.text
  }

  private func fields(of object: PodObject, _ path: PodField, indent: Int) -> [String] {
    let first = object.fields.filter { $0.name == .name }
    return (first + object.fields.filter { $0.name != .name }).flatMap { field -> [String] in
      if path == PodField(.spec, []), field.name == .containers || field.name == .initContainers {
        return containers(field.value.items, isInit: field.name == .initContainers)
      }
      let inner = PodField(path.part, path.steps + [.field(ByteText(field.name.text))])
      return entry(field.name.text, field.value, inner, indent: indent)
    }
  }

  private func containers(_ items: [PodValue], isInit: Bool) -> [String] {
    ["  \(isInit ? "initContainers" : "containers"):"]
      + items.flatMap { item -> [String] in
        let name = ByteText(item.object?[.name]?.string ?? "")
        let part = isInit ? PodPart.initContainer(name) : .container(name)
        return dashed(
          fields(of: item.object ?? PodObject(), PodField(part, []), indent: 6), indent: 4)
      }
  }

  /// Lines of an entry of a list: the first one has a dash.
  private func dashed(_ lines: [String], indent: Int) -> [String] {
    guard let first = lines.first else { return [pad(indent) + "- {}"] }
    return [pad(indent) + "- " + first.dropFirst(indent + 2)] + lines.dropFirst()
  }

  private func entry(
    _ key: String, _ value: PodValue, _ path: PodField, indent: Int
  ) -> [String] {
    let start = pad(indent) + YAMLWriter.scalar(key) + ":"
    switch value {
    case .object(let object) where !object.isEmpty:
      return [start] + fields(of: object, path, indent: indent + 2)
    case .map(let map) where !map.entries.isEmpty:
      return [start]
        + map.entries.flatMap { entry -> [String] in
          let inner = PodField(path.part, path.steps + [.key(ByteText(entry.key))])
          return self.entry(entry.key, entry.value, inner, indent: indent + 2)
        }
    case .list(let items) where !items.isEmpty:
      guard let names = PodField.names(of: items) else {
        return [start + remark(path)]
          + items.flatMap { item in self.item(item, path, indent: indent + 2) }
      }
      return [start]
        + zip(names, items).flatMap { name, item -> [String] in
          let inner = PodField(path.part, path.steps + [.key(ByteText(name))])
          return dashed(
            fields(of: item.object ?? PodObject(), inner, indent: indent + 4), indent: indent + 2)
        }
    default: return ["\(start) \(scalar(value))\(remark(path))"]
    }
  }

  private func item(_ item: PodValue, _ path: PodField, indent: Int) -> [String] {
    guard case .object(let object) = item else { return [pad(indent) + "- " + scalar(item)] }
    return dashed(fields(of: object, path, indent: indent + 2), indent: indent)
  }

  private func scalar(_ value: PodValue) -> String {
    switch value {
    case .bool(let flag): "\(flag)"
    case .integer(let number): "\(number)"
    case .string(let text): YAMLWriter.scalar(text)
    case .list: "[]"
    case .map, .object: "{}"
    }
  }

  private func pad(_ count: Int) -> String { String(repeating: " ", count: count) }
}
