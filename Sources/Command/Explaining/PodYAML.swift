import Diagnostics
import Flyte
import Judgment
import PodAPI
import Values
import YAMLTree

/// A pod as YAML, with the origin of each field behind it.
struct PodYAML {
  let pod: BuiltPod
  let namespace: String
  let fields: [FieldOrigin]
  let words: OriginWords

  /// The text of the document.
  var text: String {
    let manifest = pod.manifest(in: namespace)
    let written = YAMLLines(manifest)
    var lines = written.lines
    for origin in fields {
      guard let path = Self.path(of: origin.path, in: manifest),
        let number = written.line(of: path)
      else { continue }
      // A remark stays on its line, whatever is in the name of a file.
      let shown: TerminalText = "\(words.makers(of: origin))"
      lines[number - 1] += " # " + shown.text
    }
    return lines.map { $0 + "\n" }.joined()
  }

  /// The way to a field in the manifest.
  private static func path(of field: PodField, in manifest: PlainValue) -> [YAMLLines.Step]? {
    let root: [PodField.Step] =
      switch field.part {
      case .metadata: [.field("metadata")]
      case .spec: [.field("spec")]
      case .container(let name): [.field("spec"), .field("containers"), .key(name)]
      case .initContainer(let name): [.field("spec"), .field("initContainers"), .key(name)]
      }
    var path: [YAMLLines.Step] = []
    var value = manifest
    for step in root + field.steps {
      if let names = PodField.names(of: value.items),
        let index = names.firstIndex(where: { $0.hasSameBytes(as: step.text) })
      {
        path.append(.index(index))
        value = value.items[index]
      } else if let inner = value[step.text] {
        path.append(.key(ByteText(step.text)))
        value = inner
      } else {
        return nil
      }
    }
    return path
  }
}
