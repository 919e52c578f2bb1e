import Files

/// The layout of a cluster's folder.
public struct ClusterLayout: Sendable {
  /// The folders that may be in it.
  let folders: [String]
  /// The one of them in which a file has the name of its namespace.
  let namespaceFolder: String
  /// The one file of it that is about no namespace.
  let namespaceIndex: String

  /// Makes a value.
  public init(folders: [String], namespaceFolder: String, namespaceIndex: String) {
    self.folders = folders
    self.namespaceFolder = namespaceFolder
    self.namespaceIndex = namespaceIndex
  }

  /// The namespace that a file is for; nil where it is for none.
  func namespace(of place: FilePlace) -> String? {
    guard place.folder == namespaceFolder, place.name != namespaceIndex,
      place.name.hasSuffix(".yaml")
    else { return nil }
    return String(decoding: place.name.utf8.dropLast(5), as: UTF8.self)
  }
}
