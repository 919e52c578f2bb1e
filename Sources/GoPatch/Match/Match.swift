/// A place that a pattern fits.
struct Match {
  /// For each element of the pattern its first and last token; nil for what stands for none.
  let places: [Range<Int>?]
  /// The texts in the holes, as the source has them.
  let holes: TextMap<[UInt8]>
  /// The tokens covered.
  let tokens: Range<Int>
}

/// The extent to which a pattern fitted, at its best place.
struct NearMiss {
  /// The element that did not fit.
  let element: Int
  /// The token that stood there.
  let token: Int
}
