public import Values

/// A profile as it is written, before what it extends is laid under it.
public struct ProfileLayer: Sendable {
  /// Its name.
  public let name: String
  /// The profiles that it extends, from left to right.
  public let extends: [String]
  /// The contents of the layer, section by section.
  public let body: OriginTree

  /// Makes a layer.
  public init(name: String, extends: [String], body: OriginTree) {
    self.name = name
    self.extends = extends
    self.body = body
  }
}
