/// A node of a manifest, as Kubernetes' YAML reader types it (YAML 1.1, as Go's yaml.v2 reads it).
public indirect enum ManifestNode: Sendable, Hashable {
  case null
  case bool(Bool)
  /// A whole number in decimal digits.
  case integer(String)
  case double(Double)
  case string(String)
  case sequence([ManifestNode])
  /// Entries in the order of the text, merge keys resolved; of keys that stand twice the later one
  /// holds.
  case mapping([Entry])

  /// One entry of a mapping.
  public struct Entry: Sendable, Hashable {
    /// The key, as a text.
    public let key: String
    /// The value.
    public var value: ManifestNode

    /// Makes an entry.
    public init(key: String, value: ManifestNode) {
      self.key = key
      self.value = value
    }
  }
}
