extension Release {
  /// The reason why a range is not valid.
  public enum RangeFault: Error, Sendable {
    /// No release has this name.
    case unknown(String)
    /// The first is behind the last.
    case empty
  }

  /// The releases of a range: `v1.14.0..v1.16.8`, `v1.14.0..`, `..v1.13.3`, `..` for all of them, or
  /// one release.
  public static func range(_ text: String) throws(RangeFault) -> [Release] {
    // No release has two dots in its name.
    guard let dots = text.firstRange(of: "..") else { return [try release(text)] }
    let (low, high) = (String(text[..<dots.lowerBound]), String(text[dots.upperBound...]))
    guard let oldest = all.first, let newest = all.last else { return [] }
    let first = low.isEmpty ? oldest : try release(low)
    let last = high.isEmpty ? newest : try release(high)
    guard first <= last else { throw .empty }
    return all.filter { first <= $0 && $0 <= last }
  }

  private static func release(_ name: String) throws(RangeFault) -> Release {
    guard let release = named(name) else { throw .unknown(name) }
    return release
  }
}
