internal import CLibYAML
import Diagnostics

/// The events of a text, as libyaml finds them, with start and end marks.
///
/// libyaml keeps a pointer to its parser inside the parser, so the parser lives at one heap address
/// for as long as it is used.
struct EventParser: ~Copyable {
  /// An event that matters to a tree.
  enum Event {
    case documentStart
    case documentEnd
    case streamEnd
    case scalar(text: String, byteCount: Int, isPlain: Bool, tag: String?, anchor: String?)
    case alias(String)
    case start(isMapping: Bool, tag: String?, anchor: String?)
    case end
  }

  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let file: SourceFile

  /// The caller keeps `bytes`, the file's text, alive.
  init?(file: SourceFile, bytes: UnsafeBufferPointer<UInt8>) {
    parser = .allocate(capacity: 1)
    self.file = file
    guard yaml_parser_initialize(parser) == 1 else {
      parser.deallocate()
      return nil
    }
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
  }

  deinit {
    yaml_parser_delete(parser)
    parser.deallocate()
  }

  /// The next event that matters, and where it stands; nil after a fault.
  func next() -> (event: Event, span: Span)? {
    while true {
      var event = yaml_event_t()
      guard yaml_parser_parse(parser, &event) == 1 else { return nil }
      defer { yaml_event_delete(&event) }
      if let found = Self.event(event) { return (found, span(of: event)) }
    }
  }

  /// The reason why `next` returned nil.
  var fault: EventFault {
    let state = parser.pointee
    let words = state.problem.map { String(cString: $0) } ?? "the text cannot be read"
    if state.error == YAML_READER_ERROR {
      let span = file.span(at: file.textStart + state.problem_offset)
      let isControl = words.hasPrefix("control characters")
      return EventFault(
        kind: isControl ? .controlCharacter(UInt32(state.problem_value)) : .encoding, words: words,
        span: span)
    }
    var fault = EventFault(kind: .syntax, words: words, span: place(of: state.problem_mark))
    fault.isAtEnd = Int(state.problem_mark.index) >= file.scalarCount
    if let context = state.context {
      fault.context = (String(cString: context), place(of: state.context_mark))
    }
    return fault
  }

  /// libyaml counts lines at more characters than editors do; its count of scalars is exact.
  private func place(of mark: yaml_mark_t) -> Span {
    file.span(ofScalars: Int(mark.index)..<Int(mark.index) + 1)
  }

  private func span(of event: yaml_event_t) -> Span {
    let start = Int(event.start_mark.index)
    return file.span(ofScalars: start..<max(start, Int(event.end_mark.index)))
  }

  private static func event(_ event: yaml_event_t) -> Event? {
    switch event.type {
    case YAML_STREAM_END_EVENT: return .streamEnd
    case YAML_DOCUMENT_START_EVENT: return .documentStart
    case YAML_DOCUMENT_END_EVENT: return .documentEnd
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      let bytes = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
      return .scalar(
        text: String(decoding: bytes, as: UTF8.self), byteCount: scalar.length,
        isPlain: scalar.style == YAML_PLAIN_SCALAR_STYLE, tag: text(scalar.tag),
        anchor: text(scalar.anchor))
    case YAML_ALIAS_EVENT: return .alias(text(event.data.alias.anchor) ?? "")
    case YAML_SEQUENCE_START_EVENT:
      let start = event.data.sequence_start
      return .start(isMapping: false, tag: text(start.tag), anchor: text(start.anchor))
    case YAML_MAPPING_START_EVENT:
      let start = event.data.mapping_start
      return .start(isMapping: true, tag: text(start.tag), anchor: text(start.anchor))
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: return .end
    default: return nil
    }
  }

  private static func text(_ pointer: UnsafeMutablePointer<UInt8>?) -> String? {
    pointer.map { String(cString: $0) }
  }
}
