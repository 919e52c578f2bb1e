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
    let value = PlainValue.mapping([
      .init("apiVersion", .string("v1")), .init("kind", .string("Pod")),
      .init("metadata", pod.metadata.plain.namesFirst), .init("spec", pod.spec.plain.namesFirst),
    ])
    var lines = YAMLWriter.text(value).split(separator: "\n", omittingEmptySubsequences: false)
    if lines.last?.isEmpty ?? false { lines.removeLast() }
    self.lines = lines.map(String.init)
    var marks: [Mark] = []
    for cause in causes {
      for field in cause.fields {
        let mark = Mark(
          line: Self.line(of: field, in: cause.container, of: value),
          words: "\(field): \(cause.words)")
        if !marks.contains(mark) { marks.append(mark) }
      }
    }
    self.marks = marks
  }

  /// The line of a field, or of the nearest part of the pod that is there.
  private static func line(of field: String, in container: String?, of pod: PlainValue) -> Int {
    let isWhole = ["spec", "metadata"].contains { field.hasPrefix($0) }
    let path = isWhole && container == nil ? field : "spec.\(field)"
    guard let container else { return line(of: path[...], in: pod, at: 1, first: 1) }
    let lists = ["containers", "initContainers", "ephemeralContainers"]
    for list in lists {
      let items = pod["spec"]?[list]?.items ?? []
      guard let index = items.firstIndex(where: { $0["name"]?.string == container }) else {
        continue
      }
      return line(of: "spec.\(list)[\(index)].\(field)"[...], in: pod, at: 1, first: 1)
    }
    return line(of: "spec"[...], in: pod, at: 1, first: 1)
  }

  /// Goes down a path as the API server and Pod Security write it: keys may have dots of their own, and
  /// entries of lists have their number or their name.
  /// - Parameters:
  ///   - line: the line of the value itself, which is marked where a step leads nowhere.
  ///   - first: the line of its first entry.
  private static func line(
    of path: Substring, in value: PlainValue, at line: Int, first: Int
  ) -> Int {
    guard !path.isEmpty else { return line }
    var below = first
    switch value {
    case .mapping(let entries):
      for entry in entries {
        if let rest = rest(of: path, behind: [entry.key, "[\(entry.key)]"]) {
          return self.line(of: rest, in: entry.value, at: below, first: below + 1)
        }
        below += YAMLWriter.lineCount(under: entry.value)
      }
    case .list(let items):
      for (index, item) in items.enumerated() {
        // A mapping begins on the line of its dash.
        let isMapping = !item.entries.isEmpty
        let names = ["[\(index)]"] + [item["name"]?.string].compactMap { $0 }
        if let rest = rest(of: path, behind: names) {
          return self.line(of: rest, in: item, at: below, first: isMapping ? below : below + 1)
        }
        below +=
          isMapping ? YAMLWriter.lineCount(of: item) : YAMLWriter.lineCount(under: item)
      }
    default: break
    }
    return line
  }

  /// What follows one of some steps in a path; nil where another step is next.
  private static func rest(of path: Substring, behind steps: [String]) -> Substring? {
    for step in steps where path.hasPrefix(step) {
      let rest = path.dropFirst(step.unicodeScalars.count)
      if rest.isEmpty || rest.hasPrefix("[") { return rest }
      if rest.hasPrefix(".") { return rest.dropFirst() }
    }
    return nil
  }
}
