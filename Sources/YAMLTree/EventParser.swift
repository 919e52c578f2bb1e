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
    case streamEnd
    case scalar(text: String, byteCount: Int, isPlain: Bool, tag: String?, anchor: String?)
    case alias(String)
    case start(isMapping: Bool, tag: String?, anchor: String?)
    case end
  }

  /// Why there are no more events.
  struct Fault {
    let problem: String
    let isEncoding: Bool
    let line: Int
    let column: Int
  }

  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let file: SourceFile

  /// The caller keeps `bytes` alive.
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

  /// Why `next` gave nil.
  var fault: Fault {
    let state = parser.pointee
    let problem = state.problem.map { String(cString: $0) } ?? "the text cannot be read"
    if state.error == YAML_READER_ERROR {
      let (line, column) = file.position(at: state.problem_offset)
      return Fault(problem: problem, isEncoding: true, line: line, column: column)
    }
    return Fault(
      problem: problem, isEncoding: false, line: Int(state.problem_mark.line) + 1,
      column: Int(state.problem_mark.column) + 1)
  }

  private func span(of event: yaml_event_t) -> Span {
    let start = event.start_mark
    let end = event.end_mark
    return Span(
      file: file, line: Int(start.line) + 1, column: Int(start.column) + 1,
      length: start.line == end.line ? Int(end.column) - Int(start.column) : 1)
  }

  private static func event(_ event: yaml_event_t) -> Event? {
    switch event.type {
    case YAML_STREAM_END_EVENT: return .streamEnd
    case YAML_DOCUMENT_START_EVENT: return .documentStart
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
