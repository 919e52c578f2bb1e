import Diagnostics

/// Puts events together to the first document of a manifest.
struct ManifestBuilder {
  /// A list or a mapping that is not complete yet.
  private struct Frame {
    let isMapping: Bool
    let anchor: String?
    var items: [ManifestNode] = []
    var entries: [ManifestNode.Entry] = []
    /// The position of each key, by its bytes.
    var positions: [[UInt8]: Int] = [:]
    var key: String?
    /// True if the next value is merged in.
    var merges = false
    var size = 1
  }

  private let limits: YAMLLimits
  private var frames: [Frame] = []
  private var anchors: TextMap<(node: ManifestNode, size: Int)> = [:]
  private var size = 0
  private(set) var root: ManifestNode?
  /// Keys that stand twice.
  private(set) var repeated: [ManifestReader.RepeatedKey] = []

  init(limits: YAMLLimits) { self.limits = limits }

  mutating func take(
    _ event: EventParser.Event, at span: Span
  ) throws(ManifestReader.Fault) {
    switch event {
    case .documentStart, .documentEnd, .streamEnd: return
    case .scalar(let text, let byteCount, let isPlain, let tag, let anchor):
      guard byteCount <= limits.scalarBytes else { throw .init("a string is too long", at: span) }
      if isPlain, tag == nil || tag == "!" || tag == "tag:yaml.org,2002:merge", text == "<<",
        let last = frames.last, last.isMapping, last.key == nil, !last.merges
      {
        frames[frames.count - 1].merges = true
        return
      }
      guard
        let node = ManifestScalar.node(
          text, isPlain: isPlain && tag != "!", tag: tag == "!" ? nil : tag)
      else { throw .init("the value does not match its tag", at: span) }
      try add(node, size: 1, anchor: anchor, at: span)
    case .alias(let name):
      guard let (node, size) = anchors[name] else {
        throw .init("no complete anchor has this name", at: span)
      }
      try add(node, size: size, anchor: nil, at: span)
    case .start(let isMapping, _, let anchor):
      guard frames.count < limits.depth else {
        throw .init("more than \(limits.depth) levels are nested", at: span)
      }
      if let last = frames.last, last.isMapping, last.key == nil, !last.merges {
        throw .init("a key is a list or a mapping", at: span)
      }
      frames.append(Frame(isMapping: isMapping, anchor: anchor))
    case .end:
      guard let frame = frames.popLast() else { return }
      try add(
        frame.isMapping ? .mapping(frame.entries) : .sequence(frame.items), size: frame.size,
        anchor: frame.anchor, at: span)
    }
  }

  private mutating func add(
    _ node: ManifestNode, size added: Int, anchor: String?, at span: Span
  ) throws(ManifestReader.Fault) {
    size += added
    guard size <= limits.nodes else { throw .init("the document is too large", at: span) }
    if let anchor { anchors[anchor] = (node, added) }
    guard !frames.isEmpty else {
      root = node
      return
    }
    let last = frames.count - 1
    frames[last].size += added
    guard frames[last].isMapping else {
      frames[last].items.append(node)
      return
    }
    if frames[last].merges {
      frames[last].merges = false
      try merge(node, at: span)
    } else if let key = frames[last].key {
      frames[last].key = nil
      set(key, node, at: span)
    } else {
      frames[last].key = try key(node, at: span)
    }
  }

  /// Takes over the entries of other mappings.
  private mutating func merge(
    _ node: ManifestNode, at span: Span
  ) throws(ManifestReader.Fault) {
    switch node {
    case .mapping(let entries):
      for entry in entries { set(entry.key, entry.value, at: span) }
    case .sequence(let items):
      // The first of several comes last, so that it holds.
      for item in items.reversed() {
        guard case .mapping = item else { throw .init("a merge needs mappings", at: span) }
        try merge(item, at: span)
      }
    default: throw .init("a merge needs a mapping", at: span)
    }
  }

  private mutating func set(_ key: String, _ node: ManifestNode, at span: Span) {
    let last = frames.count - 1
    let bytes = Array(key.utf8)
    if let position = frames[last].positions[bytes] {
      repeated.append(ManifestReader.RepeatedKey(key: key, line: span.line))
      frames[last].entries[position].value = node
    } else {
      frames[last].positions[bytes] = frames[last].entries.count
      frames[last].entries.append(ManifestNode.Entry(key: key, value: node))
    }
  }

  private func key(_ node: ManifestNode, at span: Span) throws(ManifestReader.Fault) -> String {
    switch node {
    case .string(let text): return text
    case .bool(let flag): return flag ? "true" : "false"
    case .integer(let digits): return digits
    case .double(let number): return "\(Float(number))"
    case .null, .sequence, .mapping: throw .init("this cannot be a key", at: span)
    }
  }
}
