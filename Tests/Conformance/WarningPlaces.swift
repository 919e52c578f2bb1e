import APIServer
import PodAPI

/// The places that a server warns of, against those of the model. The words differ.
enum WarningPlaces {
  /// The warnings that the model does not give, and those that belong to decoding.
  private static let others = [
    "duplicate port definition", "hides previous definition", "overlapping paths", "RFC 5952",
    "unknown field", "duplicate field", "already set in map",
  ]

  /// Nil where they are the same.
  static func difference(_ texts: [String], _ server: Server, _ template: PodObject) -> String? {
    let expected = texts.filter { text in !others.contains { text.contains($0) } }
      .map(place(of:)).sorted()
    let object = PodObject([.init(.template, .object(template))])
    let got = server.warnings(ofTemplate: object).map { spelling(of: $0.place.description) }
      .sorted()
    return expected == got ? nil : "warns of \(expected), here of \(got)"
  }

  /// The place in front of a server's words; of a projected volume it says only the name.
  private static func place(of text: String) -> String {
    guard !text.hasPrefix("volume ") else { return "projected" }
    guard let end = text.firstRange(of: ": ") else { return text }
    return spelling(of: String(text[..<end.lowerBound]))
  }

  private static func spelling(of path: String) -> String {
    path.hasSuffix(".projected") ? "projected" : path.replacing("storageos", with: "storageOS")
  }
}
