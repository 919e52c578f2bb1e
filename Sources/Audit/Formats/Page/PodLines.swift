import Flyte
import PodAPI
import Values
import YAMLTree

/// The YAML of a refused pod, and the lines that are at fault.
struct PodLines {
  /// A line with what is wrong there.
  struct Mark: Hashable {
    /// The line, from 1.
    let line: Int
    @Bytewise private(set) var words: String
  }

  let lines: [String]
  let marks: [Mark]

  /// Writes a pod.
  /// - Parameter causes: what the pod is refused for. A field that is missing is marked where it would be.
  init(_ pod: BuiltPod, causes: [AuditCause]) {
    let value = pod.manifest()
    let written = YAMLLines(value)
    lines = written.lines
    var marks: [Mark] = []
    for cause in causes {
      for field in cause.fields {
        let path = Self.path(of: field, in: cause.container, of: value)
        let mark = Mark(line: written.line(of: path) ?? 1, words: "\(field): \(cause.words)")
        if !marks.contains(mark) { marks.append(mark) }
      }
    }
    self.marks = marks
  }

  /// The way to a field, or to the nearest part of the pod that is there.
  private static func path(
    of field: String, in container: String?, of pod: PlainValue
  ) -> [YAMLLines.Step] {
    let isWhole = ["spec", "metadata"].contains { field.hasPrefix($0) }
    guard let container else {
      return steps(along: (isWhole ? field : "spec.\(field)")[...], in: pod)
    }
    for list in ["containers", "initContainers", "ephemeralContainers"] {
      let items = pod["spec"]?[list]?.items ?? []
      if let index = items.firstIndex(where: { $0["name"]?.string == container }) {
        return steps(along: "spec.\(list)[\(index)].\(field)"[...], in: pod)
      }
    }
    return [.key("spec")]
  }

  /// Goes down a path as the API server and Pod Security write it: keys may have dots of their own, and
  /// entries of lists have their number or their name. It ends where a step leads nowhere.
  private static func steps(along path: Substring, in value: PlainValue) -> [YAMLLines.Step] {
    guard !path.isEmpty else { return [] }
    switch value {
    case .mapping(let entries):
      for entry in entries {
        if let rest = rest(of: path, behind: [entry.key, "[\(entry.key)]"]) {
          return [.key(ByteText(entry.key))] + steps(along: rest, in: entry.value)
        }
      }
    case .list(let items):
      for (index, item) in items.enumerated() {
        let names = ["[\(index)]"] + [item["name"]?.string].compactMap { $0 }
        if let rest = rest(of: path, behind: names) {
          return [.index(index)] + steps(along: rest, in: item)
        }
      }
    default: break
    }
    return []
  }

  /// The rest of a path after one of some steps; nil if another step is next.
  private static func rest(of path: Substring, behind steps: [String]) -> Substring? {
    for step in steps where path.hasPrefix(step) {
      let rest = path.dropFirst(step.unicodeScalars.count)
      if rest.isEmpty || rest.hasPrefix("[") { return rest }
      if rest.hasPrefix(".") { return rest.dropFirst() }
    }
    return nil
  }
}
