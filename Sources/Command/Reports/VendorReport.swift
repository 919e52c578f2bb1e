/// The result of `vendor`.
struct VendorReport {
  let folder: String
  /// The number of Flyte's files in it.
  let files: Int
  let ref: String
  let commit: String
  let isChanged: Bool
  /// A folder of a config, and the line that names the copy there.
  let configFolder: String
  let configLine: String
}
