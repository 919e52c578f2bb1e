public import Diagnostics

/// Reads the first document of a YAML text as Kubernetes does. A config is read by `YAMLReader`,
/// which is strict.
public enum ManifestReader {
  /// Something that makes a text no manifest.
  public struct Fault: Error, Sendable, Hashable {
    /// In plain words.
    public let reason: String
    /// The place.
    public let span: Span

    init(_ reason: String, at span: Span) {
      self.reason = reason
      self.span = span
    }
  }

  /// A key that stands twice in one mapping.
  public struct RepeatedKey: Sendable, Hashable {
    /// The key.
    public let key: String
    /// The line of the later value, from 1.
    public let line: Int
  }

  /// A document and what is odd about it.
  public struct Document: Sendable, Hashable {
    /// Its root; null where there is no document.
    public let root: ManifestNode
    /// Keys that stand twice.
    public let repeated: [RepeatedKey]
  }

  /// Reads the first document; what follows it is not looked at.
  public static func read(
    _ file: SourceFile, limits: YAMLLimits = .standard
  ) throws(Fault) -> Document {
    guard file.bytes.count <= limits.fileBytes else {
      throw Fault("the text has more than \(limits.fileBytes >> 20) MiB", at: .whole(file))
    }
    let result = file.bytes.withUnsafeBufferPointer { bytes -> Result<Document, Fault> in
      do throws(Fault) {
        return .success(
          try document(
            file, UnsafeBufferPointer(rebasing: bytes.dropFirst(file.textStart)), limits))
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  private static func document(
    _ file: SourceFile, _ text: UnsafeBufferPointer<UInt8>, _ limits: YAMLLimits
  ) throws(Fault) -> Document {
    guard let parser = EventParser(file: file, bytes: text) else {
      throw Fault("there is no memory to read it", at: .whole(file))
    }
    var builder = ManifestBuilder(limits: limits)
    while let (event, span) = parser.next() {
      switch event {
      case .documentEnd, .streamEnd:
        return Document(root: builder.root ?? .null, repeated: builder.repeated)
      default: try builder.take(event, at: span)
      }
    }
    let fault = parser.fault
    throw Fault(fault.words, at: fault.span)
  }
}
