import Charts
import Deployments
import Values
import YAMLTree

/// The manifest of a set of templates, rendered once; a namespace is spliced in where it belongs.
struct PodTemplateBody {
  private let pieces: [[UInt8]]

  init(_ set: PodTemplateSet, template: YAMLTemplate) {
    // The stand-in must not occur anywhere else, or a label could be mistaken for it.
    let others = Array(Self.render(set, namespace: "", template: template).utf8)
    let standIn = Self.standIn(unlike: others)
    let text = Self.render(set, namespace: standIn, template: template)
    pieces = Self.split(Array(text.utf8), at: Array(standIn.utf8))
  }

  /// `namespace-0`, or the first with another number that is nowhere in a text.
  private static func standIn(unlike text: [UInt8]) -> String {
    let start = "namespace-"
    // Where a longer number stands, its first digits stand as well.
    var used: Set<Int> = []
    for piece in split(text, at: Array(start.utf8)).dropFirst() {
      var number = 0
      for digit in piece.prefix(9) {
        guard (0x30...0x39).contains(digit) else { break }
        number = number * 10 + Int(digit - 0x30)
        used.insert(number)
        if number == 0 { break }
      }
    }
    return start + String((0...).first { !used.contains($0) } ?? used.count)
  }

  /// The bytes of a manifest without its namespace.
  var size: Int { pieces.reduce(0) { $0 + $1.count } }

  /// The manifest for a namespace.
  func bytes(namespace: String) -> [UInt8] {
    let name = Array(YAMLWriter.scalar(namespace).utf8)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(size + pieces.count * name.count)
    for (index, piece) in pieces.enumerated() {
      if index > 0 { bytes += name }
      bytes += piece
    }
    return bytes
  }

  private static func render(
    _ set: PodTemplateSet, namespace: String, template: YAMLTemplate
  ) -> String {
    let documents = set.templates.map { podTemplate -> String in
      var slots: TextMap<PlainValue> = [
        "name": .string(podTemplate.name), "namespace": .string(namespace),
        "spec": PlainValue(ordered: podTemplate.spec),
      ]
      for (name, tree) in [
        ("labels", podTemplate.labels), ("annotations", podTemplate.annotations),
        ("podLabels", podTemplate.podLabels), ("podAnnotations", podTemplate.podAnnotations),
      ] where !tree.isEmpty {
        slots[name] = PlainValue(ordered: tree)
      }
      return YAMLWriter.text(template.fill(slots))
    }
    return GeneratedHeader.text + documents.map { "---\n" + $0 }.joined()
  }

  private static func split(_ bytes: [UInt8], at mark: [UInt8]) -> [[UInt8]] {
    var pieces: [[UInt8]] = []
    var start = 0
    var index = 0
    while index + mark.count <= bytes.count {
      if bytes[index] == mark[0], bytes[index..<index + mark.count].elementsEqual(mark) {
        pieces.append(Array(bytes[start..<index]))
        index += mark.count
        start = index
      } else {
        index += 1
      }
    }
    pieces.append(Array(bytes[start...]))
    return pieces
  }
}
