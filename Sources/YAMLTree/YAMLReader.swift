public import Diagnostics

/// Reads YAML text into nodes that know their place.
///
/// YAML 1.2's core schema; duplicate keys, merge keys, keys that are not texts and foreign tags are
/// refused; aliases are expanded up to a budget. Whatever the bytes, the answer is nodes or a fault
/// with a place.
public enum YAMLReader {
  /// Reads the one document of a file; nil after a fault.
  public static func read(
    _ file: SourceFile, limits: YAMLLimits = .standard, into diagnostics: inout DiagnosticList
  ) -> YAMLNode? {
    readDocuments(file, limits: limits, into: &diagnostics).flatMap {
      only($0, of: file, into: &diagnostics)
    }
  }

  /// The one document of a file's; a fault where there is none, or more than one.
  public static func only(
    _ documents: [YAMLNode], of file: SourceFile, into diagnostics: inout DiagnosticList
  ) -> YAMLNode? {
    guard let first = documents.first else {
      diagnostics.error(
        .yamlEmpty, "the file has no YAML document", at: .whole(file),
        hint: "add content, or remove the file")
      return nil
    }
    guard documents.count == 1 else {
      diagnostics.error(
        .yamlSeveralDocuments, "a second document starts here", at: documents[1].span,
        hint: "put each document into its own file")
      return nil
    }
    return first
  }

  /// Reads every document of a file; nil after a fault.
  public static func readDocuments(
    _ file: SourceFile, limits: YAMLLimits = .standard, into diagnostics: inout DiagnosticList
  ) -> [YAMLNode]? {
    guard file.bytes.count <= limits.fileBytes else {
      diagnostics.error(
        .yamlTooLarge, "the file has more than \(limits.fileBytes >> 20) MiB", at: .whole(file),
        hint: "split it")
      return nil
    }
    return file.bytes.withUnsafeBufferPointer { bytes -> [YAMLNode]? in
      let text = UnsafeBufferPointer(rebasing: bytes.dropFirst(file.textStart))
      guard let parser = EventParser(file: file, bytes: text) else { return nil }
      var builder = TreeBuilder(limits: limits)
      while let (event, span) = parser.next() {
        if case .streamEnd = event {
          diagnostics.append(contentsOf: builder.faults)
          return builder.faults.hasErrors ? nil : builder.documents
        }
        guard builder.take(event, at: span) else {
          diagnostics.append(contentsOf: builder.faults)
          return nil
        }
      }
      diagnostics.append(contentsOf: builder.faults)
      diagnostics.append(parser.fault.diagnostic)
      return nil
    }
  }
}
