/// The place of a file below a folder: the folder that has it, and its name there.
public struct FilePlace: Sendable, Hashable {
  /// The folder that holds it, parts separated by `/`; empty for the folder itself.
  public let folder: String
  /// Its name in that folder.
  public let name: String

  /// Makes a place.
  public init(_ folder: String, _ name: String) {
    self.folder = folder
    self.name = name
  }

  /// The place of a path below a folder.
  public init(_ path: String) {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else {
      self.init("", path)
      return
    }
    self.init(String(path[..<slash]), String(path[path.utf8.index(after: slash)...]))
  }

  /// The path below the folder.
  public var path: String { folder.isEmpty ? name : folder + "/" + name }

  /// Names are bytes: two that only look the same are two places.
  public static func == (left: Self, right: Self) -> Bool {
    left.name.utf8.elementsEqual(right.name.utf8)
      && left.folder.utf8.elementsEqual(right.folder.utf8)
  }

  /// Texts that are the same bytes have the same hash.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(folder)
    hasher.combine(name)
  }
}
