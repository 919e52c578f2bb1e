import Flyte

/// The releases that a part of a page is about, as its rule says: `v1`, `up to v1.16.0-b2`,
/// `v1.14.0 to v1.15.0`.
struct ReleaseLabel {
  private let words: [String]

  init(_ text: String) { words = text.split(separator: " ").map(String.init) }

  /// True if a release is one of them; nil if the label is none.
  func holds(_ name: String) -> Bool? {
    switch words.count {
    case 1: return ["v1", "v2"].contains(words[0]) ? name.hasPrefix(words[0] + ".") : nil
    case 3 where words[0] == "up" && words[1] == "to":
      return place(words[2]).flatMap { last in place(name).map { $0 <= last } }
    case 3 where words[1] == "to":
      guard let first = place(words[0]), let last = place(words[2]) else { return nil }
      return place(name).map { (first...last).contains($0) }
    default: return nil
    }
  }

  private func place(_ name: String) -> Int? { Release.all.firstIndex { $0.name == name } }
}
