import Diagnostics

/// Puts events together to documents, and finds what YAML allows but a config does not.
struct TreeBuilder {
  /// A list or a mapping that is not complete yet.
  private struct Frame {
    let isMapping: Bool
    let anchor: String?
    let span: Span
    var items: [YAMLNode] = []
    var entries: [YAMLNode.Entry] = []
    var keys: TextMap<Span> = [:]
    var key: (text: String, span: Span)?
    var isKeyRefused = false
    /// The size of it, itself counted.
    var size = Size(nodes: 1)
    /// The number of levels in it, itself counted.
    var depth = 1
  }

  /// A node with what it expands to.
  private struct Whole {
    let node: YAMLNode
    var size = Size(nodes: 1)
    var depth = 0
  }

  /// The size once aliases are expanded.
  private struct Size {
    var nodes = 0
    /// Of all texts, keys included.
    var bytes = 0

    static func += (left: inout Size, right: Size) {
      left.nodes += right.nodes
      left.bytes += right.bytes
    }
  }

  private let limits: YAMLLimits
  private var frames: [Frame] = []
  /// Complete anchors.
  private var anchors: TextMap<Whole> = [:]
  /// The size of the document so far, each node counted once.
  private var size = Size()
  private(set) var documents: [YAMLNode] = []
  private(set) var faults = DiagnosticList()

  init(limits: YAMLLimits) { self.limits = limits }

  /// Takes an event; false when there is no use in going on.
  mutating func take(_ event: EventParser.Event, at span: Span) -> Bool {
    switch event {
    case .documentStart:
      anchors = [:]
      size = Size()
      return true
    case .documentEnd, .streamEnd: return true
    case .scalar(let text, let byteCount, let isPlain, let tag, let anchor):
      guard byteCount <= limits.scalarBytes else {
        return tooLarge("a string has more than \(limits.scalarBytes >> 20) MiB", at: span)
      }
      let value = scalar(text, isPlain: isPlain, tag: tag, at: span)
      let size = Size(nodes: 1, bytes: byteCount)
      return add(
        Whole(node: YAMLNode(.scalar(value), span: span), size: size), new: size, anchor: anchor)
    case .alias(let name):
      guard let whole = anchors[name] else {
        faults.error(
          .yamlAlias, "the alias \(quoted: "*" + name) has no complete anchor before it", at: span,
          hint: "define the anchor \(quoted: "&" + name) before this line, outside of its own value"
        )
        let nothing = YAMLScalar(text: "", isPlain: true, value: .null)
        let node = YAMLNode(.scalar(nothing), span: span)
        return add(Whole(node: node), new: Size(nodes: 1), anchor: nil)
      }
      guard frames.count + whole.depth <= limits.depth else { return tooDeep(at: span) }
      let node = YAMLNode(whole.node.content, span: span, anchorSpan: whole.node.span)
      return add(
        Whole(node: node, size: whole.size, depth: whole.depth), new: whole.size, anchor: nil)
    case .start(let isMapping, let tag, let anchor):
      guard frames.count < limits.depth else { return tooDeep(at: span) }
      check(tag: tag, allowed: isMapping ? ["map"] : ["seq"], at: span)
      frames.append(Frame(isMapping: isMapping, anchor: anchor, span: span))
      return true
    case .end:
      guard let frame = frames.popLast() else { return true }
      let content: YAMLNode.Content =
        frame.isMapping ? .mapping(frame.entries) : .sequence(frame.items)
      return add(
        Whole(node: YAMLNode(content, span: frame.span), size: frame.size, depth: frame.depth),
        new: Size(nodes: 1), anchor: frame.anchor)
    }
  }

  /// - Parameter new: how much of it was not counted as parts of it.
  private mutating func add(_ whole: Whole, new: Size, anchor: String?) -> Bool {
    let node = whole.node
    size += new
    guard size.nodes + limits.takenNodes <= limits.nodes else {
      let what = limits.takenNodes == 0 ? "document expands" : "documents of all files expand"
      return tooLarge("the \(what) to more than \(limits.nodes) values", at: node.span)
    }
    guard size.bytes <= limits.textBytes else {
      return tooLarge(
        "the strings of the document expand to more than \(limits.textBytes >> 20) MiB",
        at: node.span)
    }
    if let anchor {
      anchors[anchor] = whole
      guard anchors.count <= limits.anchors else {
        return tooLarge("the document has more than \(limits.anchors) anchors", at: node.span)
      }
    }
    guard !frames.isEmpty else {
      documents.append(node)
      return true
    }
    let last = frames.count - 1
    frames[last].depth = max(frames[last].depth, whole.depth + 1)
    guard frames[last].isMapping else {
      frames[last].size += whole.size
      frames[last].items.append(node)
      return true
    }
    if let key = frames[last].key {
      frames[last].size += whole.size
      frames[last].key = nil
      if !frames[last].isKeyRefused {
        frames[last].entries.append(
          YAMLNode.Entry(key: key.text, keySpan: key.span, value: node))
      }
    } else {
      // A key is no value of its own.
      size.nodes -= new.nodes
      frames[last].size.bytes += new.bytes
      takeKey(node, frame: last)
    }
    return true
  }

  private mutating func takeKey(_ node: YAMLNode, frame: Int) {
    guard case .scalar(let scalar) = node.content else {
      faults.error(
        .yamlComplexKey, "a key must be a string, not a list or a mapping", at: node.span,
        hint: "if this is a template's '{{ … }}', quote it")
      frames[frame].key = ("", node.span)
      frames[frame].isKeyRefused = true
      return
    }
    frames[frame].key = (scalar.text, node.span)
    frames[frame].isKeyRefused = true
    if scalar.text == "<<", scalar.isPlain {
      faults.error(
        .yamlMergeKey, "the merge key '<<' is not part of YAML 1.2", at: node.span,
        hint: "use 'extends' to combine profiles")
    } else if let first = frames[frame].keys.updateValue(node.span, forKey: scalar.text) {
      faults.error(
        .yamlDuplicateKey, "the key \(quoted: scalar.text) appears twice in one mapping",
        at: node.span,
        notes: [Diagnostic.Note("first used here", at: first)], hint: "keep one of them")
      frames[frame].keys[scalar.text] = first
    } else {
      frames[frame].isKeyRefused = false
    }
  }

  private mutating func scalar(
    _ text: String, isPlain: Bool, tag: String?, at span: Span
  ) -> YAMLScalar {
    check(tag: tag, allowed: ["str", "int", "bool", "float", "null"], at: span)
    let isString = tag != nil && tag != "!" ? tag == Self.core + "str" : !isPlain
    let value = isString || tag == "!" ? .string(text) : ScalarTyping.value(ofPlain: text)
    return YAMLScalar(text: text, isPlain: isPlain, value: value)
  }

  private static let core = "tag:yaml.org,2002:"

  private mutating func check(tag: String?, allowed: [String], at span: Span) {
    guard let tag, tag != "!", !allowed.contains(where: { tag == Self.core + $0 }) else { return }
    let shown = tag.hasPrefix(Self.core) ? "!!" + tag.dropFirst(Self.core.count) : tag
    faults.error(
      .yamlTag, "the tag \(quoted: shown) is not supported", at: span, hint: "remove the tag")
  }

  private mutating func tooDeep(at span: Span) -> Bool {
    tooLarge("this is nested more than \(limits.depth) levels deep", at: span)
  }

  private mutating func tooLarge(_ message: String, at span: Span) -> Bool {
    faults.error(.yamlTooLarge, message, at: span, hint: "split it, or shorten it")
    return false
  }
}
